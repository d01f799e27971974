/** One attempt at one event: its handler is run in time, and what came of it is written. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Instant } from '../../pure/time'
import type { Services } from '../context'
import type { Stored } from '../store/contract'
import type { EventDoc } from './collections'
import type { EventHandlers } from './contract'
import { deliveryParts } from './emit'
import type { Lease } from './lease'
import { errorLabel, failed, markDone, markFailed } from './outcome'

/** How an attempt ended; `elsewhere`: somebody else has settled the event. */
export type Verdict = 'handled' | 'failed' | 'died' | 'elsewhere'

/** One subscriber's run. */
export interface Lane {
  readonly services: Services
  readonly subscriber: string
  readonly handlers: EventHandlers
  readonly lease: Lease
  /** Milliseconds that a handler may take. */
  readonly patience: number
  readonly count: (verdict: Verdict) => void
}

/** The mark of an event that was being handled when the process died. */
const INTERRUPTED = 'Interrupted'

export const wasInterrupted = ({ doc }: Stored<EventDoc>): boolean => doc.lastError === INTERRUPTED

export const isDue = (event: Stored<EventDoc> | undefined, now: Instant): event is Stored<EventDoc> =>
  event !== undefined && event.doc.due !== null && event.doc.due <= now

/** Runs its handler, then clears `due`, or moves it later. */
export const attempt = (lane: Lane, event: Stored<EventDoc>): Promise<Verdict> =>
  settle(lane, event, event.doc)

/**
 * The same for an event that may have killed the process which handled it: counted as failed before it starts, so that a
 * deadly one becomes a dead letter and not the end of dispatching.
 */
export const attemptSuspect = async (lane: Lane, event: Stored<EventDoc>): Promise<Verdict> => {
  const { services } = lane
  const counted = failed(event.doc, INTERRUPTED, services.clock())
  if (!(await markFailed(services, event, counted))) return 'elsewhere'
  return counted.dead ? 'died' : settle(lane, { ...event, doc: counted }, event.doc)
}

/** `before` is the event as it stood before this attempt, where the attempt has been counted already. */
const settle = async (lane: Lane, event: Stored<EventDoc>, before: EventDoc): Promise<Verdict> => {
  const { services } = lane
  try {
    await runHandler(lane, event.id, before)
  } catch (error) {
    const after = failed(before, errorLabel(error), services.clock())
    tell(lane, event.id, after)
    if (!(await markFailed(services, event, after))) return 'elsewhere'
    return after.dead ? 'died' : 'failed'
  }
  return (await markDone(services, event, services.clock())) ? 'handled' : 'elsewhere'
}

const tell = ({ services: { log }, subscriber }: Lane, eventId: string, after: EventDoc): void => {
  const fields = { eventId, subscriber, kind: after.kind, attempts: after.attempts, error: after.lastError }
  if (after.dead) log.error(fields, 'an event is a dead letter')
  else log.warn(fields, 'an event could not be handled')
}

class NoHandler extends Error {
  override readonly name = 'NoHandler'
}

class HandlerTimeout extends Error {
  override readonly name = 'HandlerTimeout'
}

const runHandler = async (
  { services, handlers, patience }: Lane,
  id: string,
  { kind, due, at, attempts, payload }: EventDoc,
): Promise<void> => {
  const handler = Object.hasOwn(handlers, kind) ? handlers[kind] : undefined
  if (!handler) throw new NoHandler(kind)
  const { eventId } = deliveryParts(id)
  await inTime(handler({ id: eventId, kind, at, due: due ?? at, attempts, payload }, services), patience)
}

const inTime = async (work: Promise<void>, patience: number): Promise<void> => {
  const stop = new AbortController()
  const late = sleep(patience, undefined, { signal: stop.signal }).then(() => {
    throw new HandlerTimeout(`longer than ${patience} ms`)
  })
  try {
    await Promise.race([work, late])
  } finally {
    stop.abort()
    late.catch(() => undefined)
  }
}
