/** Which days can be booked: working days within the window, as the published calendar has them. */
import { dayKind, workingDaysBetween } from '../../core/pure/calendar'
import type { Basis } from '../../core/pure/law'
import { text } from '../../core/pure/text'
import type { Day, MinuteOfDay } from '../../core/pure/time'
import type { Limits } from './limits'
import { allowed, refused, type Verdict } from './refusal'

export const officeDays: Basis = {
  rule: text(
    '节假日和周末不办公（调休上班日照常办公）',
    'Closed on holidays and weekends (open on working days given in exchange)',
  ),
  basis: text('国务院办公厅节假日安排通知', 'The State Council’s notice on holidays'),
  unconfirmed: false,
}
export const calendarUnpublished: Basis = {
  rule: text(
    '这一年的放假安排尚未公布，公布后即可预约',
    'The holidays of that year are not published yet; booking opens once they are',
  ),
  basis: text('国务院办公厅节假日安排通知', 'The State Council’s notice on holidays'),
  unconfirmed: false,
}
export const dayOver: Basis = {
  rule: text('只能预约今天以后的日期', 'Only days to come can be booked'),
  basis: text('预约办税的一般规则', 'The general rule of booking'),
  unconfirmed: false,
}
/** A slot is over as soon as it begins. */
export const slotOver: Basis = {
  rule: text('时段开始后不能再预约', 'A time slot that has begun can no longer be booked'),
  basis: text('预约办税的一般规则', 'The general rule of booking'),
  unconfirmed: false,
}

export interface WindowQuestion {
  readonly today: Day
  readonly day: Day
  /** The hall takes bookings for the same day. */
  readonly sameDay: boolean
  readonly limits: Limits
}

/** Do halls work on this day, as far as is published? Codes: HALL_CLOSED, CALENDAR_UNPUBLISHED. */
export const workingVerdict = (day: Day): Verdict => {
  const kind = dayKind(day)
  if (kind === 'unpublished') return refused({ code: 'CALENDAR_UNPUBLISHED', ...calendarUnpublished })
  return kind === 'off' ? refused({ code: 'HALL_CLOSED', ...officeDays }) : allowed
}

/** May this day be booked today? Codes: DAY_NOT_OPEN, TOO_FAR_AHEAD, HALL_CLOSED, CALENDAR_UNPUBLISHED. */
export const dayVerdict = ({ today, day, sameDay, limits }: WindowQuestion): Verdict => {
  if (day < today) return refused({ code: 'DAY_NOT_OPEN', ...dayOver })
  const working = workingVerdict(day)
  if (!working.ok) return working
  const ahead = workingDaysBetween(today, day)
  if (!ahead.known) return refused({ code: 'CALENDAR_UNPUBLISHED', ...calendarUnpublished })
  const earliest = sameDay ? 0 : limits.bookAheadFrom.value
  if (ahead.value < earliest) return refused({ code: 'DAY_NOT_OPEN', ...basisOf(limits.bookAheadFrom) })
  if (ahead.value > limits.bookAheadTo.value)
    return refused({ code: 'TOO_FAR_AHEAD', ...basisOf(limits.bookAheadTo) })
  return allowed
}

/** Has the slot not begun yet? */
export const slotVerdict = ({
  today,
  minute,
  day,
  start,
}: {
  readonly today: Day
  readonly minute: MinuteOfDay
  readonly day: Day
  readonly start: MinuteOfDay
}): Verdict =>
  day < today || (day === today && start <= minute) ? refused({ code: 'SLOT_PAST', ...slotOver }) : allowed

export const basisOf = ({ rule, basis, unconfirmed }: Basis): Basis => ({ rule, basis, unconfirmed })
