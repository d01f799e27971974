/** What only `appointments` answers with: every refusal names its rule. */
import { defineErrors, errorRow } from '../../core/pure/errors'

export const errors = defineErrors({
  HALL_CLOSED: errorRow(
    409,
    false,
    '这一天大厅不办公，请选择其他日期。',
    'The hall is closed on that day. Please choose another.',
  ),
  DAY_NOT_OPEN: errorRow(409, false, '这一天还不能预约。', 'That day cannot be booked yet.'),
  TOO_FAR_AHEAD: errorRow(409, false, '超出可预约的日期范围。', 'That day is beyond the booking window.'),
  SLOT_PAST: errorRow(409, false, '这个时段已经开始或已过去。', 'That time has begun or passed.'),
  CALENDAR_UNPUBLISHED: errorRow(
    409,
    false,
    '这一年的放假安排尚未公布，暂不能预约。',
    'The holiday calendar of that year is not published yet, so it cannot be booked.',
  ),
  BLOCKED_TIME: errorRow(
    409,
    false,
    '按规定，这个时段不受理此事项的预约。',
    'By rule this matter cannot be booked at that time.',
  ),
  NOT_ENOUGH_TIME: errorRow(
    409,
    false,
    '从这个时段到停止办公，时间不够办完这件事，请选早一些的时段。',
    'From that time until the hall stops there is not enough time for this matter. Please choose an earlier one.',
  ),
  DO_ONLINE: errorRow(
    409,
    false,
    '这件事可以网上办，不用跑大厅。',
    'This can be done online; there is no need to visit the hall.',
  ),
  SLOT_FULL: errorRow(
    409,
    false,
    '这个时段已约满，请看看相近的时段。',
    'That time is full. Please see the nearest free times.',
  ),
  SLOT_CLOSED: errorRow(409, false, '这个时段已停止预约。', 'That time is no longer open for booking.'),
  LIMIT_SLOT: errorRow(
    409,
    false,
    '同一时段只能预约一次。',
    'Only one appointment is allowed at the same time.',
  ),
  LIMIT_HALF_DAY: errorRow(
    409,
    false,
    '同一半天内，同一事项只能预约一次。',
    'The same matter can be booked once per half-day.',
  ),
  LIMIT_WEEK: errorRow(
    409,
    false,
    '本周预约次数已达上限。',
    'You have reached the weekly limit of appointments.',
  ),
  LIMIT_MONTH: errorRow(
    409,
    false,
    '本月预约次数已达上限。',
    'You have reached the monthly limit of appointments.',
  ),
  LIMIT_ACCOUNT: errorRow(
    409,
    false,
    '您的账户为未核验的纳税人预约的次数已达上限。',
    'Your account has reached its limit of appointments for taxpayers who are not verified.',
  ),
  LIMIT_HOLDS: errorRow(
    409,
    false,
    '今天放弃保留名额的次数已达上限。',
    'You have let as many kept seats go as is possible in a day.',
  ),
  CANCEL_LIMIT: errorRow(
    409,
    false,
    '本月取消次数已达上限，暂不能再预约。',
    'You have reached this month’s limit of cancellations and cannot book for now.',
  ),
  BANNED: errorRow(409, false, '因多次失约，暂不能预约。', 'Booking is suspended after repeated no-shows.'),
  HOLD_EXPIRED: errorRow(
    409,
    false,
    '保留的时段已过期，请重新选择。',
    'The time held for you has lapsed. Please choose again.',
  ),
  CANNOT_CANCEL: errorRow(409, false, '当前状态不能取消。', 'It cannot be cancelled in its present state.'),
  SAME_TIME: errorRow(
    409,
    false,
    '这就是原来的时段，没有要改的。',
    'That is the time you have already; there is nothing to change.',
  ),
  CAPACITY_TAKEN: errorRow(
    409,
    false,
    '名额不能少于已预约的人数。',
    'Capacity cannot be lower than what is already booked.',
  ),
  SAME_CAPACITY: errorRow(
    409,
    false,
    '名额本来就是这样，没有要改的。',
    'The seats are so already; there is nothing to change.',
  ),
  ALREADY_CLOSED: errorRow(
    409,
    false,
    '这一天已经停止预约，原因也相同，没有要改的。',
    'That day is closed already, and for the same reason; there is nothing to change.',
  ),
  DAY_CLOSED: errorRow(
    409,
    false,
    '这一天已停止预约；要调整名额，请先重新开放。',
    'Bookings of that day are stopped. Open it again before you change its seats.',
  ),
  DAY_NOT_CLOSED: errorRow(
    409,
    false,
    '这一天没有停止预约，无需重新开放。',
    'That day is not closed, so there is nothing to open again.',
  ),
  DAY_PAST: errorRow(409, false, '这一天已经过去。', 'That day has passed.'),
  NOT_BOOKED: errorRow(
    409,
    false,
    '这次预约还没有确认、已经取消，或时间已到。',
    'This appointment is not confirmed yet, was cancelled, or its time has come.',
  ),
})

declare module '../../core/pure/errors' {
  interface DeclaredErrors {
    appointments: typeof errors
  }
}
