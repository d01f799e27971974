/** What the procedures of `appointments` take and give. */
import * as z from 'zod/mini'
import { basis, day, id, instant, minute, personText, position, text } from '../core/io/schema'
import { hallId, hallRow, matterCode, matterRow } from '../halls/public'
import { APPOINTMENT_ID, OWN_REASON, REASON, SEATS } from './rules/fields'
import { APPOINTMENT_STATES, OUTCOMES } from './rules/states'

export const appointmentId = z.string().check(z.regex(APPOINTMENT_ID))
const percent = z.int().check(z.minimum(0), z.maximum(100))

/** A hall with what the caller can expect there. */
export const hall = z.extend(hallRow, {
  /** Share of today's seats that are taken; null when it is closed today, or no more of today is to come. */
  load: z.nullable(percent),
  openToday: z.boolean(),
  /** When it opens next, while it is not open, and how full that day is: null before its seats are released. */
  next: z.optional(z.object({ day, from: minute, load: z.nullable(percent) })),
  /** Why the next opening is not known: its year's holidays are not published. */
  nextUnknown: z.optional(basis),
})
export { hallId, matterCode, matterRow as matter }

export const dayState = z.enum([
  'open',
  'full',
  'closed',
  'blocked',
  'tooSoon',
  'tooFar',
  'unpublished',
  'stopped',
])
export const dayRow = z.object({
  day,
  state: dayState,
  left: z.int().check(z.minimum(0)),
  why: z.optional(basis),
})

/** By the day of the visit; counted a moment after it happens. */
export const dayTally = z.object({
  day,
  /** Ever booked, what was cancelled since included. */
  booked: z.int(),
  cancelled: z.int(),
  cancelledByHall: z.int(),
})

/** Not before there was anything: what lies thirty days earlier is a day, too. */
export const tallyDay = day.check(z.refine((text) => text >= '2000-01-01', 'day'))

export const quota = z.object({
  online: z.int().check(z.minimum(0)),
  walkIn: z.int().check(z.minimum(0)),
  priority: z.int().check(z.minimum(0)),
})
export const slotState = z.enum(['open', 'full', 'closed', 'blocked', 'past'])
export const slotRow = z.object({
  start: minute,
  end: minute,
  state: slotState,
  left: quota,
  capacity: quota,
  why: z.optional(basis),
})

export const nearSlot = z.object({ hallId, day, start: minute, end: minute, left: z.int() })

export const appointmentState = z.enum(APPOINTMENT_STATES)
/** What came of a visit that was booked, once that is known. */
export const outcome = z.optional(z.enum(OUTCOMES))
/** Of a matter whose bookings the hall looks at first: it has not yet, or did not agree. */
export const review = z.optional(
  z.object({
    state: z.enum(['waiting', 'refused']),
    /** While it waits: when it stands without an answer. */
    until: z.optional(instant),
  }),
)
export const appointment = z.object({
  id: appointmentId,
  state: appointmentState,
  outcome,
  review,
  hallId,
  hallName: text,
  hallAddress: text,
  hallPosition: position,
  matter: matterCode,
  matterName: text,
  bring: z.array(text),
  day,
  start: minute,
  end: minute,
  /** While held: when the hold lapses. */
  heldUntil: z.optional(instant),
  /** Until when it can be cancelled in time. */
  cancelUntil: instant,
  /** From when a ticket can be taken. */
  checkInFrom: instant,
  /** Spoken at the counter: six digits, unique within hall and day. */
  code: z.string(),
  /** What the ticket's QR code holds. */
  qr: z.string(),
  /** The taxpayer it is for, masked. */
  taxpayer: z.object({ id, name: text }),
  canCancel: z.boolean(),
  /** Why it was cancelled by the hall, in words. */
  note: z.optional(text),
  /** While cancelled by the hall: it has opened the day again, which can be booked anew. */
  dayReopened: z.optional(z.boolean()),
  createdAt: instant,
  demonstration: z.boolean(),
})

/** Words of an officer's, shown to those they concern. */
export const reason = personText(REASON)
/** The words of whoever cancels her own. */
export const ownReason = personText(OWN_REASON)
export const seats = z.object({
  online: z.int().check(z.minimum(0), z.maximum(SEATS.online)),
  walkIn: z.int().check(z.minimum(0), z.maximum(SEATS.walkIn)),
  priority: z.int().check(z.minimum(0), z.maximum(SEATS.priority)),
})

export const full = z.object({ nearest: z.array(nearSlot) })
export const limit = z.extend(basis, { limit: z.int(), used: z.int(), until: z.optional(instant) })
export const bookingErrors = [
  'NOT_FOUND',
  'NO_TAXPAYER',
  'HALL_CLOSED',
  'DAY_NOT_OPEN',
  'TOO_FAR_AHEAD',
  'SLOT_PAST',
  'CALENDAR_UNPUBLISHED',
  'BLOCKED_TIME',
  'NOT_ENOUGH_TIME',
  'DO_ONLINE',
  'MATTER_NOT_HERE',
  'SLOT_FULL',
  'SLOT_CLOSED',
  'LIMIT_SLOT',
  'LIMIT_HALF_DAY',
  'LIMIT_WEEK',
  'LIMIT_MONTH',
  'LIMIT_ACCOUNT',
  'LIMIT_HOLDS',
  'CANCEL_LIMIT',
  'BANNED',
] as const
type BookingError = (typeof bookingErrors)[number]
type SeatError = 'SLOT_FULL' | 'SLOT_CLOSED' | 'LIMIT_HOLDS'
const SEAT_ERRORS: readonly BookingError[] = ['SLOT_FULL', 'SLOT_CLOSED', 'LIMIT_HOLDS']
/** By what rules a wish is refused, whatever seats there are. */
export const ruleErrors = bookingErrors.filter(
  (code): code is Exclude<BookingError, SeatError> => !SEAT_ERRORS.includes(code),
)
export const bookingData = {
  SLOT_FULL: full,
  SLOT_CLOSED: full,
  SLOT_PAST: basis,
  HALL_CLOSED: basis,
  DAY_NOT_OPEN: basis,
  TOO_FAR_AHEAD: basis,
  CALENDAR_UNPUBLISHED: basis,
  BLOCKED_TIME: basis,
  NOT_ENOUGH_TIME: basis,
  DO_ONLINE: z.object({ way: text, url: z.string() }),
  LIMIT_SLOT: limit,
  LIMIT_HALF_DAY: limit,
  LIMIT_WEEK: limit,
  LIMIT_MONTH: limit,
  LIMIT_ACCOUNT: limit,
  LIMIT_HOLDS: limit,
  CANCEL_LIMIT: limit,
  BANNED: limit,
}
/** `taxpayerId` may be left out when the account acts for exactly one, or has chosen a default. */
export const wish = z.object({ hallId, matter: matterCode, day, start: minute, taxpayerId: z.optional(id) })
