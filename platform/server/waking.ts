/** The waker of a server: lanes of events and of messages are run through the entry, as its timers are. */
import type { Services } from '../../functions/core/io/context'
import type { Entry } from '../../functions/core/io/entry/entry'
import { nextDelivery } from '../../functions/core/io/delivery/work'
import { nextDue } from '../../functions/core/io/events/dispatch'
import { channelOfLane, messagesLane } from '../../functions/core/io/events/waking-store'
import { CHANNELS, type Channel } from '../../functions/core/pure/delivery/channels'
import { subscribers } from '../../functions/subscribers'
import { createWaker, type Waker } from './waker'

export const startWaking = (entry: Entry, services: Services): Waker => {
  const dispatch = (subscriber: string): Promise<unknown> =>
    entry.handle({
      procedure: 'timers/dispatch',
      input: { subscriber },
      headers: {},
      source: { timer: 'dispatch' },
    })
  const send = (channel: Channel): Promise<unknown> =>
    entry.handle({
      procedure: 'subscriptions/deliver',
      input: { channel },
      headers: {},
      source: { timer: 'deliver' },
    })
  const waker = createWaker({
    dispatch: (lane) => {
      const channel = channelOfLane(lane)
      return channel === undefined ? dispatch(lane) : send(channel)
    },
    nextDue: (lane) => {
      const channel = channelOfLane(lane)
      return channel === undefined ? nextDue(services, lane) : nextDelivery(services, channel)
    },
    clock: services.clock,
  })
  waker.begin([...subscribers.map(({ name }) => name), ...CHANNELS.map(messagesLane)])
  return waker
}
