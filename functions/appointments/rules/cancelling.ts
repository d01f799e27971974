/** When a cancellation is in time, and when a ticket can be taken. Instants are milliseconds; limits are minutes. */
import { text } from '../../core/pure/text'
import { instantOf, MINUTE, type Day, type Instant, type MinuteOfDay } from '../../core/pure/time'
import type { Limits } from './limits'
import type { Reason } from './refusal'
import type { AppointmentState } from './states'

export interface When {
  readonly day: Day
  readonly start: MinuteOfDay
}

/** Why an appointment cannot be cancelled any more. */
export const tooLateToCancel: Reason = {
  rule: text(
    '时段开始后，或已经结束的预约不能取消',
    'An appointment that has begun or is over cannot be cancelled',
  ),
  basis: text('预约办税的一般规则', 'The general rule of booking'),
  unconfirmed: false,
}

/** The last instant at which a cancellation is in time. */
export const cancelUntil = ({ day, start }: When, limits: Limits): Instant =>
  instantOf(day, start) - limits.cancelBeforeMinutes.value * MINUTE

/** The first instant at which a ticket can be taken. */
export const checkInFrom = ({ day, start }: When, limits: Limits): Instant =>
  instantOf(day, start) - limits.checkInEarlyMinutes.value * MINUTE

/**
 * What cancelling does now: a hold is let go and counts for nothing; a booking is cancelled, in time or late, and both
 * count as a cancellation, never as a no-show; once the slot has begun it cannot be cancelled.
 */
export const cancelsInto = (
  state: AppointmentState,
  when: When & { readonly now: Instant; readonly limits: Limits },
): { readonly state: 'cancelled' | 'cancelledLate'; readonly counted: boolean } | undefined => {
  if (state === 'held') return { state: 'cancelled', counted: false }
  if (state !== 'booked' || when.now >= instantOf(when.day, when.start)) return undefined
  return { state: when.now <= cancelUntil(when, when.limits) ? 'cancelled' : 'cancelledLate', counted: true }
}
