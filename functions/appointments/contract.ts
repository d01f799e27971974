/** What `appointments` offers: halls, matters, days and slots; hold, book, cancel; the officer's day. */
import * as z from 'zod/mini'
import { procedure } from '../core/io/procedure'
import {
  APPOINTMENT_ID,
  HALL_ID,
  isDay,
  isReason,
  LAST_MINUTE,
  MATTER_CODE,
  REASON_LENGTH,
  SEATS,
} from './rules/fields'
import { APPOINTMENT_STATES } from './rules/states'

/** A legal day in Asia/Shanghai. */
export const day = z.string().check(z.refine(isDay, 'day'), z.meta({ examples: ['2026-11-24'] }))
/** Minutes since midnight, Asia/Shanghai. */
const minute = z.int().check(z.minimum(0), z.maximum(LAST_MINUTE))
const id = z.string().check(z.regex(/^[A-Za-z0-9_.-]{1,80}$/))
export const hallId = z.string().check(z.regex(HALL_ID))
export const matterCode = z.string().check(z.regex(MATTER_CODE))
export const appointmentId = z.string().check(z.regex(APPOINTMENT_ID))
const instant = z.int()
/** Text in both languages; the caller gets the one asked for. */
const text = z.string()
/** Micro-degrees, WGS-84 (GCJ-02 inside WeChat; the difference does not change the order of halls). */
const position = z.object({
  latitude: z.int().check(z.minimum(-90_000_000), z.maximum(90_000_000)),
  longitude: z.int().check(z.minimum(-180_000_000), z.maximum(180_000_000)),
})
const cursor = z.string().check(z.maxLength(400))
const basis = z.object({ rule: text, basis: text, unconfirmed: z.boolean() })

export const hall = z.object({
  id: hallId,
  name: text,
  address: text,
  region: z.string(),
  phone: z.string(),
  position,
  /** Metres as the crow flies, when a position was given. */
  distance: z.optional(z.int()),
  hours: z.array(z.object({ from: minute, to: minute })),
  hoursNote: text,
  matters: z.array(matterCode),
  windows: z.int(),
  /** What the caller can expect today: share of today's seats that are taken, in per cent; null when closed today. */
  load: z.nullable(z.int().check(z.minimum(0), z.maximum(100))),
  openToday: z.boolean(),
  demonstration: z.boolean(),
})

export const matter = z.object({
  code: matterCode,
  name: text,
  group: text,
  /** Typical minutes at the window. */
  minutes: z.int().check(z.minimum(1)),
  bring: z.array(z.object({ name: text, copies: text, required: z.boolean() })),
  basis: text,
  /** Present when it can be done online: booking is refused with this way. */
  online: z.optional(z.object({ way: text, url: z.string() })),
  /** Halls that handle it. */
  halls: z.array(hallId),
})

const dayState = z.enum(['open', 'full', 'closed', 'blocked', 'tooSoon', 'tooFar', 'unpublished', 'stopped'])
export const dayRow = z.object({
  day,
  state: dayState,
  left: z.int().check(z.minimum(0)),
  why: z.optional(basis),
})

const quota = z.object({
  online: z.int().check(z.minimum(0)),
  walkIn: z.int().check(z.minimum(0)),
  priority: z.int().check(z.minimum(0)),
})
const slotState = z.enum(['open', 'full', 'closed', 'blocked', 'past'])
export const slotRow = z.object({
  start: minute,
  end: minute,
  state: slotState,
  left: quota,
  capacity: quota,
  why: z.optional(basis),
})

const nearSlot = z.object({ hallId, day, start: minute, end: minute, left: z.int() })

export const appointmentState = z.enum(APPOINTMENT_STATES)
export const appointment = z.object({
  id: appointmentId,
  state: appointmentState,
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
  createdAt: instant,
  demonstration: z.boolean(),
})

/** Words of an officer's, shown to those they concern. */
const reason = z
  .string()
  .check(z.minLength(REASON_LENGTH.min), z.maxLength(REASON_LENGTH.max), z.refine(isReason, 'required'))
const seats = z.object({
  online: z.int().check(z.minimum(0), z.maximum(SEATS.online)),
  walkIn: z.int().check(z.minimum(0), z.maximum(SEATS.walkIn)),
  priority: z.int().check(z.minimum(0), z.maximum(SEATS.priority)),
})

const full = z.object({ nearest: z.array(nearSlot) })
const limit = z.extend(basis, { limit: z.int(), used: z.int(), until: z.optional(instant) })
const bookingErrors = [
  'NOT_FOUND',
  'NO_TAXPAYER',
  'HALL_CLOSED',
  'DAY_NOT_OPEN',
  'TOO_FAR_AHEAD',
  'SLOT_PAST',
  'CALENDAR_UNPUBLISHED',
  'BLOCKED_TIME',
  'DO_ONLINE',
  'MATTER_NOT_HERE',
  'SLOT_FULL',
  'SLOT_CLOSED',
  'LIMIT_SLOT',
  'LIMIT_HALF_DAY',
  'LIMIT_WEEK',
  'LIMIT_MONTH',
  'CANCEL_LIMIT',
  'BANNED',
] as const
const bookingData = {
  SLOT_FULL: full,
  SLOT_CLOSED: full,
  SLOT_PAST: basis,
  HALL_CLOSED: basis,
  DAY_NOT_OPEN: basis,
  TOO_FAR_AHEAD: basis,
  CALENDAR_UNPUBLISHED: basis,
  BLOCKED_TIME: basis,
  DO_ONLINE: z.object({ way: text, url: z.string() }),
  LIMIT_SLOT: limit,
  LIMIT_HALF_DAY: limit,
  LIMIT_WEEK: limit,
  LIMIT_MONTH: limit,
  CANCEL_LIMIT: limit,
  BANNED: limit,
}
/** `taxpayerId` may be left out when the account acts for exactly one, or has chosen a default. */
const wish = z.object({ hallId, matter: matterCode, day, start: minute, taxpayerId: z.optional(id) })

export const contract = {
  halls: procedure({
    summary: 'Halls, nearest first when a position is given',
    allow: ['anyone'],
    scope: 'public',
    effect: 'read',
  })
    .input(z.object({ position: z.optional(position), matter: z.optional(matterCode) }))
    .output(z.object({ halls: z.array(hall) })),
  matters: procedure({
    summary: 'The catalogue of matters',
    allow: ['anyone'],
    scope: 'public',
    effect: 'read',
  })
    .input(z.object({ hallId: z.optional(hallId) }))
    .output(z.object({ matters: z.array(matter) })),
  days: procedure({
    summary: 'The days that can be booked, and why others cannot',
    allow: ['anyone'],
    scope: 'public',
    effect: 'read',
    raises: ['NOT_FOUND', 'MATTER_NOT_HERE'],
  })
    .input(z.object({ hallId, matter: matterCode }))
    .output(z.object({ days: z.array(dayRow), rules: z.array(basis) })),
  slots: procedure({
    summary: 'What is left of a day, by quota',
    allow: ['anyone'],
    scope: 'public',
    effect: 'read',
    raises: ['NOT_FOUND', 'MATTER_NOT_HERE'],
  })
    .input(z.object({ hallId, matter: matterCode, day }))
    .output(z.object({ day, state: dayState, slots: z.array(slotRow), why: z.optional(basis) })),
  hold: procedure({
    summary: 'Keep a seat for ten minutes',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
    raises: [...bookingErrors],
    data: bookingData,
  })
    .input(wish)
    .output(z.object({ appointment })),
  book: procedure({
    summary: 'Confirm a hold, or hold and confirm at once',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
    raises: [...bookingErrors, 'HOLD_EXPIRED'],
    data: { ...bookingData, HOLD_EXPIRED: basis },
  })
    .input(z.union([z.object({ holdId: appointmentId }), wish]))
    .output(z.object({ appointment })),
  cancel: procedure({
    summary: 'Cancel a hold or an appointment',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
    raises: ['NOT_FOUND', 'CANNOT_CANCEL'],
    data: { CANNOT_CANCEL: basis },
  })
    .input(z.object({ id: appointmentId, reason: z.optional(z.string().check(z.maxLength(200))) }))
    .output(
      z.object({
        appointment,
        /** Whether it counts towards the month's cancellations. */ counted: z.boolean(),
        monthCancellations: z.int(),
        limit: z.int(),
      }),
    ),
  mine: procedure({
    summary: 'My appointments, newest first',
    allow: ['account'],
    scope: 'self',
    effect: 'read',
  })
    .input(
      z.object({
        view: z._default(z.enum(['upcoming', 'past']), 'upcoming'),
        after: z.optional(cursor),
        limit: z._default(z.int().check(z.minimum(1), z.maximum(50)), 20),
      }),
    )
    .output(z.object({ items: z.array(appointment), next: z.optional(cursor) })),
  get: procedure({
    summary: 'One appointment of mine',
    allow: ['account'],
    scope: 'self',
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ id: appointmentId }))
    .output(z.object({ appointment })),
  dayList: procedure({
    summary: "The day's list of a hall, for its officers",
    allow: ['officer', 'supervisor'],
    scope: 'hall',
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(
      z.object({
        hallId,
        day,
        after: z.optional(cursor),
        limit: z._default(z.int().check(z.minimum(1), z.maximum(100)), 100),
      }),
    )
    .output(
      z.object({
        hallId,
        hallName: text,
        day,
        state: dayState,
        asOf: instant,
        slots: z.array(z.extend(slotRow, { booked: z.int() })),
        items: z.array(
          z.object({
            id: appointmentId,
            start: minute,
            end: minute,
            code: z.string(),
            matter: matterCode,
            matterName: text,
            name: text,
            standing: z.enum(['claimed', 'verified']),
            state: appointmentState,
          }),
        ),
        next: z.optional(cursor),
      }),
    ),
  setCapacity: procedure({
    summary: 'Set the seats of a slot, or of every slot of a day',
    allow: ['officer', 'supervisor'],
    scope: 'hall',
    effect: 'mutate',
    raises: ['NOT_FOUND', 'CAPACITY_TAKEN', 'DAY_PAST'],
    data: { CAPACITY_TAKEN: z.object({ start: minute, taken: quota }) },
  })
    .input(z.object({ hallId, day, start: z.optional(minute), capacity: seats, reason }))
    .output(z.object({ slots: z.array(slotRow) })),
  closeDay: procedure({
    summary: 'Close a day: its bookings are cancelled without counting against anyone',
    allow: ['officer', 'supervisor'],
    scope: 'hall',
    effect: 'mutate',
    raises: ['NOT_FOUND', 'DAY_PAST'],
  })
    .input(z.object({ hallId, day, reason }))
    .output(
      z.object({
        hallId,
        day,
        /** Seats taken when the gates fell; they are freed in batches from now on. */ affected: z.int(),
      }),
    ),
  openDays: procedure({
    summary: 'Open the slots of the days to come',
    allow: ['timer'],
    scope: 'region',
    effect: 'job',
  })
    .input(z.object({}))
    .output(z.object({ opened: z.int() })),
  settle: procedure({
    summary: 'Settle claimed seats: booked ones for good, those never confirmed go back',
    allow: ['timer'],
    scope: 'region',
    effect: 'job',
  })
    .input(z.object({}))
    .output(z.object({ confirmed: z.int(), freed: z.int() })),
}
