/**
 * How fast a channel may be sent to: a bucket of tokens beside the outbox, which every sender of every instance takes from, a batch
 * at a time. What is told to many leaves a share of it to what is told to one.
 */
import type { Channel } from '../../pure/delivery/channels'
import type { Instant } from '../../pure/time'
import { defineCollection } from '../store/collection'
import type { Change, Stored } from '../store/contract'
import type { Worker } from './claim'
import type { Rate } from './contract'

export type DeliveryRateDoc = {
  readonly v: 1
  /** In thousandths, as of `at`. */
  readonly tokens: number
  readonly at: Instant
  /** The provider said “too often”: nothing goes out before. */
  readonly pausedUntil: Instant
}

/** Id: the channel. */
export const deliveryRates = defineCollection<DeliveryRateDoc>({
  name: 'deliveryRates',
  v: 1,
  indexes: {},
  retention: { kind: 'forever', why: 'one small document a channel' },
  personal: { none: 'how fast a channel may be sent to' },
})

const THOUSAND = 1000
/** Left in the bucket for what is told to one. */
const RESERVED = 0.25
const TRIES = 6

/** What is in the bucket now. */
const refilled = (doc: DeliveryRateDoc | undefined, { perSecond, burst }: Rate, now: Instant): number => {
  if (!doc) return burst * THOUSAND
  const passed = Math.max(0, now - doc.at)
  return Math.min(burst * THOUSAND, doc.tokens + Math.floor(passed * perSecond))
}

const changeOf = (channel: Channel, before: Stored | undefined, doc: DeliveryRateDoc): Change =>
  before
    ? { op: 'replace', collection: deliveryRates.name, id: channel, version: before.version, doc }
    : { op: 'insert', collection: deliveryRates.name, id: channel, doc }

type Kept = Stored<DeliveryRateDoc> | undefined

/** Writes over what stood, and reads again where somebody else was first. @returns undefined when that never came to an end */
const change = async <R>(
  { store }: Pick<Worker, 'store'>,
  channel: Channel,
  next: (doc: DeliveryRateDoc | undefined) => { readonly doc?: DeliveryRateDoc; readonly told: R },
): Promise<R | undefined> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const [before]: Kept[] = await store.read<DeliveryRateDoc>(deliveryRates.name, [channel])
    const { doc, told } = next(before?.doc)
    if (!doc) return told
    const { outcome } = await store.commit([changeOf(channel, before, doc)])
    if (outcome === 'committed') return told
  }
  return undefined
}

/** Messages that may be sent now, of so many; what was taken and is not used is lost. */
export const takeBudget = async (
  worker: Pick<Worker, 'store' | 'clock'>,
  channel: Channel,
  rate: Rate,
  { wanted, many }: { readonly wanted: number; readonly many: boolean },
): Promise<number> => {
  const granted = await change(worker, channel, (doc) => {
    const now = worker.clock()
    if (doc && doc.pausedUntil > now) return { told: 0 }
    const tokens = refilled(doc, rate, now)
    const spared = many ? rate.burst * RESERVED * THOUSAND : 0
    const given = Math.max(0, Math.min(wanted, Math.floor((tokens - spared) / THOUSAND)))
    if (given === 0) return { told: 0 }
    return {
      doc: { v: 1, tokens: tokens - given * THOUSAND, at: now, pausedUntil: doc?.pausedUntil ?? 0 },
      told: given,
    }
  })
  return granted ?? 0
}

/** The provider has said that we ask too often: nothing more until then, and an empty bucket. */
export const pause = async (
  worker: Pick<Worker, 'store' | 'clock'>,
  channel: Channel,
  until: Instant,
): Promise<void> => {
  await change(worker, channel, (doc) => {
    if (doc && doc.pausedUntil >= until) return { told: true }
    return { doc: { v: 1, tokens: 0, at: worker.clock(), pausedUntil: until }, told: true }
  })
}

/** Until when nothing goes out on a channel; 0 or past: it does. */
export const pausedUntil = async ({ store }: Pick<Worker, 'store'>, channel: Channel): Promise<Instant> =>
  (await store.read<DeliveryRateDoc>(deliveryRates.name, [channel]))[0]?.doc.pausedUntil ?? 0
