/** What did not arrive, as an operator meets it: failed too often, refused for a fault of ours, or nobody knows. */
import { AppError } from '../../pure/errors'
import { DAY_MS } from '../../pure/time'
import type { Services } from '../context'
import type { QuerySpec } from '../store/contract'
import { pageAnswer } from '../store/pages'
import { reader } from '../store/reader'
import type { Tx } from '../store/transaction'
import { deliveries, type DeliveryDoc } from './collections'
import { UNDELIVERED } from './moves'
import { laneOf } from './plan'
import { countOne, endOf } from './totals'

export interface Undelivered {
  readonly id: string
  readonly channel: string
  readonly kind: string
  readonly topic: string
  readonly state: DeliveryDoc['state']
  readonly delivery: DeliveryDoc['delivery']
  readonly why: string
  readonly attempts: number
  readonly replays: number
  readonly since: number
}

/** The latest first. Neither whom it is for nor what it says. */
export const undelivered = async (
  { store }: Pick<Services, 'store'>,
  page: Pick<QuerySpec, 'after' | 'limit'>,
): Promise<{ items: Undelivered[]; next?: string }> => {
  const found = await reader(store).query(deliveries, {
    index: 'turn',
    where: { lane: UNDELIVERED },
    order: 'desc',
    ...page,
  })
  return pageAnswer(found, ({ id, doc }) => {
    const { channel, kind, topic, state, delivery, why = '', attempts, replays, next } = doc
    return { id, channel, kind, topic, state, delivery, why, attempts, replays, since: next ?? doc.at }
  })
}

/** A replay has a day, whatever the message was good for before: the operator knows what she does. */
const USEFUL = DAY_MS

/**
 * Sent anew, under the same id, with all its attempts. Of one that is `unknown` the operator decides that twice is better than not.
 * @throws AppError NOT_FOUND where nothing undelivered has this id
 */
export const replay = async (tx: Tx, id: string): Promise<DeliveryDoc> => {
  const doc = await tx.get(deliveries, id)
  if (doc?.lane !== UNDELIVERED) throw new AppError('NOT_FOUND')
  const [label, { about, channel }] = [endOf(doc), doc]
  if (doc.counted && about !== null && label !== undefined)
    await countOne(tx, about, { of: channel, label, add: -1, seed: id })
  const { endedAt: _ended, expiresAt: _expires, why: _why, ...rest } = doc
  tx.replace(deliveries, id, {
    ...rest,
    state: 'waiting',
    lane: laneOf(doc.channel, false),
    next: tx.now,
    attempts: 0,
    replays: doc.replays + 1,
    until: Math.max(doc.until, tx.now + USEFUL),
  })
  return doc
}
