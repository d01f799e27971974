/**
 * Runs what is due for one subscriber: at least once each, under the subscriber's own lease, in small batches. Subscribers
 * share nothing: neither a lease, nor attempts, nor each other's failures.
 */
import { MINUTE, type Instant } from '../../pure/time'
import type { Services } from '../context'
import type { Stored } from '../store/contract'
import { attempt, attemptSuspect, isDue, wasInterrupted, type Lane, type Verdict } from './attempt'
import type { EventDoc } from './collections'
import type { Subscriber } from './contract'
import { withLease } from './lease'
import { attemptLeftBehind } from './left-behind'
import { waitingFor } from './turn'

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

/** The lease must outlive a batch: patience and what its commits take. */
const LEASE_TTL = 2 * MINUTE
const BATCH = 16
const PAGE = 100
const BUDGET = 40_000
const PATIENCE = 20_000

export const leaseOf = (subscriber: string): string => `events.dispatch.${subscriber}`

/**
 * Takes `due ≤ now` by index and runs each event's handler, then clears `due`. No cursor: what is committed late is due
 * all the same. Another run at the same time finds the lease held and does nothing.
 *
 * @returns what this run did; all zero when the lease was held or lost
 */
export const dispatch = async (
  services: Services,
  { name, handlers }: Subscriber,
  { limit, budget = BUDGET, patience = PATIENCE }: DispatchOptions,
): Promise<Dispatched> => {
  const counts = { handled: 0, failed: 0, died: 0 }
  const count = (verdict: Verdict): void => {
    if (verdict !== 'elsewhere') counts[verdict] += 1
  }
  if (!(await hasWork(services, name))) return counts
  await withLease(services, leaseOf(name), LEASE_TTL, async (lease) => {
    const lane: Lane = { services, subscriber: name, handlers: await handlers(), lease, patience, count }
    await attemptLeftBehind(lane)
    await attemptDue(lane, limit, services.clock() + budget)
  })
  return counts
}

const dueOf = (
  services: Pick<Services, 'store' | 'clock'>,
  subscriber: string,
  limit: number,
): Promise<readonly Stored<EventDoc>[]> =>
  waitingFor(services, subscriber, { until: services.clock(), limit })

/** Without a look first, each run would write a lease twice, and load the handlers, for nothing. */
const hasWork = async (services: Services, subscriber: string): Promise<boolean> =>
  (await dueOf(services, subscriber, 1)).length > 0

/** When the next event of a subscriber is due; undefined when none waits. */
export const nextDue = async (
  services: Pick<Services, 'store'>,
  subscriber: string,
): Promise<Instant | undefined> =>
  (await waitingFor(services, subscriber, { limit: 1 }))[0]?.doc.due ?? undefined

interface Batch {
  readonly events: readonly Stored<EventDoc>[]
  readonly attempt: typeof attempt
}

/** Those whose attempt was cut short come last and one by one: should one kill us, everything else has been handled. */
const batchOf = (due: readonly Stored<EventDoc>[], room: number): Batch => {
  const unsuspected = due.filter((event) => !wasInterrupted(event))
  if (unsuspected.length > 0) return { events: unsuspected.slice(0, Math.min(BATCH, room)), attempt }
  return { events: due.slice(0, Math.min(1, room)), attempt: attemptSuspect }
}

const attemptDue = async (lane: Lane, limit: number, stopAt: Instant): Promise<void> => {
  const { services, subscriber, lease, count } = lane
  const attempted = new Set<string>()
  while (attempted.size < limit && services.clock() < stopAt) {
    const due = await dueOf(services, subscriber, PAGE)
    const untried = due.filter((event) => isDue(event, services.clock()) && !attempted.has(event.id))
    const batch = batchOf(untried, limit - attempted.size)
    // What is due still though it was attempted waits for a store that was busy: the next run's.
    if (batch.events.length === 0) return
    await lease.renew({ working: batch.events.map(({ id }) => id) })
    for (const { id } of batch.events) attempted.add(id)
    await Promise.all(batch.events.map(async (event) => count(await batch.attempt(lane, event))))
  }
}
