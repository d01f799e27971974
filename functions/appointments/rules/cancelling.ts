/** When a cancellation is in time, and when a ticket can be taken. Instants are milliseconds; limits are minutes. */
import type { Basis } from '../../core/pure/law'
import { text } from '../../core/pure/text'
import { instantOf, MINUTE, type Day, type Instant, type MinuteOfDay } from '../../core/pure/time'
import type { Limits } from './limits'
import type { AppointmentState } from './states'

export interface When {
  readonly day: Day
  readonly start: MinuteOfDay
}

const general = text('预约办税的一般规则', 'The general rule of booking')
const because = (zh: string, en: string): Basis => ({
  rule: text(zh, en),
  basis: general,
  unconfirmed: false,
})

const begun = because('时段开始后不能取消', 'An appointment whose time has begun cannot be cancelled')
const cancelledBefore = because(
  '这次预约之前已经取消，无需再次取消',
  'This appointment was cancelled before; there is nothing left to cancel',
)
const cancelledByHall = because(
  '大厅已停止这一天的预约并取消了这次预约，不计入您的取消次数',
  'The hall has closed this day and cancelled this appointment; it does not count against you',
)
/** Checked in before the time of the slot. */
export const cameIn = because(
  '已经到厅取号，这次预约不能再取消',
  'You have checked in at the hall; this appointment can no longer be cancelled',
)
const lapsed = because(
  '保留的时间已过，名额已经释放，无需取消',
  'The time for which this seat was kept has run out and the seat was given back; there is nothing to cancel',
)

const reasons: Readonly<Record<AppointmentState, Basis>> = {
  held: begun,
  booked: begun,
  cancelled: cancelledBefore,
  cancelledLate: cancelledBefore,
  cancelledByHall,
  lapsed,
}

/** Why an appointment in this state cannot be cancelled, or cannot be any more. */
export const whyNotCancelled = (state: AppointmentState): Basis => reasons[state]

/** The last instant at which a cancellation is in time. */
export const cancelUntil = ({ day, start }: When, limits: Limits): Instant =>
  instantOf(day, start) - limits.cancelBeforeMinutes.value * MINUTE

/** The first instant at which a ticket can be taken. */
export const checkInFrom = ({ day, start }: When, limits: Limits): Instant =>
  instantOf(day, start) - limits.checkInEarlyMinutes.value * MINUTE

export interface Cancelling {
  readonly state: 'cancelled' | 'cancelledLate' | 'cancelledByHall'
  /** Does it count towards the month's cancellations? */
  readonly counted: boolean
}

/** Of a day that the hall has closed: it was first, whether or not its sweep has come, and nothing counts. */
export const closedByHall: Cancelling = { state: 'cancelledByHall', counted: false }

/**
 * What cancelling does now: a hold is let go and counts for nothing; a booking is cancelled, in time or late, and both
 * count as a cancellation, never as a no-show; once the slot has begun it cannot be cancelled.
 */
export const cancelsInto = (
  state: AppointmentState,
  when: When & { readonly now: Instant; readonly limits: Limits },
): Cancelling | undefined => {
  if (state === 'held') return { state: 'cancelled', counted: false }
  if (state !== 'booked' || when.now >= instantOf(when.day, when.start)) return undefined
  return { state: when.now <= cancelUntil(when, when.limits) ? 'cancelled' : 'cancelledLate', counted: true }
}
