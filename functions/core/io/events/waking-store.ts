/** A store that tells of deliveries as they are committed, so that what is due need not wait for a schedule. */
import type { Instant } from '../../pure/time'
import type { Change, Store } from '../store/contract'
import { events } from './collections'

/** A delivery of this subscriber stands, due from then on. */
export type Wake = (subscriber: string, due: Instant) => void

const tell = (change: Change, wake: Wake): void => {
  if (change.collection !== events.name || (change.op !== 'insert' && change.op !== 'replace')) return
  const { subscriber, due } = change.doc
  if (typeof subscriber === 'string' && typeof due === 'number') wake(subscriber, due)
}

/** Told after the commit; a commit whose reply was lost is told of too, since it may stand. */
export const wakingStore = (store: Store, wake: Wake): Store => ({
  ...store,
  commit: async (changes) => {
    const outcome = await store.commit(changes)
    if (outcome.outcome === 'committed' || outcome.outcome === 'unknown')
      for (const change of changes) tell(change, wake)
    return outcome
  },
})
