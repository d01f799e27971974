/** What tests of events, audit, files and retention stand on: the real parts, with a second process when asked. */
import type { Services } from '../../../../functions/core/io/context'
import { events, leases, type EventDoc } from '../../../../functions/core/io/events/collections'
import type { EventHandlers } from '../../../../functions/core/io/events/contract'
import * as dispatching from '../../../../functions/core/io/events/dispatch'
import { deliveryId, emitTo, type NewEvent } from '../../../../functions/core/io/events/emit'
import type { CollectionSpec } from '../../../../functions/core/io/store/collection'
import type { Store } from '../../../../functions/core/io/store/contract'
import { seededRandom, TEST_NOW, testServices, type TestServices } from '../../../harness/context'
import type { EngineUnderTest } from '../../../harness/store/subject'
import { write } from './write'

export const START = TEST_NOW

export interface Parts extends Pick<TestServices, 'store' | 'directory' | 'logged' | 'close'> {
  readonly services: TestServices
  readonly clock: { now: number }
  /** A second process, as it were: another connection to the same database, the same clock and keys, randomness of its own. */
  beside(): Promise<Services>
}

export const openParts = async (
  collections: readonly CollectionSpec[] = [],
  engine?: EngineUnderTest,
): Promise<Parts> => {
  const services = await testServices({ collections, ...(engine && { engine }) })
  const { store, directory, logged, close, time } = services
  let besides = 0
  return {
    services,
    store,
    directory,
    logged,
    close,
    clock: time,
    beside: async () => {
      besides += 1
      return { ...(await services.beside()), random: seededRandom(`beside ${besides}`) }
    },
  }
}

/** Who handles these tests' events, unless a test says otherwise. */
export const SUBSCRIBER = 'tests'

export const emittedTo = (
  services: Services,
  subscribers: readonly string[],
  event: Partial<NewEvent> = {},
): Promise<string> =>
  write(services, async (tx) =>
    emitTo(tx, subscribers, { kind: 'test.happened', due: tx.now, payload: {}, ...event }),
  )

export const emitted = (services: Services, event: Partial<NewEvent> = {}): Promise<string> =>
  emittedTo(services, [SUBSCRIBER], event)

/** What stands of an event for one subscriber. */
export const eventOf = async (store: Store, id: string, subscriber = SUBSCRIBER): Promise<EventDoc> => {
  const [stored] = await store.read<EventDoc>(events.name, [deliveryId(id, subscriber)])
  if (!stored) throw new Error(`no event ${id}`)
  return stored.doc
}

export const dispatch = (
  services: Services,
  handlers: EventHandlers,
  options: dispatching.DispatchOptions,
  name = SUBSCRIBER,
): Promise<dispatching.Dispatched> =>
  dispatching.dispatch(services, { name, handlers: async () => handlers }, options)

export { events, leases, write }
