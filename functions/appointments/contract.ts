/** What `appointments` offers: halls, matters, days and slots; hold, book, cancel; the officer's day. */
import * as z from 'zod/mini'
import { procedure } from '../core/io/procedure'
import { basis, day, instant, minute, pageAnswer, pageOf, position, text } from '../core/io/schema'
import { notesContract } from './contract-notes'
import {
  appointment,
  appointmentId,
  appointmentState,
  bookingData,
  bookingErrors,
  dayRow,
  dayState,
  dayTally,
  hall,
  hallId,
  matter,
  matterCode,
  outcome,
  ownReason,
  quota,
  reason,
  seats,
  slotRow,
  tallyDay,
  wish,
} from './schemas'

export { errors } from './data/errors'

const personOfDay = z.object({
  id: appointmentId,
  start: minute,
  end: minute,
  code: z.string(),
  matter: matterCode,
  matterName: text,
  name: text,
  standing: z.enum(['claimed', 'verified']),
  state: appointmentState,
  outcome,
  /** Its owner noted something for the counter: see counterNote. */
  hasNote: z.boolean(),
})

export const contract = {
  ...notesContract,
  halls: procedure({
    summary: 'Halls, nearest first when a position is given',
    allow: ['anyone'],
    scope: 'public',
    effect: 'read',
  })
    .input(z.object({ position: z.optional(position), matter: z.optional(matterCode) }))
    .output(z.object({ halls: z.array(hall) })),
  matters: procedure({
    summary: 'The catalogue of matters, as halls/matters has it: for mini-programs of before there was one',
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
    .input(z.object({ id: appointmentId, reason: z.optional(ownReason) }))
    .output(
      z.object({
        appointment,
        /** Whether it counts towards the month's cancellations. */ counted: z.boolean(),
        monthCancellations: z.int(),
        limit: z.int(),
      }),
    ),
  rebook: procedure({
    summary: 'Move an appointment to another time: the old seat is mine until the new one is',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
    raises: [...bookingErrors.filter((code) => code !== 'LIMIT_HOLDS'), 'CANNOT_CANCEL', 'SAME_TIME'],
    data: { ...bookingData, CANNOT_CANCEL: basis },
  })
    .input(z.object({ id: appointmentId, hallId, day, start: minute }))
    .output(z.object({ appointment })),
  mine: procedure({
    summary: 'My appointments, newest first',
    allow: ['account'],
    scope: 'self',
    effect: 'read',
  })
    .input(
      z.object({
        view: z._default(z.enum(['upcoming', 'past']), 'upcoming'),
        ...pageOf(50, 20),
      }),
    )
    .output(pageAnswer(appointment)),
  get: procedure({
    summary: 'One appointment of mine',
    allow: ['account'],
    scope: 'self',
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ id: appointmentId }))
    .output(z.object({ appointment })),
  proof: procedure({
    summary: 'A code by which anybody can verify that I have this appointment, without learning who I am',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
    raises: ['NOT_FOUND', 'NOT_BOOKED'],
  })
    .input(z.object({ id: appointmentId }))
    .output(z.object({ /** ABCD-EFGH-JKMN */ code: z.string() })),
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
        ...pageOf(100, 100),
      }),
    )
    .output(
      z.extend(pageAnswer(personOfDay), {
        hallId,
        hallName: text,
        day,
        state: dayState,
        asOf: instant,
        slots: z.array(z.extend(slotRow, { booked: z.int() })),
      }),
    ),
  tallies: procedure({
    summary: 'Thirty days of a hall, counted: what was booked, and what of it was cancelled and by whom',
    allow: ['officer', 'supervisor'],
    scope: 'hall',
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ hallId, /** The last of them; today when left out. */ until: z.optional(tallyDay) }))
    .output(z.object({ hallId, days: z.array(dayTally) })),
  setCapacity: procedure({
    summary: 'Set the seats of a slot, or of every slot of a day',
    allow: ['officer', 'supervisor'],
    scope: 'hall',
    effect: 'mutate',
    raises: ['NOT_FOUND', 'CAPACITY_TAKEN', 'SAME_CAPACITY', 'DAY_CLOSED', 'DAY_PAST'],
    data: { CAPACITY_TAKEN: z.object({ start: minute, taken: quota }) },
  })
    .input(z.object({ hallId, day, start: z.optional(minute), capacity: seats, reason }))
    .output(z.object({ slots: z.array(slotRow) })),
  closeDay: procedure({
    summary: 'Close a day: its bookings are cancelled without counting against anyone',
    allow: ['officer', 'supervisor'],
    scope: 'hall',
    effect: 'mutate',
    raises: ['NOT_FOUND', 'DAY_PAST', 'ALREADY_CLOSED', 'HALL_CLOSED', 'CALENDAR_UNPUBLISHED'],
    data: { HALL_CLOSED: basis, CALENDAR_UNPUBLISHED: basis },
  })
    .input(z.object({ hallId, day, reason }))
    .output(
      z.object({
        hallId,
        day,
        /** Seats taken when the gates fell; they are freed in batches from now on. */ affected: z.int(),
        /** Of answers of before: it was closed with the same reason, which is ALREADY_CLOSED now. */ already:
          z.optional(z.boolean()),
      }),
    ),
  reopenDay: procedure({
    summary: 'Open a closed day again: what was cancelled stays so, its seats are free',
    allow: ['officer', 'supervisor'],
    scope: 'hall',
    effect: 'mutate',
    raises: ['NOT_FOUND', 'DAY_PAST', 'DAY_NOT_CLOSED'],
  })
    .input(z.object({ hallId, day, reason }))
    .output(
      z.object({
        hallId,
        day,
        /** Appointments that stay cancelled: their people are told. */ cancelled: z.int(),
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
  recount: procedure({
    summary: "Recount yesterday's visits of every hall, and log where the tallies differ",
    allow: ['timer'],
    scope: 'region',
    effect: 'job',
  })
    .input(z.object({}))
    .output(z.object({ differences: z.int() })),
  settle: procedure({
    summary: 'Settle claimed seats: booked ones for good, those never confirmed go back',
    allow: ['timer'],
    scope: 'region',
    effect: 'job',
  })
    .input(z.object({}))
    .output(z.object({ confirmed: z.int(), freed: z.int() })),
}
