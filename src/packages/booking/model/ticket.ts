/** A ticket as its owner reads it: how far it has come, what may be done with it, and what cancelling means. */
import type { Instant } from '../../../../functions/core/pure/time'
import type { Appointment } from './answers'

export type Stage = 'held' | 'booked' | 'ended'

/** Where an appointment stands in what its owner still has to do. */
export type Outlook =
  | 'confirm'
  | 'prepare'
  | 'go'
  | 'passed'
  | 'cancelled'
  | 'lapsed'
  /** Counted as a no-show. */
  | 'missed'
  /** It was, and does not count any more. */
  | 'excused'
  /** Its hall is still to look at it. */
  | 'reviewing'
  /** Its hall looked, and did not agree. */
  | 'refused'

type Timed = Pick<
  Appointment,
  'state' | 'outcome' | 'review' | 'heldUntil' | 'checkInFrom' | 'cancelUntil' | 'canCancel'
> & {
  readonly endsAt: Instant
}

/** What the owner should do next, at `now`. A hold past its time has lapsed, whether or not the sweeper has been by. */
export const outlookOf = (it: Timed, now: Instant): Outlook => {
  switch (it.state) {
    case 'held':
      return it.heldUntil !== undefined && it.heldUntil <= now ? 'lapsed' : 'confirm'
    case 'booked':
      if (it.review?.state === 'waiting' && (it.review.until ?? 0) > now) return 'reviewing'
      if (it.outcome === 'noShow') return 'missed'
      if (it.outcome === 'excused') return 'excused'
      if (now >= it.endsAt) return 'passed'
      return now >= it.checkInFrom ? 'go' : 'prepare'
    case 'lapsed':
      return 'lapsed'
    case 'cancelledByHall':
      return it.review?.state === 'refused' ? 'refused' : 'cancelled'
    case 'cancelled':
    case 'cancelledLate':
      return 'cancelled'
  }
}

/** The four steps of a visit, and how many are behind. */
export const stepsDone = (outlook: Outlook): number => {
  switch (outlook) {
    case 'confirm':
      return 0
    case 'prepare':
      return 1
    case 'go':
      return 2
    case 'passed':
      return 3
    case 'missed':
    case 'excused':
    case 'reviewing':
    case 'refused':
    case 'cancelled':
    case 'lapsed':
      return 0
  }
}

/** Is there still a code to show at the counter? */
export const isUsable = (outlook: Outlook): boolean => outlook === 'prepare' || outlook === 'go'

export type CancelKind = 'free' | 'counts' | 'late' | 'no'

/** What cancelling at `now` would mean: a hold is given back freely, a booking counts, after `cancelUntil` it is late. */
export const cancelMeans = (it: Timed, now: Instant): CancelKind => {
  if (!it.canCancel) return 'no'
  if (it.state === 'held') return 'free'
  return now <= it.cancelUntil ? 'counts' : 'late'
}

/** `482913` → `482 913`: read and typed in threes. */
export const spacedCode = (code: string): string => code.replace(/^(\d{3})(\d{3})$/, '$1 $2')

/** `482913` → `4 8 2 9 1 3`, so that a screen reader says digits and not a number. */
export const spelledCode = (code: string): string => code.split('').join(' ')
