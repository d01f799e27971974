/** Words that several departure pages say: amounts, states, moves, ways of being paid, who acts. */
import { fen, yuanDisplay } from '../../../../functions/core/pure/money'
import { say } from '../../../../functions/core/pure/text'
import { dayOf } from '../../../../functions/core/pure/time'
import {
  DEPARTURE_MODES,
  DEPARTURE_MOVES,
  DEPARTURE_STATES,
} from '../../../../functions/refunds/data/departure-words'
import { useNow } from '../../../client/use-now'
import { useLanguage, useText } from '../../../messages'
import type { Tone } from '../../../ui'
import { texts } from '../messages'
import type { FormRow } from '../model/answers'
import { isMove, isState } from '../model/progress'

export const useToday = () => dayOf(useNow())

/** 1,234.50 元 · CNY 1,234.50 */
export const useYuan = () => {
  const t = useText(texts)
  return (amount: number): string => t('yuan', { amount: yuanDisplay(fen(amount)) })
}

export const useStateText = () => {
  const language = useLanguage()
  return (state: string): string => (isState(state) ? say(DEPARTURE_STATES[state], language) : state)
}

export const useMoveText = () => {
  const language = useLanguage()
  return (move: string): string => (isMove(move) ? say(DEPARTURE_MOVES[move], language) : move)
}

export const useModeText = () => {
  const language = useLanguage()
  return (mode: FormRow['mode']): string => say(DEPARTURE_MODES[mode], language)
}

/** Moves of officers are those of customs, or of the agency. */
const BY_CUSTOMS: readonly string[] = ['verify', 'refuse']

export const usePartyText = () => {
  const t = useText(texts)
  return (party: 'claimant' | 'officer' | 'bank' | 'clock', move: string): string => {
    switch (party) {
      case 'claimant':
        return t('party.you')
      case 'officer':
        return BY_CUSTOMS.includes(move) ? t('party.customs') : t('party.agency')
      case 'bank':
        return t('party.bank')
      case 'clock':
        return t('party.clock')
    }
  }
}

const TONES: Readonly<Record<string, Tone>> = {
  paid: 'ok',
  customsVerified: 'ok',
  agencyAudited: 'ok',
  ordered: 'ok',
  bankRejected: 'warn',
  preauthCharged: 'warn',
  rejected: 'danger',
  expired: 'quiet',
  cancelled: 'quiet',
}
export const toneOf = (state: string): Tone | undefined => TONES[state]
