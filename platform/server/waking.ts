/** The waker of a server: lanes are run through the entry, as its timers are. */
import type { Services } from '../../functions/core/io/context'
import type { Entry } from '../../functions/core/io/entry/entry'
import { nextDue } from '../../functions/core/io/events/dispatch'
import { subscribers } from '../../functions/subscribers'
import { createWaker, type Waker } from './waker'

export const startWaking = (entry: Entry, services: Services): Waker => {
  const waker = createWaker({
    dispatch: (subscriber) =>
      entry.handle({
        procedure: 'timers/dispatch',
        input: { subscriber },
        headers: {},
        source: { timer: 'dispatch' },
      }),
    nextDue: (subscriber) => nextDue(services, subscriber),
    clock: services.clock,
  })
  waker.begin(subscribers.map(({ name }) => name))
  return waker
}
