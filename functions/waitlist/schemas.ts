/** What the procedures of `waitlist` take and give. */
import * as z from 'zod/mini'
import { count, day, id, instant, minute, text } from '../core/io/schema'
import { hallId, matterCode } from '../halls/public'
import { WAIT_ID } from './rules/fields'
import { WAIT_STATES } from './rules/states'

export const waitId = z.string().check(z.regex(WAIT_ID))

export const slotPlace = z.object({ hallId, day, start: minute })

export const wait = z.object({
  id: waitId,
  state: z.enum(WAIT_STATES),
  hallId,
  hallName: text,
  matter: matterCode,
  matterName: text,
  day,
  start: minute,
  end: minute,
  /** The taxpayer it is for, masked. */
  taxpayer: z.object({ id, name: text }),
  /** While waiting: which in the line, from 1. */
  place: z.optional(count),
  /** While a seat is offered: until when it can be accepted. */
  offerUntil: z.optional(instant),
  /** Once booked. */
  appointmentId: z.optional(z.string()),
  /** The place that a ballot gave: `rules/ballot` recomputes it. */
  drawnPlace: z.optional(count),
  joinedAt: instant,
})

const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/))
export const ballot = z.object({
  hallId,
  day,
  state: z.enum(['open', 'closed', 'listed', 'drawn']),
  /** To the seed, published before anybody enters. */
  commitment: hash,
  announcedAt: instant,
  closesAt: instant,
  /** Of all entries, published before the seed. */
  digest: z.optional(hash),
  listedAt: z.optional(instant),
  /** Whose entries the digest is of: when the slots of its day begin. */
  starts: z.optional(z.array(minute)),
  /** Revealed by the draw. */
  seed: z.optional(hash),
  drawnAt: z.optional(instant),
})

export const line = z.object({
  /** Can one join it now: the slot is full, and the line not as long as it may be; or its day's ballot takes entries. */
  open: z.boolean(),
  waiting: count,
  longest: count,
})
