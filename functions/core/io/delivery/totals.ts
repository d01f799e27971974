/**
 * What came of messages that many are told of, in numbers: by channel, sent or failed and why; and who stopped. Written in the commit that
 * writes what came of them, so that each counts once. In shards, since several senders write at once; the sum of them counts.
 */
import { createHash } from 'node:crypto'
import type { Channel } from '../../pure/delivery/channels'
import { defineCollection } from '../store/collection'
import type { Change } from '../store/contract'
import type { Services } from '../context'
import { eachOf } from '../store/pages'
import type { Tx } from '../store/transaction'
import type { DeliveryDoc } from './collections'

/** What is counted beside channels: people who stop the topic, or the one thing. */
type Counter = Channel | 'stops'

/** Id: `<about>.<channel>.<shard>`. */
type DeliveryTotalDoc = {
  readonly v: 1
  readonly about: string
  readonly of: Counter
  /** `sent`, `unknown`, or why they failed; `topic` and `this` of stops. */
  readonly counts: Readonly<Record<string, number>>
}

export const deliveryTotals = defineCollection<DeliveryTotalDoc>({
  name: 'deliveryTotals',
  v: 1,
  indexes: { about: ['about', 'of'] },
  retention: { kind: 'forever', why: 'how many an office told, and how' },
  personal: { none: 'numbers' },
})

const SHARDS = 8
/** Reasons are codes of ours and of providers: of more than so many the rest count as one. */
const MOST_REASONS = 40
const OTHER = 'Other'

const shardOf = (seed: string): number => (createHash('sha256').update(seed).digest()[0] ?? 0) % SHARDS
const idOf = (about: string, of: Counter, shard: number): string => `${about}.${of}.${shard}`

const added = (
  counts: Readonly<Record<string, number>>,
  more: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> => {
  const sums: Record<string, number> = { ...counts }
  for (const [label, n] of Object.entries(more)) {
    const as = label in sums || Object.keys(sums).length < MOST_REASONS ? label : OTHER
    sums[as] = (sums[as] ?? 0) + n
  }
  return sums
}

/** Of a message that has come to its end; undefined while it waits. */
export const endOf = ({ state, why }: Pick<DeliveryDoc, 'state' | 'why'>): string | undefined => {
  if (state === 'sent' || state === 'unknown') return state
  return state === 'failed' ? (why ?? OTHER) : undefined
}

/** What is counted of a batch, by the thing that it is about. */
const endsOf = (ended: readonly DeliveryDoc[]): ReadonlyMap<string, Record<string, number>> => {
  const sums = new Map<string, Record<string, number>>()
  for (const doc of ended) {
    const label = endOf(doc)
    if (!doc.counted || doc.about === null || label === undefined) continue
    const sum = sums.get(doc.about) ?? {}
    sum[label] = (sum[label] ?? 0) + 1
    sums.set(doc.about, sum)
  }
  return sums
}

/** One change for each thing that the batch tells of; refused where another sender has written the same shard meanwhile. */
export const totalChanges = async (
  { store, random }: Pick<Services, 'store' | 'random'>,
  ended: readonly DeliveryDoc[],
): Promise<readonly Change[]> => {
  const sums = [...endsOf(ended)]
  const [channel] = ended.map((doc) => doc.channel)
  if (channel === undefined || sums.length === 0) return []
  const shard = (random(1)[0] ?? 0) % SHARDS
  const ids = sums.map(([about]) => idOf(about, channel, shard))
  const found = await store.read<DeliveryTotalDoc>(deliveryTotals.name, ids)
  return sums.map(([about, more], place): Change => {
    const [id, standing] = [ids[place] ?? '', found[place]]
    const where = { collection: deliveryTotals.name, id }
    const doc = { v: 1, about, of: channel, counts: added(standing?.doc.counts ?? {}, more) }
    return standing
      ? { op: 'replace', ...where, version: standing.version, doc }
      : { op: 'insert', ...where, doc }
  })
}

/** One more, or one less, inside a commit. @param seed whose it is: two of one person meet in one shard */
export const countOne = async (
  tx: Tx,
  about: string,
  {
    of,
    label,
    add,
    seed,
  }: { readonly of: Counter; readonly label: string; readonly add: 1 | -1; readonly seed: string },
): Promise<void> => {
  const id = idOf(about, of, shardOf(seed))
  const standing = await tx.get(deliveryTotals, id)
  tx.put(deliveryTotals, id, { v: 1, about, of, counts: added(standing?.counts ?? {}, { [label]: add }) })
}

export type Totals = ReadonlyMap<Counter, Readonly<Record<string, number>>>

/** So far. Bounded: a few shards of each channel. */
export const totalsOf = async ({ store }: Pick<Services, 'store'>, about: string): Promise<Totals> => {
  const sums = new Map<Counter, Readonly<Record<string, number>>>()
  for await (const { doc } of eachOf(store, deliveryTotals, { index: 'about', where: { about } }))
    sums.set(doc.of, added(sums.get(doc.of) ?? {}, doc.counts))
  return sums
}
