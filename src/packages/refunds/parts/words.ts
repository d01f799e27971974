/** Words that several refund pages say: amounts, kinds, states, whose move it is, how long an office has. */
import { fen, yuanDisplay } from '../../../../functions/core/pure/money'
import { say } from '../../../../functions/core/pure/text'
import { dayOf } from '../../../../functions/core/pure/time'
import { MOVE_WORDS, STATE_WORDS } from '../../../../functions/refunds/data/words'
import type { KindLaw } from '../../../../functions/refunds/rules/kind'
import { useNow } from '../../../client/use-now'
import { useLanguage, useText } from '../../../messages'
import type { Tone } from '../../../ui'
import { texts } from '../messages'
import type { CaseRow } from '../model/answers'
import { isClaimKind } from '../model/params'
import { lawOf } from '../model/kinds'
import { isMove, isState } from '../model/progress'

export const useToday = () => dayOf(useNow())

/** 1,234.50 元 · CNY 1,234.50 */
export const useYuan = () => {
  const t = useText(texts)
  return (amount: number): string => t('yuan', { amount: yuanDisplay(fen(amount)) })
}

export const useKindText = () => {
  const language = useLanguage()
  const today = useToday()
  return (kind: string): string => {
    const law = isClaimKind(kind) ? lawOf(kind, today) : undefined
    return law ? say(law.name, language) : kind
  }
}

export const useStateText = () => {
  const language = useLanguage()
  return (state: string): string => (isState(state) ? say(STATE_WORDS[state], language) : state)
}

export const useMoveText = () => {
  const language = useLanguage()
  return (move: string): string => (isMove(move) ? say(MOVE_WORDS[move], language) : move)
}

/** Who acts next: 您, the office by its name where it is known, the bank. */
export const usePartyText = () => {
  const t = useText(texts)
  return (party: CaseRow['next'], hall?: string): string => {
    switch (party) {
      case 'claimant':
        return t('party.you')
      case 'officer':
        return hall ?? t('party.office')
      case 'bank':
        return t('party.bank')
      case 'clock':
        return t('party.clock')
      case null:
        return t('party.nobody')
    }
  }
}

/** 受理之日起 10 日 · within 10 days of acceptance */
export const useTermText = () => {
  const t = useText(texts)
  return ({ term }: Pick<KindLaw, 'term'>): string => t(`term.${term.unit}.${term.from}`, { n: term.count })
}

const TONES: Readonly<Record<string, Tone>> = {
  paid: 'ok',
  approved: 'ok',
  ordered: 'ok',
  correctionAsked: 'warn',
  bankRejected: 'warn',
  notAccepted: 'danger',
  rejected: 'danger',
  withdrawn: 'quiet',
}
export const toneOf = (state: string): Tone | undefined => TONES[state]
