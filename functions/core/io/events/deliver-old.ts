/** Events of the version before, which had no subscribers: each becomes one delivery for every function that handles its kind. */
import type { Instant } from '../../pure/time'
import type { Services } from '../context'
import type { Change, Stored } from '../store/contract'
import { events, type EventDoc } from './collections'
import { deliveryId, subscribersOf } from './emit'

const PAGE = 100

const changesFor = ({ id, version, doc }: Stored<EventDoc>, now: Instant): readonly Change[] => {
  const subscribers = subscribersOf(doc.kind)
  const { name: collection } = events
  // Nobody handles it any more: it waits for an operator.
  if (subscribers.length === 0)
    return [
      {
        op: 'replace',
        collection,
        id,
        version,
        doc: { ...doc, due: null, dead: true, diedAt: now, lastError: 'NoHandler' },
      },
    ]
  return [
    { op: 'remove', collection, id, version },
    ...subscribers.map((subscriber): Change => ({
      op: 'insert',
      collection,
      id: deliveryId(id, subscriber),
      doc: { ...doc, subscriber },
    })),
  ]
}

/** Whoever else does the same at this moment, one commit lands; what stays is found by the next run. */
export const deliverOld = async ({ store, clock }: Pick<Services, 'store' | 'clock'>): Promise<void> => {
  const where = { subscriber: null }
  const page = await store.query<EventDoc>(events.name, {
    index: 'turn',
    where,
    range: { gte: 0 },
    limit: PAGE,
  })
  for (const event of page.items) await store.commit(changesFor(event, clock()))
}
