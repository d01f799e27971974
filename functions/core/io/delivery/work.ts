/**
 * A sender at work: claims what is due, sends it, writes what came of it, batch by batch. Any number of them may work side by
 * side, on one machine or on many: a claim is the only thing that they share.
 */
import type { Instant } from '../../pure/time'
import { attempt, labelOf, leaseFor } from './attempt'
import { claim, dueIn, mostClaimed, type Delivery, type Worker } from './claim'
import type { Sender, SendOutcome } from './contract'
import { laneOf } from './plan'
import { prepare, type Say } from './prepare'
import { pause, pausedUntil, takeBudget } from './rate'
import { record, type Result } from './record'

export interface Sending {
  readonly sender: Sender
  readonly say: Say
}

export interface WorkOptions {
  /** At most so many messages in this run. */
  readonly limit?: number
  /** No new batch after so many milliseconds (default 25 s: a schedule comes each minute). */
  readonly budget?: number
  /** Batches of forty at the same time (default 1). */
  readonly width?: number
}

export interface Worked {
  readonly sent: number
  /** Ended otherwise, or put back. */
  readonly others: number
}

const BUDGET = 25_000
const LIMIT = 2_000
const PAGE = 100
/** Rounds in which others were first at everything, or the store was busy: the rest is theirs, or the next run's. */
const MOST_MISSED = 5

/** What is due on a channel: what is told to one first, what is told to many behind it. */
const gather = async (
  worker: Worker,
  { channel }: Sender,
  { width, most }: { readonly width: number; readonly most: number },
): Promise<{ readonly items: readonly Delivery[]; readonly many: boolean }> => {
  // One instant for every page: a cursor belongs to its question.
  const until = worker.clock()
  for (const many of [false, true]) {
    const wanted = Math.min(width * mostClaimed(many), most)
    const items: Delivery[] = []
    let after: string | undefined
    do {
      const limit = Math.min(PAGE, wanted - items.length)
      const page = await dueIn(worker, laneOf(channel, many), {
        until,
        limit,
        ...(after === undefined ? {} : { after }),
      })
      items.push(...page.items)
      after = page.next
    } while (after !== undefined && items.length < wanted)
    if (items.length > 0) return { items, many }
  }
  return { items: [], many: false }
}

/** What could not even be prepared was not sent. */
const prepared = async (
  worker: Worker,
  mine: readonly Delivery[],
  sending: Sending,
): Promise<Awaited<ReturnType<typeof prepare>> | string> => {
  try {
    return await prepare(worker, mine, sending)
  } catch (error) {
    worker.log.warn({ error: labelOf(error) }, 'messages could not be prepared')
    return labelOf(error)
  }
}

/** @returns undefined when every one of them was another sender's */
const workBatch = async (
  worker: Worker,
  sending: Sending,
  due: readonly Delivery[],
): Promise<readonly Result[] | undefined> => {
  const { sender } = sending
  const until: Instant = worker.clock() + leaseFor(sender, due.length)
  const token = Buffer.from(worker.random(9)).toString('base64url')
  const mine = await claim(worker, due, token, until)
  if (mine.length === 0) return undefined
  const made = await prepared(worker, mine, sending)
  if (typeof made === 'string') {
    const results = mine.map((delivery): Result => ({ delivery, outcome: { outcome: 'again', why: made } }))
    await record(worker, results)
    return results
  }
  const { settled, ready } = made
  const outcomes = await attempt(
    worker,
    sender,
    ready.map(({ message }) => message),
    until,
  )
  const lost: SendOutcome = { outcome: 'unknown', why: 'NoOutcome' }
  const results: readonly Result[] = [
    ...settled,
    ...ready.map(({ delivery }, place) => ({ delivery, outcome: outcomes[place] ?? lost })),
  ]
  await record(worker, results)
  return results
}

const longestPause = (results: readonly Result[]): number =>
  Math.max(
    0,
    ...results.map((one) =>
      'outcome' in one && one.outcome.outcome === 'tooOften' ? one.outcome.waitMs : 0,
    ),
  )

const inBatches = (items: readonly Delivery[], size: number): readonly (readonly Delivery[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, place) =>
    items.slice(place * size, (place + 1) * size),
  )

const granted = async (
  worker: Worker,
  { channel, rate }: Sender,
  wanted: number,
  many: boolean,
): Promise<number> => (rate && wanted > 0 ? takeBudget(worker, channel, rate, { wanted, many }) : wanted)

/**
 * Sends what is due on one channel, until nothing is left, the rate allows no more, or time is over.
 * @example await deliver(context, { sender, say }, { width: 2 })
 */
export const deliver = async (
  worker: Worker,
  sending: Sending,
  { limit = LIMIT, budget = BUDGET, width = 1 }: WorkOptions = {},
): Promise<Worked> => {
  const { sender } = sending
  const stopAt = worker.clock() + budget
  let [sent, looked, missed] = [0, 0, 0]
  while (looked < limit && missed < MOST_MISSED && worker.clock() < stopAt) {
    const { items, many } = await gather(worker, sender, { width, most: limit - looked })
    const due = items.slice(0, await granted(worker, sender, items.length, many))
    if (due.length === 0) break
    const rounds = await Promise.all(
      inBatches(due, mostClaimed(many)).map((batch) => workBatch(worker, sending, batch)),
    )
    const results = rounds.flatMap((one) => one ?? [])
    looked += results.length
    missed = results.length === 0 ? missed + 1 : 0
    sent += results.filter((one) => 'outcome' in one && one.outcome.outcome === 'sent').length
    const waitMs = longestPause(results)
    if (waitMs > 0) {
      if (sender.rate) await pause(worker, sender.channel, worker.clock() + waitMs)
      break
    }
  }
  return { sent, others: looked - sent }
}

/** When something of a channel is due next, not before a pause is over; undefined when nothing waits. */
export const nextDelivery = async (
  worker: Pick<Worker, 'store'>,
  channel: Sender['channel'],
): Promise<Instant | undefined> => {
  const firsts = await Promise.all(
    [false, true].map((many) => dueIn(worker, laneOf(channel, many), { limit: 1 })),
  )
  const times = firsts.flatMap(({ items }) =>
    items.flatMap(({ doc: { next } }) => (next === null ? [] : [next])),
  )
  if (times.length === 0) return undefined
  return Math.max(Math.min(...times), await pausedUntil(worker, channel))
}
