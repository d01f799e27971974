/** Removes what has expired: collection by collection, in small batches, a little further each run. */
import { MINUTE, type Instant } from '../../pure/time'
import type { Services } from '../context'
import { LeaseLost, withLease, type Lease } from '../events/lease'
import { files, type FileDoc } from '../files/collections'
import { sweepFile } from '../files/sweep'
import type { CollectionSpec } from '../store/collection'
import type { Doc, Json, Stored } from '../store/contract'

export interface SweepOptions {
  /** At most so many documents in this run (default 5 000). */
  readonly limit?: number
  /** No new batch after so many milliseconds (default 40 s). */
  readonly budget?: number
}

export interface Swept {
  readonly removed: number
  /** Everything that has expired is gone. */
  readonly finished: boolean
}

export const SWEEP_LEASE = 'retention.sweep'
const LEASE_TTL = 2 * MINUTE
/** One commit: the lease's check, and the removals. */
const BATCH = 32
/** Batches of which nothing could be removed, because all of it was being written: then the next run looks again. */
const MOST_IDLE = 3

interface Run {
  readonly services: Services
  readonly lease: Lease
  readonly stopAt: Instant
}

/**
 * A run that is cut short, by its limit, its budget or a crash, is continued by the next with the collection where it
 * stopped: a large one cannot starve those behind it.
 */
export const sweep = async (
  services: Services,
  collections: readonly CollectionSpec[],
  options: SweepOptions = {},
): Promise<Swept> => {
  const { limit = 5_000, budget = 40_000 } = options
  const stopAt = services.clock() + budget
  const outcome = await withLease(services, SWEEP_LEASE, LEASE_TTL, async (lease) => {
    let removed = 0
    for (const spec of inTurn(collections, lease.memo)) {
      await lease.renew({ collection: spec.name })
      for (let idle = 0; idle < MOST_IDLE;) {
        if (removed >= limit) return { removed, finished: false }
        const batch = await sweepBatch({ services, lease, stopAt }, spec, Math.min(BATCH, limit - removed))
        removed += batch.removed
        idle = batch.removed > 0 ? 0 : idle + 1
        if (batch.last) break
        if (services.clock() >= stopAt) return { removed, finished: false }
      }
    }
    return { removed, finished: true }
  })
  return outcome.outcome === 'done' ? outcome.result : { removed: 0, finished: false }
}

/** Those that expire, beginning with the one after which the last run stopped. */
const inTurn = (collections: readonly CollectionSpec[], memo: Json): readonly CollectionSpec[] => {
  const expiring = collections.filter(({ retention }) => retention.kind === 'expiresAt')
  const name = memo !== null && typeof memo === 'object' && 'collection' in memo ? memo.collection : undefined
  const place = Math.max(
    0,
    expiring.findIndex((spec) => spec.name === name),
  )
  return [...expiring.slice(place), ...expiring.slice(0, place)]
}

const sweepBatch = async (
  run: Run,
  spec: CollectionSpec,
  size: number,
): Promise<{ removed: number; last: boolean }> => {
  const { store, clock } = run.services
  const page = await store.query(spec.name, { index: 'expiry', range: { gte: 0, lte: clock() }, limit: size })
  const found = page.items
  const removed =
    spec.name === files.name
      ? await sweepFiles(run, found as readonly Stored<FileDoc>[])
      : await remove(run, spec.name, found)
  return { removed, last: page.next === undefined }
}

/** One whose bytes cannot be removed is left for the next run: it holds up neither the others nor what comes after files. */
const sweepFiles = async (
  { services, lease, stopAt }: Run,
  batch: readonly Stored<FileDoc>[],
): Promise<number> => {
  let removed = 0
  for (const file of batch) {
    if (services.clock() >= stopAt) break
    await lease.renew()
    const gone = await sweepFile(services, file).catch((err: unknown) => {
      services.log.error({ err, fileId: file.id }, 'a file could not be removed')
      return false
    })
    if (gone) removed += 1
  }
  return removed
}

/** Each exactly as it was found: a document that was given a longer life meanwhile is left out, and stays. */
const remove = async (
  { services: { store }, lease }: Run,
  collection: string,
  found: readonly Stored<Doc>[],
): Promise<number> => {
  let batch = [...found]
  for (let attempt = 0; batch.length > 0 && attempt < BATCH + 4; attempt += 1) {
    const outcome = await store.commit([
      lease.check(),
      ...batch.map(({ id, version }) => ({ op: 'remove' as const, collection, id, version })),
    ])
    if (outcome.outcome === 'committed') return batch.length
    if (outcome.outcome !== 'refused') continue
    if (outcome.index === 0) throw new LeaseLost(SWEEP_LEASE)
    batch = batch.filter((_, place) => place !== outcome.index - 1)
  }
  return 0
}
