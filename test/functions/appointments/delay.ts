/** Puts itself between a claim and its commit. */
import { appointments } from '../../../functions/appointments/collections'
import type { Change, Store } from '../../../functions/core/io/store/contract'
import type { World } from './world'

/** Does the commit make an appointment? One that bars an id does not. */
export const books = (changes: readonly Change[]): boolean =>
  changes.some((change) => change.op === 'insert' && change.collection === appointments.name && change.doc.state !== 'void')

export interface Delay {
  /** Resolves when a seat is claimed and its commit has come. */
  readonly arrived: Promise<void>
  /** Lets the commit go on. */
  readonly release: () => void
}

/** Keeps the next booking's commit back until it is released; later ones pass. */
export const delayCommit = ({ instance: { services: { store } } }: Pick<World, 'instance'>): Delay => {
  const commit: Store['commit'] = store.commit.bind(store)
  let arrive = (): void => undefined
  let release = (): void => undefined
  const arrived = new Promise<void>((resolve) => (arrive = resolve))
  const released = new Promise<void>((resolve) => (release = resolve))
  let waiting = true
  jest.spyOn(store, 'commit').mockImplementation(async (changes) => {
    if (waiting && books(changes)) {
      waiting = false
      arrive()
      await released
    }
    return commit(changes)
  })
  return { arrived, release: () => release() }
}
