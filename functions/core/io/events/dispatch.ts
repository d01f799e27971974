/** Runs the handlers of events whose time has come: at least once each, under a lease, in small batches. */
import { setTimeout as sleep } from 'node:timers/promises'
import { MINUTE } from '../../pure/time'
import type { Services } from '../context'
import type { Json, Stored } from '../store/contract'
import { events, type EventDoc } from './collections'
import type { EventHandlers } from './contract'
import { withLease, type Lease } from './lease'
import { errorLabel, failed, markDone, markFailed } from './outcome'

export interface DispatchOptions {
  /** At most so many events in this run. */
  readonly limit: number
  /** No new batch after so many milliseconds (default 40 s: a schedule comes each minute). */
  readonly budget?: number
  /** A handler that takes longer has failed (default 20 s). */
  readonly patience?: number
}

export interface Dispatched {
  readonly handled: number
  readonly failed: number
  /** Dead letters made by this run. */
  readonly died: number
}

export const DISPATCH_LEASE = 'events.dispatch'
/** The lease must outlive a batch: patience and what its commits take. */
const LEASE_TTL = 2 * MINUTE
const BATCH = 16
/** The mark of an event that was being handled when the process died. */
const INTERRUPTED = 'Interrupted'

type Verdict = keyof Dispatched | 'elsewhere'

/**
 * Takes `due ≤ now` by index and runs each event's handler, then clears `due`. No cursor: what is committed late is due
 * all the same. Another run at the same time finds the lease held and does nothing.
 *
 * @returns what this run did; all zero when the lease was held or lost
 */
export const dispatch = async (
  services: Services,
  handlers: EventHandlers,
  options: DispatchOptions,
): Promise<Dispatched> => {
  const counts = { handled: 0, failed: 0, died: 0 }
  const count = (verdict: Verdict): void => {
    if (verdict !== 'elsewhere') counts[verdict] += 1
  }
  await withLease(services, DISPATCH_LEASE, LEASE_TTL, async (lease) => {
    const run = { services, handlers, lease, patience: options.patience ?? 20_000, count }
    await runSuspects(run)
    await runDue(run, options.limit, services.clock() + (options.budget ?? 40_000))
  })
  return counts
}

interface Run {
  readonly services: Services
  readonly handlers: EventHandlers
  readonly lease: Lease
  readonly patience: number
  readonly count: (verdict: Verdict) => void
}

const isDue = (event: Stored<EventDoc> | undefined, now: number): event is Stored<EventDoc> =>
  event !== undefined && event.doc.due !== null && event.doc.due <= now

const runDue = async (run: Run, limit: number, stopAt: number): Promise<void> => {
  const {
    services: { store, clock },
    lease,
    count,
  } = run
  const seen = new Set<string>()
  while (seen.size < limit && clock() < stopAt) {
    const page = await store.query<EventDoc>(events.name, {
      index: 'due',
      range: { gte: 0, lte: clock() },
      limit: 100,
    })
    const fresh = page.items.filter(({ id }) => !seen.has(id))
    const calm = fresh.filter((event) => !wasInterrupted(event))
    // Suspects last and one by one: should one kill us, everything else has been handled.
    const batch = (calm.length > 0 ? calm.slice(0, BATCH) : fresh.slice(0, 1)).slice(0, limit - seen.size)
    // What is still here though it was handled waits for a store that was busy: the next run's.
    if (batch.length === 0) return
    await lease.renew({ working: batch.map(({ id }) => id) })
    batch.forEach(({ id }) => seen.add(id))
    const work = calm.length > 0 ? handle : handleSuspect
    await Promise.all(batch.map(async (event) => count(await work(run, event))))
  }
}

/**
 * The run before died at work: one of its batch may have killed it, and would kill each run after it. They are run one by
 * one, each counted as failed before it starts, so that a deadly one becomes a dead letter and not the end of dispatching.
 */
const runSuspects = async (run: Run): Promise<void> => {
  const {
    services: { store, clock },
    lease,
  } = run
  if (!lease.inherited) return
  const working = await store.read<EventDoc>(events.name, workingIn(lease.memo))
  const suspects = working.filter((event): event is Stored<EventDoc> => isDue(event, clock()))
  const inOrder = [...suspects.filter((event) => !wasInterrupted(event)), ...suspects.filter(wasInterrupted)]
  for (const [place, event] of inOrder.entries()) {
    await lease.renew({ working: inOrder.slice(place).map(({ id }) => id) })
    run.count(await handleSuspect(run, event))
  }
}

const wasInterrupted = ({ doc }: Stored<EventDoc>): boolean => doc.lastError === INTERRUPTED

const workingIn = (memo: Json): string[] => {
  const working = memo !== null && typeof memo === 'object' && 'working' in memo ? memo.working : []
  return Array.isArray(working) ? working.filter((id): id is string => typeof id === 'string') : []
}

const handleSuspect = async (run: Run, event: Stored<EventDoc>): Promise<Verdict> => {
  const doc = failed(event.doc, INTERRUPTED, run.services.clock())
  if (!(await markFailed(run.services, event, doc))) return 'elsewhere'
  return doc.dead ? 'died' : handle(run, { ...event, doc }, event.doc)
}

/** `before` is the event as it stood before this attempt, where the attempt has been counted already. */
const handle = async (
  { services, handlers, patience }: Run,
  event: Stored<EventDoc>,
  before: EventDoc = event.doc,
): Promise<Verdict> => {
  const { id } = event
  const { kind, due, at, attempts, payload } = before
  const handler = Object.hasOwn(handlers, kind) ? handlers[kind] : undefined
  try {
    if (!handler) throw new NoHandler(kind)
    await inTime(handler({ id, kind, at, due: due ?? at, attempts, payload }, services), patience)
  } catch (error) {
    const after = failed(before, errorLabel(error), services.clock())
    const fields = { eventId: id, kind, attempts: after.attempts, error: after.lastError }
    services.log[after.dead ? 'error' : 'warn'](
      fields,
      after.dead ? 'an event is a dead letter' : 'an event could not be handled',
    )
    if (!(await markFailed(services, event, after))) return 'elsewhere'
    return after.dead ? 'died' : 'failed'
  }
  return (await markDone(services, event, services.clock())) ? 'handled' : 'elsewhere'
}

class NoHandler extends Error {
  override readonly name = 'NoHandler'
}

class HandlerTimeout extends Error {
  override readonly name = 'HandlerTimeout'
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
