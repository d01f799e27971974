/** Events of the version before, which had no subscribers: each becomes one delivery for every function that handles its kind. */
import type { Instant } from '../../pure/time'
import type { Services } from '../context'
import type { Change, Stored } from '../store/contract'
import { events, type EventDoc } from './collections'
import { deliveryId, subscribersOf } from './emit'
import { buried } from './orphans'
import { waitingFor } from './turn'

const PAGE = 100

const changesFor = (event: Stored<EventDoc>, now: Instant): readonly Change[] => {
  const { id, version, doc } = event
  const subscribers = subscribersOf(doc.kind)
  if (subscribers.length === 0) return [buried(event, now)]
  return [
    { op: 'remove', collection: events.name, id, version },
    ...subscribers.map((subscriber): Change => ({
      op: 'insert',
      collection: events.name,
      id: deliveryId(id, subscriber),
      doc: { ...doc, subscriber },
    })),
  ]
}

/** Whoever else does the same at this moment, one commit lands; what stays is found by the next run. */
export const deliverOld = async ({ store, clock }: Pick<Services, 'store' | 'clock'>): Promise<void> => {
  for (const event of await waitingFor({ store }, null, { limit: PAGE }))
    await store.commit(changesFor(event, clock()))
}
