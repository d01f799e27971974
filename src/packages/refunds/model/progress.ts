/** A case as its claimant reads it: what happened, what comes, whose move it is and until when. Pure. */
import { workingDaysBetween } from '../../../../functions/core/pure/calendar'
import type { Term } from '../../../../functions/core/pure/legal-clock'
import { daysBetween, type Day } from '../../../../functions/core/pure/time'
import { refundTable, type RefundMove, type RefundState } from '../../../../functions/refunds/rules/states'
import type { CaseFull, HistoryRow } from './answers'

export const isState = (text: string): text is RefundState => Object.keys(refundTable.next).includes(text)
export const isMove = (text: string): text is RefundMove => Object.keys(refundTable.moves).includes(text)

/** Steps on the way to the money, as a claimant names them. */
export type Ahead = 'supply' | 'accept' | 'review' | 'approve' | 'order' | 'settle' | 'pay' | 'fixAccount'

const FROM_ACCEPTANCE: readonly Ahead[] = ['accept', 'review', 'approve', 'order', 'pay']

const AHEAD: Readonly<Record<RefundState, readonly Ahead[]>> = {
  submitted: FROM_ACCEPTANCE,
  correctionAsked: ['supply', ...FROM_ACCEPTANCE],
  accepted: ['review', 'approve', 'order', 'pay'],
  reviewing: ['approve', 'order', 'pay'],
  approved: ['order', 'pay'],
  ordered: ['pay'],
  bankRejected: ['fixAccount', 'order', 'pay'],
  paid: [],
  notAccepted: [],
  withdrawn: [],
  rejected: [],
}

/** What is still to come, the step at hand first. Where no money moves, one step ends it. */
export const aheadOf = (
  state: RefundState,
  { direction, money }: Pick<CaseFull, 'direction' | 'money'>,
): readonly Ahead[] => {
  const steps = AHEAD[state]
  const isCredit = direction === 'offset' || money?.payable === 0
  return isCredit
    ? steps.flatMap((one) => (one === 'pay' ? [] : one === 'order' ? ['settle' as const] : [one]))
    : steps
}

/** Ended, or sent back, at this step. */
const STOPS: readonly string[] = [
  'notAccept',
  'lapse',
  'reject',
  'withdraw',
  'abandon',
  'bankReject',
  'bankReturn',
]
export const isStop = ({ move }: Pick<HistoryRow, 'move'>): boolean => STOPS.includes(move)

/** The server's word for a day that nobody knows yet. */
const NOT_KNOWN: Day = '9999-12-31'

export interface Dates {
  readonly target?: Day
  readonly outer?: Day
  readonly toward?: 'target' | 'outer'
  readonly daysLeft?: number
  readonly unit: Term['unit']
  readonly calendarUnknown: boolean
}

/** Days from today on, in the unit of the term; negative once it is over, undefined where the calendar is not known. */
const leftUntil = (day: Day, today: Day, unit: Term['unit']): number | undefined => {
  if (unit === 'naturalDays') return daysBetween(today, day)
  if (today <= day) {
    const left = workingDaysBetween(today, day)
    return left.known ? left.value : undefined
  }
  const since = workingDaysBetween(day, today)
  return since.known ? -Math.max(1, since.value) : undefined
}

/** The legal dates of a case that is under way, and how many days are left toward the one that comes next. */
export const datesOf = (
  { target, outer }: Pick<CaseFull, 'target' | 'outer'>,
  today: Day,
  unit: Term['unit'],
): Dates => {
  const known = target === NOT_KNOWN ? undefined : target
  const toward = known === undefined || known < today || known === outer ? 'outer' : 'target'
  const next = toward === 'target' ? known : (outer ?? undefined)
  const daysLeft = next === undefined ? undefined : leftUntil(next, today, unit)
  return {
    unit,
    calendarUnknown: outer === null || known === undefined,
    ...(known === undefined ? {} : { target: known }),
    ...(outer === null ? {} : { outer }),
    ...(daysLeft === undefined ? {} : { toward, daysLeft }),
  }
}

/** The last step of that name. */
export const lastOf = (history: readonly HistoryRow[], move: RefundMove): HistoryRow | undefined =>
  history.filter((row) => row.move === move).slice(-1)[0]

const DECIDED: readonly string[] = ['approve', 'reject', 'notAccept', 'lapse']
/** Decided one way or the other: there is a decision to read. */
export const hasDecision = ({ history }: Pick<CaseFull, 'history'>): boolean =>
  history.some(({ move }) => DECIDED.includes(move))

/** Ended without a refund: it can be claimed again. */
export const canClaimAgain = ({ state }: Pick<CaseFull, 'state'>): boolean =>
  state === 'notAccepted' || state === 'withdrawn' || state === 'rejected'
