/** What counts is the fold of what happened: a no-show unless it was taken back since, a late cancellation unless its hall closed that day. */
import type { Day } from '../../core/pure/time'

/** `cameIn`: its check-in was told late. `revoked`: by an officer, on appeal. `forgiven`: a cancellation, once its hall closed the day. */
export const CREDIT_KINDS = [
  'missed',
  'cameIn',
  'notAtWindow',
  'revoked',
  'cancelledLate',
  'forgiven',
] as const
export type CreditKind = (typeof CREDIT_KINDS)[number]

export interface CreditEvent {
  readonly appointmentId: string
  readonly kind: CreditKind
  readonly day: Day
}

/** Does a visit to which all this happened, in whatever order it is read, count as a no-show? */
export const counts = (kinds: ReadonlySet<CreditKind>): boolean =>
  !kinds.has('revoked') && (kinds.has('notAtWindow') || (kinds.has('missed') && !kinds.has('cameIn')))

/** Does a visit to which all this happened count as cancelled late? */
export const countsLate = (kinds: ReadonlySet<CreditKind>): boolean =>
  kinds.has('cancelledLate') && !kinds.has('forgiven')

type Judge = (kinds: ReadonlySet<CreditKind>) => boolean

/** What counts of them, by appointment, with the day of the visit. */
const counted = (events: readonly CreditEvent[], judge: Judge): ReadonlyMap<string, Day> => {
  const happened = new Map<string, { readonly day: Day; readonly kinds: Set<CreditKind> }>()
  for (const { appointmentId, kind, day } of events) {
    const visit = happened.get(appointmentId) ?? { day, kinds: new Set() }
    visit.kinds.add(kind)
    happened.set(appointmentId, visit)
  }
  return new Map([...happened].flatMap(([id, { day, kinds }]) => (judge(kinds) ? [[id, day] as const] : [])))
}

export const countedNoShows = (events: readonly CreditEvent[]): ReadonlyMap<string, Day> =>
  counted(events, counts)
export const countedLate = (events: readonly CreditEvent[]): ReadonlyMap<string, Day> =>
  counted(events, countsLate)
