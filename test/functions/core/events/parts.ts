/** What tests of events, audit, files and retention stand on: the real parts, with a second process when asked. */
import type { Services } from '../../../../functions/core/io/context'
import { events, leases, type EventDoc } from '../../../../functions/core/io/events/collections'
import { emit, type NewEvent } from '../../../../functions/core/io/events/emit'
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

export const emitted = (services: Services, event: Partial<NewEvent> = {}): Promise<string> =>
  write(services, async (tx) => emit(tx, { kind: 'test.happened', due: tx.now, payload: {}, ...event }))

export const eventOf = async (store: Store, id: string): Promise<EventDoc> => {
  const [stored] = await store.read<EventDoc>(events.name, [id])
  if (!stored) throw new Error(`no event ${id}`)
  return stored.doc
}

export { events, leases, write }
