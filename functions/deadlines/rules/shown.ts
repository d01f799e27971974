/** A deadline in the words of whoever reads: the server's answer, and what a screen makes itself for who is not signed in. */
import type { Language } from '../../core/pure/errors'
import { obligationName, type ObligationCode } from '../../core/pure/obligation-names'
import { say } from '../../core/pure/text'
import type { Day, Instant } from '../../core/pure/time'
import type { Deadline } from './deadlines'
import { movedText, periodText } from './words'

export interface ShownDeadline {
  readonly id: string
  readonly code: ObligationCode
  readonly name: string
  readonly period: string
  readonly periodName: string
  readonly opens: Day
  readonly base: Day
  readonly due: Day | null
  readonly moved: string | null
  readonly basis: string
  readonly unconfirmed: boolean
  readonly filedAt: Instant | null
  readonly filedBy: 'person' | 'online' | null
}

interface Mark {
  readonly id: string
  readonly at: Instant
  readonly by: 'person' | 'online'
}

export const shownDeadline = (
  deadline: Deadline,
  { language, filed = [] }: { readonly language: Language; readonly filed?: readonly Mark[] },
): ShownDeadline => {
  const { id, code, period, opens, base, due, obligation } = deadline
  const mark = filed.find((one) => one.id === id)
  return {
    id,
    code,
    name: obligationName(code, language),
    period,
    periodName: periodText(period, language),
    opens,
    base,
    due: due.known ? due.value : null,
    moved: movedText(deadline, language) ?? null,
    basis: say(obligation.basis, language),
    unconfirmed: obligation.unconfirmed,
    filedAt: mark?.at ?? null,
    filedBy: mark?.by ?? null,
  }
}
