/**
 * Tallies: things counted as they happen, so that a summary reads a few numbers and not every document. Events count, each
 * exactly once, however often it is delivered: docs/adr/0020.
 */
import { createHash } from 'node:crypto'
import { DAY_MS } from '../../pure/time'
import type { Services } from '../context'
import type { Event } from '../events/contract'
import type { Store } from '../store/contract'
import { eachOf } from '../store/pages'
import { transact } from '../store/transact'
import { tallies, tallyMarks } from './collections'

export interface TallySpec {
  /** `<function>.<what>`. */
  readonly name: string
  /** What is counted under a key. */
  readonly counts: readonly string[]
  /** Counts are kept this long after they last changed. */
  readonly keptMs: number
}

export interface Counted {
  /** `[A-Za-z0-9_.-]`, 60 at most; names a place, a day, a kind, and nobody. */
  readonly key: string
  /** What happened how often; below zero takes back. */
  readonly add: Readonly<Record<string, number>>
}

/** What stands under a key: every count of the spec, 0 where nothing was counted. */
export type Counts = Readonly<Record<string, number>>

/** Deliveries that run side by side seldom meet in one document; a key is never more than so many. */
export const SHARDS = 8
/** An event that comes again within this time is known; one that comes later is for an operator and the recount. */
export const MARK_KEPT = 90 * DAY_MS

const KEY = /^[A-Za-z0-9_.-]{1,60}$/

/** By the event, so that its redelivery meets the same documents. */
const shardOf = (eventId: string): number => (createHash('sha256').update(eventId).digest()[0] ?? 0) % SHARDS

export const shardId = ({ name }: TallySpec, key: string, shard: number): string => `${name}.${key}.${shard}`

/** Thrown into the dispatcher: the event becomes a dead letter, which names it to the operator. */
export class TooLateToCount extends Error {
  override readonly name = 'TooLateToCount'
}

const insistSound = ({ name, counts }: TallySpec, { key, add }: Counted): void => {
  if (!KEY.test(key)) throw new RangeError(`${name}: key`)
  for (const [what, many] of Object.entries(add))
    if (!counts.includes(what) || !Number.isSafeInteger(many)) throw new RangeError(`${name}: ${what}`)
}

/**
 * Counts what an event says: its mark and its numbers in one commit, so that it counts once whatever dies between.
 * @returns whether this call counted it; false: it was counted before
 * @throws TooLateToCount when a mark of it would be gone by now
 * @example 'appointments.booked': (event, services) => countEvent(services, hallDay, event, { key, add: { booked: 1 } })
 */
export const countEvent = async (
  services: Pick<Services, 'store' | 'random' | 'clock'>,
  spec: TallySpec,
  { id: eventId, at }: Pick<Event, 'id' | 'at'>,
  counted: Counted,
): Promise<boolean> => {
  insistSound(spec, counted)
  if (at + MARK_KEPT <= services.clock()) throw new TooLateToCount(eventId)
  const shard = shardId(spec, counted.key, shardOf(eventId))
  const mark = `${spec.name}.${eventId}`
  return transact(services, async (tx) => {
    if (await tx.get(tallyMarks, mark)) return false
    // From when it happened, and a day longer than it is looked for.
    tx.insert(tallyMarks, mark, { v: 1, expiresAt: at + MARK_KEPT + DAY_MS })
    const expiresAt = tx.now + spec.keptMs
    const changed = Object.entries(counted.add).filter(([, many]) => many !== 0)
    const standing = await tx.peek(tallies, shard)
    if (!standing) {
      const counts = Object.fromEntries(spec.counts.map((what) => [what, counted.add[what] ?? 0]))
      tx.insert(tallies, shard, { v: 1, tally: spec.name, key: counted.key, counts, expiresAt })
    } else if (changed.every(([what]) => Object.hasOwn(standing.counts, what)))
      tx.patch(tallies, shard, {
        add: Object.fromEntries(changed.map(([what, many]) => [`counts.${what}`, many])),
        set: { expiresAt },
      })
    else {
      // A count that the tally did not have when this shard was made: rare, so it may be read and replaced.
      const read = (await tx.get(tallies, shard)) ?? standing
      const sums = changed.map(([what, many]) => [what, (read.counts[what] ?? 0) + many] as const)
      tx.replace(tallies, shard, {
        ...read,
        counts: { ...read.counts, ...Object.fromEntries(sums) },
        expiresAt,
      })
    }
    return true
  })
}

/** Keys from `from` up to and with `to`, bytewise. */
export interface KeyRange {
  readonly from: string
  readonly to: string
}

/** What was counted, by key; keys under which nothing was counted are missing. */
export const readTallies = async (
  store: Store,
  { name, counts }: TallySpec,
  { from, to }: KeyRange,
): Promise<ReadonlyMap<string, Counts>> => {
  const sums = new Map<string, Record<string, number>>()
  const query = { index: 'key', where: { tally: name }, range: { gte: from, lte: to } }
  for await (const { doc } of eachOf(store, tallies, query)) {
    const sum = sums.get(doc.key) ?? Object.fromEntries(counts.map((what) => [what, 0]))
    for (const what of counts) sum[what] = (sum[what] ?? 0) + (doc.counts[what] ?? 0)
    sums.set(doc.key, sum)
  }
  return sums
}
