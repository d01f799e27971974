/** What the procedures of `queue` take and give. */
import * as z from 'zod/mini'
import { count, day, id, instant, minute, text } from '../core/io/schema'
import { hallId, matterCode } from '../halls/public'
import { RATING_REASONS, STARS, TICKET_ID, WINDOW } from './rules/fields'
import { TICKET_STATES } from './rules/states'

export const ticketId = z.string().check(z.regex(TICKET_ID))
export const windowNumber = z.string().check(z.regex(WINDOW))
export const stars = z.int().check(z.minimum(STARS.least), z.maximum(STARS.most))
export const reasons = z.array(z.enum(RATING_REASONS)).check(z.maxLength(RATING_REASONS.length))

/** A wait in minutes: half wait up to `from`, nine of ten up to `to`; or why nobody knows. */
export const estimate = z.union([
  z.object({ known: z.literal(true), from: count, to: count, asOf: instant }),
  z.object({ known: z.literal(false), why: z.enum(['noWindow', 'still', 'fewTimes']), asOf: instant }),
])

export const ticket = z.object({
  id: ticketId,
  /** As printed: A007. */
  number: text,
  state: z.enum(TICKET_STATES),
  hallId,
  hallName: text,
  matter: matterCode,
  matterName: text,
  day,
  priority: z.boolean(),
  booked: z.boolean(),
  /** Of a booking: the start of its slot. */
  start: z.optional(minute),
  appointmentId: z.optional(z.string()),
  /** The taxpayer it is for, masked. */
  taxpayer: z.optional(z.object({ id, name: text })),
  /** Where it was called to last. */
  window: z.optional(text),
  arrivedAt: instant,
  calledAt: z.optional(instant),
  /** How often it was called out since. */
  calls: z.optional(count),
  servingAt: z.optional(instant),
  endedAt: z.optional(instant),
  /** It was called in vain once. */
  passed: z.boolean(),
  canLeave: z.boolean(),
  canRate: z.boolean(),
  stars: z.optional(stars),
  /** While it waits: how many go before, and how long that takes. */
  waiting: z.optional(z.object({ ahead: count, estimate })),
})

/** One matter of a hall as it stands now. */
export const matterLine = z.object({
  matter: matterCode,
  name: text,
  waiting: count,
  /** Open windows that serve it. */
  windows: count,
  /** For who takes a number now. */
  estimate,
})

/** What a window has at the moment. */
export const atWindow = z.object({
  ticketId: z.optional(ticketId),
  number: text,
  serving: z.boolean(),
  /** How often it was called out; the display speaks each. */
  calls: count,
  calledAt: instant,
})

export const windowRow = z.object({
  window: text,
  state: z.enum(['open', 'paused', 'closed']),
  /** The caller works at it. */
  mine: z.boolean(),
  matters: z.array(matterCode),
  /** Of the catalogue: what it can serve. */
  able: z.array(matterCode),
  at: z.nullable(atWindow),
  /** Of the caller's own window: the number that it has, whole. */
  ticket: z.optional(ticket),
})
