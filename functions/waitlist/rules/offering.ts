/** When an offer may be sent, and until when it holds. */
import { MINUTE, minuteOf, type Instant } from '../../core/pure/time'
import type { Terms } from '../data/terms'

type Quiet = Terms['quiet']

export const isQuiet = ({ from, to }: Quiet, at: Instant): boolean => {
  const minute = minuteOf(at)
  return from > to ? minute >= from || minute < to : minute >= from && minute < to
}

/**
 * Until when an offer that is sent at `at` can be accepted: the terms' minutes, but not beyond the last instant at which the slot can
 * be booked.
 */
export const offerUntil = (at: Instant, minutes: number, last: Instant): Instant =>
  Math.min(at + minutes * MINUTE, last)
