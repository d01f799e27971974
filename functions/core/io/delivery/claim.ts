/** Claiming what is due: one commit for up to forty. Several senders may claim at once; each message is one sender's. */
import type { Instant } from '../../pure/time'
import type { Services } from '../context'
import type { Change, CommitOutcome, Stored } from '../store/contract'
import { LIMITS } from '../store/contract'
import { upcastStored } from '../store/reader'
import { deliveries, type DeliveryDoc } from './collections'
import { afterDeath } from './moves'

export type Worker = Pick<Services, 'store' | 'vault' | 'random' | 'clock' | 'log'>
export type Delivery = Stored<DeliveryDoc>

/** As one commit holds them; of what many are told, with a total beside: totals.ts. */
export const mostClaimed = (many: boolean): number => LIMITS.changes - (many ? 1 : 0)

/** What waits in a lane, those due first at the front; what is being sent counts once its sender's time is over. */
export const dueIn = async (
  { store }: Pick<Worker, 'store'>,
  lane: string,
  { until, limit, after }: { readonly until?: Instant; readonly limit: number; readonly after?: string },
): Promise<{ readonly items: readonly Delivery[]; readonly next?: string }> => {
  const page = await store.query<DeliveryDoc>(deliveries.name, {
    index: 'turn',
    where: { lane },
    range: { gte: 0, ...(until === undefined ? {} : { lte: until }) },
    limit,
    ...(after === undefined ? {} : { after }),
  })
  return {
    items: page.items.map((one) => upcastStored<DeliveryDoc>(deliveries, one)),
    ...(page.next === undefined ? {} : { next: page.next }),
  }
}

interface Move {
  readonly before: Delivery
  readonly after: DeliveryDoc
  /** Is it sent now? Otherwise it has come to its end. */
  readonly taken: boolean
}

const moveOf = (before: Delivery, sender: string, leaseUntil: Instant, now: Instant): Move => {
  const { doc } = before
  const end = doc.state === 'sending' ? afterDeath(doc, now) : undefined
  if (end) return { before, after: end, taken: false }
  const after: DeliveryDoc = {
    ...doc,
    state: 'sending',
    next: leaseUntil,
    turn: doc.turn + 1,
    sender,
  }
  return { before, after, taken: true }
}

const changeOf = ({ before: { id, version }, after }: Move): Change => ({
  op: 'replace',
  collection: deliveries.name,
  id,
  version,
  doc: after,
})

/** After a lost reply: those that this very claim took. */
const settledBy = async (
  { store }: Pick<Worker, 'store'>,
  moves: readonly Move[],
): Promise<readonly (Delivery | undefined)[]> => {
  const found = await store.read<DeliveryDoc>(
    deliveries.name,
    moves.map(({ before }) => before.id),
  )
  return found.map((one, place) => {
    const after = moves[place]?.after
    const ours =
      one?.doc.state === 'sending' && one.doc.sender === after?.sender && one.doc.turn === after?.turn
    return ours ? one : undefined
  })
}

const takenOf = (
  moves: readonly Move[],
  { versions }: Extract<CommitOutcome, { outcome: 'committed' }>,
): readonly Delivery[] =>
  moves.flatMap(({ before: { id }, after, taken }, place) =>
    taken ? [{ id, version: versions[place] ?? '', doc: after }] : [],
  )

/**
 * Takes all of these or, where another sender was first at one of them, those that are left: each stands as it was read, or is not
 * taken.
 * @param sender drawn anew for each claim
 * @returns what is this sender's until `leaseUntil`
 */
export const claim = async (
  worker: Worker,
  due: readonly Delivery[],
  sender: string,
  leaseUntil: Instant,
): Promise<readonly Delivery[]> => {
  let moves = due.map((one) => moveOf(one, sender, leaseUntil, worker.clock()))
  while (moves.length > 0) {
    const outcome = await worker.store.commit(moves.map(changeOf))
    switch (outcome.outcome) {
      case 'committed':
        return takenOf(moves, outcome)
      case 'unknown':
        return (await settledBy(worker, moves)).filter((one) => one !== undefined)
      case 'busy':
        return []
      case 'refused':
        // who was first has very likely taken what comes after it too
        moves = await stillStanding(worker, moves)
    }
  }
  return []
}

/** Those that stand as they were read. */
const stillStanding = async ({ store }: Pick<Worker, 'store'>, moves: readonly Move[]): Promise<Move[]> => {
  const found = await store.read<DeliveryDoc>(
    deliveries.name,
    moves.map(({ before }) => before.id),
  )
  return moves.filter(({ before }, place) => found[place]?.version === before.version)
}
