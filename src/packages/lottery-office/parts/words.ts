/** Words that several of the office’s pages say: amounts, who may do what at a hall. */
import { fen, yuanDisplay } from '../../../../functions/core/pure/money'
import { dayOf, type Day } from '../../../../functions/core/pure/time'
import { useNow } from '../../../client/use-now'
import { useText } from '../../../messages'
import type { Tone } from '../../../ui'
import { texts } from '../messages'
import type { DrawRow } from '../model/answers'
import { useOffice } from './queries'

export const useToday = (): Day => dayOf(useNow())

/** 1,234.50 元 · CNY 1,234.50 */
export const useYuan = () => {
  const t = useText(texts)
  return (amount: number): string => t('yuan', { amount: yuanDisplay(fen(amount)) })
}

/** May the caller do it at that hall? Unknown while it is asked: nothing is offered then. */
export const useMay = (hallId: string | undefined) => {
  const halls = useOffice().data?.halls ?? []
  const duties = halls.find(({ id }) => id === hallId)?.duties ?? []
  return { draw: duties.includes('draw'), review: duties.includes('review') }
}

const TONES: Readonly<Record<DrawRow['state'], Tone | undefined>> = {
  opening: 'warn',
  open: 'ok',
  freezing: 'warn',
  empty: 'quiet',
  frozen: undefined,
  drawn: 'gold',
  published: 'gold',
}
export const drawTone = (state: DrawRow['state']): Tone | undefined => TONES[state]
