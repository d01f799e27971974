/** What waits to be handled, whoever handles it: for tests that play the dispatcher or look at its work. */
import { events, type EventDoc } from '../../functions/core/io/events/collections'
import type { Store, Stored } from '../../functions/core/io/store/contract'
import { allOf } from '../../functions/core/io/store/pages'

/** Deliveries that are not handled yet, of every subscriber, those due first at the front. */
export const waitingEvents = async (store: Store): Promise<Stored<EventDoc>[]> =>
  (await allOf(store, events, { index: 'id' }))
    .filter(({ doc }) => doc.due !== null)
    .sort((a, b) => (a.doc.due ?? 0) - (b.doc.due ?? 0))
