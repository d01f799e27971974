/** Writing what came of a batch: in one commit, with what it spent of the person's consent. Only who holds the turn writes. */
import { setTimeout as sleep } from 'node:timers/promises'
import { LIMITS, type Change, type Stored } from '../store/contract'
import { upcastStored } from '../store/reader'
import type { Delivery, Worker } from './claim'
import { deliveries, type DeliveryDoc } from './collections'
import type { SendOutcome } from './contract'
import { ledgerChanges } from './ledger'
import { afterAttempt } from './moves'
import { totalChanges } from './totals'

/** What came of one claimed message: what the provider said, or what stands instead where it was not asked. */
export type Result = { readonly delivery: Delivery } & (
  { readonly outcome: SendOutcome } | { readonly after: DeliveryDoc }
)

const TRIES = 12
const FIRST_WAIT = 10

/** A delivery, an event of the ledger, and what is left of its template. */
const costOf = (result: Result): number => {
  if (!('outcome' in result) || result.delivery.doc.template === null) return 1
  const { outcome } = result
  return outcome.outcome === 'sent' || (outcome.outcome === 'refused' && outcome.grants === 'none') ? 3 : 1
}

/** As few commits as the store allows: one where no ledger is written, and no total or room left for it. */
const packs = (results: readonly Result[]): readonly (readonly Result[])[] => {
  const made: Result[][] = []
  let counted = new Set<string>()
  let room = 0
  for (const result of results) {
    const { doc } = result.delivery
    const total = doc.counted && doc.about !== null ? doc.about : undefined
    const costWith = (totals: ReadonlySet<string>): number =>
      costOf(result) + (total === undefined || totals.has(total) ? 0 : 1)
    if (costWith(counted) > room) {
      made.push([])
      counted = new Set()
      room = LIMITS.changes
    }
    made.at(-1)?.push(result)
    room -= costWith(counted)
    if (total !== undefined) counted.add(total)
  }
  return made
}

const afterOf = (result: Result, now: number): DeliveryDoc =>
  'after' in result ? result.after : afterAttempt(result.delivery.doc, result.outcome, now)

const changeOf = ({ delivery: { id, version } }: Result, doc: DeliveryDoc): Change => ({
  op: 'replace',
  collection: deliveries.name,
  id,
  version,
  doc,
})

/**
 * Still this sender's: being sent in its turn, or taken for unknown since it took too long, and it knows better now.
 */
const isOurs = (result: Result, standing: Stored<DeliveryDoc>): boolean => {
  const { doc } = standing
  if (doc.turn !== result.delivery.doc.turn) return false
  if (doc.state === 'sending') return true
  return doc.state === 'unknown' && 'outcome' in result && result.outcome.outcome === 'sent'
}

const stillOurs = async ({ store }: Worker, results: readonly Result[]): Promise<readonly Result[]> => {
  const found = await store.read<DeliveryDoc>(
    deliveries.name,
    results.map(({ delivery }) => delivery.id),
  )
  return results.flatMap((result, place) => {
    const raw = found[place]
    const standing = raw && upcastStored<DeliveryDoc>(deliveries, raw)
    if (!standing || !isOurs(result, standing)) return []
    return [{ ...result, delivery: { ...result.delivery, version: standing.version } }]
  })
}

const recordPack = async (worker: Worker, pack: readonly Result[]): Promise<void> => {
  let results = pack
  for (let tries = 1; tries <= TRIES && results.length > 0; tries += 1) {
    const now = worker.clock()
    const after = results.map((one) => afterOf(one, now))
    const [ledger, totals] = await Promise.all([
      ledgerChanges(worker, results, now),
      totalChanges(worker, after),
    ])
    const changes = [
      ...results.map((one, place) => changeOf(one, after[place] ?? one.delivery.doc)),
      ...ledger,
      ...totals,
    ]
    const outcome = await worker.store.commit(changes)
    if (outcome.outcome === 'committed') return
    if (outcome.outcome === 'busy') await sleep(FIRST_WAIT * 2 ** Math.min(tries, 6))
    else results = await stillOurs(worker, results)
  }
  for (const { delivery } of results)
    worker.log.error({ deliveryId: delivery.id }, 'what came of a message could not be written')
}

/** What is not written here is found when its claim has run out: `unknown`, or sent again, by its class. */
export const record = async (worker: Worker, results: readonly Result[]): Promise<void> => {
  for (const pack of packs(results)) await recordPack(worker, pack)
}
