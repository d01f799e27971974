/** How an event ends: done, tried again later, or dead; and how an operator brings a dead one back. */
import { AppError } from '../../pure/errors'
import { DAY_MS, HOUR, type Instant } from '../../pure/time'
import type { Services } from '../context'
import type { PatchSpec, Stored } from '../store/contract'
import type { Tx } from '../store/transaction'
import { events, type EventDoc } from './collections'

export const MAX_ATTEMPTS = 10
/** How long a handled event is kept. */
const KEPT = 30 * DAY_MS
const FIRST_WAIT = 30_000
const LONGEST_WAIT = 6 * HOUR

/** Milliseconds to wait after the nth failure: half a minute, doubling, at most six hours; ten failures span about four hours. */
export const backOff = (failures: number): number => Math.min(FIRST_WAIT * 2 ** (failures - 1), LONGEST_WAIT)

/** What may be kept of an error: its class and code. A message could hold personal data. */
export const errorLabel = (error: unknown): string => {
  if (error instanceof AppError) return `AppError.${error.code}`
  const name =
    typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : typeof error
  return /^[A-Za-z0-9_]{1,60}$/.test(name) ? name : 'Error'
}

type Needs = Pick<Services, 'store'>

/**
 * Changes the event exactly when it stands as it was read: same due, same number of failures. Refused means that
 * another dispatcher has settled it already; busy and unknown leave it to the next run, which finds it by its due.
 */
const settle = async (
  { store }: Needs,
  { id, doc }: Stored<EventDoc>,
  change: Pick<PatchSpec, 'set' | 'unset' | 'marker'>,
): Promise<boolean> => {
  const outcome = await store.patch({
    collection: events.name,
    id,
    when: [
      { path: 'due', is: doc.due },
      { path: 'attempts', is: doc.attempts },
    ],
    ...change,
  })
  return outcome.outcome === 'patched'
}

/** Its handler has run: no longer due, kept for 30 days. */
export const markDone = (needs: Needs, event: Stored<EventDoc>, now: Instant): Promise<boolean> =>
  settle(needs, event, {
    set: { due: null, doneAt: now, expiresAt: now + KEPT },
    unset: ['lastError'],
    marker: 'doneAt',
  })

/** What an event is after one more failure: due again later, or, after ten, a dead letter. */
export const failed = (doc: EventDoc, label: string, now: Instant): EventDoc => {
  const attempts = doc.attempts + 1
  return attempts >= MAX_ATTEMPTS
    ? { ...doc, attempts, lastError: label, due: null, dead: true, diedAt: now }
    : { ...doc, attempts, lastError: label, due: now + backOff(attempts) }
}

/** Writes what `failed` made of the event. */
export const markFailed = (needs: Needs, event: Stored<EventDoc>, after: EventDoc): Promise<boolean> =>
  settle(needs, event, {
    set: {
      attempts: after.attempts,
      lastError: after.lastError ?? 'Error',
      due: after.due,
      ...(after.dead ? { dead: true, diedAt: after.diedAt ?? 0 } : {}),
    },
  })

/**
 * Makes dead letters of an event due again, with ten new attempts each: those of one subscriber, or all.
 * @throws AppError NOT_FOUND when there is no such dead letter
 */
export const requeue = async (tx: Tx, deliveryIds: readonly string[]): Promise<readonly string[]> => {
  const found = await Promise.all(deliveryIds.map(async (id) => ({ id, event: await tx.get(events, id) })))
  const dead = found.flatMap(({ id, event }) => (event?.dead ? [{ id, event }] : []))
  if (dead.length === 0) throw new AppError('NOT_FOUND')
  for (const { id, event } of dead) {
    const { dead: _dead, diedAt: _diedAt, ...rest } = event
    tx.replace(events, id, { ...rest, due: tx.now, attempts: 0 })
  }
  return dead.map(({ id }) => id)
}
