/** What `timers` offers: the jobs that schedules run, the dead letters that operators settle, the audit's published heads. */
import * as z from 'zod/mini'
import { procedure } from '../core/io/procedure'
import { count, instant, pageAnswer, pageOf } from '../core/io/schema'

/** A function's name. */
const subscriber = z.string().check(z.regex(/^[a-z]{2,20}$/))
const eventId = z.string().check(z.regex(/^ev_[0-9a-z]{26}$/))

export const deadLetter = z.object({
  eventId,
  /** The function whose handler failed. */
  subscriber: z.string(),
  kind: z.string(),
  /** When it happened. */
  at: instant,
  diedAt: instant,
  attempts: count,
  /** The last failure's class and code, e.g. `AppError.NOT_FOUND`; never a message. */
  lastError: z.string(),
  /** Pseudonymous ids, codes and numbers. */
  payload: z.record(z.string(), z.unknown()),
})

const publishedHead = z.object({
  day: z.string(),
  height: count,
  total: count,
  hash: z.string(),
  keyId: z.string(),
  signature: z.string(),
})

export const contract = {
  dispatch: procedure({
    summary: 'Run the handlers of events that are due',
    allow: ['timer'],
    scope: 'public',
    effect: 'job',
  })
    .input(
      z.object({
        /** Only this one's; absent: everybody's, each in a lane of its own. */ subscriber:
          z.optional(subscriber),
      }),
    )
    .output(z.object({ handled: count, failed: count, died: count })),
  seal: procedure({
    summary: 'Seal pending audit entries into the hash chain and sign its head',
    allow: ['timer'],
    scope: 'public',
    effect: 'job',
  })
    .input(z.object({}))
    .output(z.object({ blocks: count, entries: count })),
  sweep: procedure({
    summary: 'Remove what has outlived its retention',
    allow: ['timer'],
    scope: 'public',
    effect: 'job',
  })
    .input(z.object({}))
    .output(z.object({ removed: count, finished: z.boolean() })),
  deadLetters: procedure({
    summary: 'Events that failed ten times and wait for an operator',
    allow: ['admin', 'auditor'],
    scope: 'public',
    effect: 'read',
  })
    .input(
      z.object({
        ...pageOf(50, 20),
      }),
    )
    .output(pageAnswer(deadLetter)),
  requeue: procedure({
    summary: 'Try a dead letter again, with ten new attempts',
    allow: ['admin'],
    scope: 'public',
    effect: 'mutate',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ eventId, /** Absent: all of the event's. */ subscriber: z.optional(subscriber) }))
    .output(z.object({ eventId, subscribers: z.array(z.string()), due: instant })),
  auditHeads: procedure({
    summary: 'The audit’s head of each day, to keep a copy of, and the key that verifies it',
    allow: ['anyone'],
    scope: 'public',
    effect: 'read',
  })
    .input(z.object({ ...pageOf(100, 31) }))
    .output(
      z.extend(pageAnswer(publishedHead), {
        /** Ed25519, raw, base64url. */
        publicKey: z.string(),
      }),
    ),
}
