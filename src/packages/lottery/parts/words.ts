/** Words that several lottery pages say: amounts, days. */
import { fen, yuanDisplay } from '../../../../functions/core/pure/money'
import { dayOf } from '../../../../functions/core/pure/time'
import { useNow } from '../../../client/use-now'
import { useText } from '../../../messages'
import type { Tone } from '../../../ui'
import { texts } from '../messages'
import type { DrawRow, Prize } from '../model/answers'

export const useToday = () => dayOf(useNow())

/** 1,234.50 元 · CNY 1,234.50 */
export const useYuan = () => {
  const t = useText(texts)
  return (amount: number): string => t('yuan', { amount: yuanDisplay(fen(amount)) })
}

const DRAW_TONES: Readonly<Partial<Record<DrawRow['state'] | 'open', Tone>>> = {
  open: 'ok',
  empty: 'quiet',
  frozen: 'warn',
  freezing: 'warn',
  published: 'gold',
  drawn: 'gold',
}
export const drawTone = (state: DrawRow['state'] | 'open'): Tone | undefined => DRAW_TONES[state]

const PRIZE_TONES: Readonly<Partial<Record<Prize['state'], Tone>>> = {
  won: 'gold',
  checking: 'gold',
  confirmed: 'gold',
  paid: 'ok',
  bankRejected: 'warn',
  void: 'danger',
  expired: 'quiet',
  declined: 'quiet',
}
export const prizeTone = (state: Prize['state']): Tone | undefined => PRIZE_TONES[state]
