/** A store that tells of deliveries and messages as they are committed, so that what is due need not wait for a schedule. */
import { CHANNELS, type Channel } from '../../pure/delivery/channels'
import type { Instant } from '../../pure/time'
import { deliveries } from '../delivery/collections'
import { UNDELIVERED } from '../delivery/moves'
import type { Change, Store } from '../store/contract'
import { events } from './collections'

/** A delivery of this subscriber, or a message of this channel (`messages.wechat`), stands, due from then on. */
export type Wake = (lane: string, due: Instant) => void

const MESSAGES = 'messages.'

/** Where messages of a channel are told of. */
export const messagesLane = (channel: Channel): string => `${MESSAGES}${channel}`

/** @returns undefined for a subscriber’s lane */
export const channelOfLane = (lane: string): Channel | undefined =>
  CHANNELS.find((channel) => messagesLane(channel) === lane)

const tell = (change: Change, wake: Wake): void => {
  if (change.op !== 'insert' && change.op !== 'replace') return
  const { subscriber, due, channel, next, lane } = change.doc
  if (change.collection === events.name && typeof subscriber === 'string' && typeof due === 'number')
    wake(subscriber, due)
  // one that is being sent is looked at again when its claim has run out; what has ended has no next
  const waits = typeof channel === 'string' && typeof next === 'number' && lane !== UNDELIVERED
  if (change.collection === deliveries.name && waits) wake(`${MESSAGES}${channel}`, next)
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
