/** May who stands at the door check in with this appointment now? */
import { dayOf, instantOf, type Day, type Instant, type MinuteOfDay } from '../../core/pure/time'

/** How near a person's own position has to be, where the hall allows it. */
export const NEAR_METRES = 300

export interface Visit {
  readonly hallId: string
  readonly day: Day
  readonly end: MinuteOfDay
  /** From when its number is given: by the hall's limit `checkInEarlyMinutes`. */
  readonly from: Instant
}

export interface Arrival {
  readonly hallId: string
  readonly at: Instant
  /** Of a check-in by position: metres from the hall, `null` when the hall does not allow it. Missing for a code at the door. */
  readonly metres?: number | null
  /** The appointment has its ticket. */
  readonly ticketed: boolean
}

export type CheckIn =
  | { readonly kind: 'admitted' }
  | { readonly kind: 'wrongHall'; readonly hallId: string }
  | { readonly kind: 'twice' }
  | { readonly kind: 'wrongDay'; readonly day: Day }
  | { readonly kind: 'early'; readonly from: Instant }
  | { readonly kind: 'late'; readonly until: Instant }
  | { readonly kind: 'noPosition' }
  | { readonly kind: 'far'; readonly metres: number }

/** The first thing that stands against it, in the order in which a person can do something about it. */
export const checkIn = (visit: Visit, { hallId, at, metres, ticketed }: Arrival): CheckIn => {
  if (hallId !== visit.hallId) return { kind: 'wrongHall', hallId: visit.hallId }
  if (ticketed) return { kind: 'twice' }
  if (dayOf(at) !== visit.day) return { kind: 'wrongDay', day: visit.day }
  const { from } = visit
  const until = instantOf(visit.day, visit.end)
  if (at < from) return { kind: 'early', from }
  if (at > until) return { kind: 'late', until }
  if (metres === null) return { kind: 'noPosition' }
  // Not a number is no position either: it must not pass as near.
  if (metres !== undefined && !(metres <= NEAR_METRES)) return { kind: 'far', metres }
  return { kind: 'admitted' }
}
