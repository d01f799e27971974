/** Puts itself between a claim and its commit. */
import { appointments } from '../../../functions/appointments/collections'
import type { Change, Store } from '../../../functions/core/io/store/contract'
import type { World } from './world'

/** Does the commit make an appointment? One that bars an id does not. */
const books = (changes: readonly Change[]): boolean =>
  changes.some(
    (change) =>
      change.op === 'insert' && change.collection === appointments.name && change.doc.state !== 'void',
  )

export interface Delay {
  /** Resolves when a seat is claimed and its commit has come. */
  readonly arrived: Promise<void>
  /** Lets the commit go on. */
  readonly release: () => void
}

const openDelay = (): Delay & { readonly arrive: () => void; readonly released: Promise<void> } => {
  let arrive = (): void => undefined
  let release = (): void => undefined
  const arrived = new Promise<void>((resolve) => (arrive = resolve))
  const released = new Promise<void>((resolve) => (release = resolve))
  return { arrived, released, arrive: () => arrive(), release: () => release() }
}

/** Keeps the commits of the next bookings back, each until it is released; later ones pass. */
export const delayCommits = (
  {
    instance: {
      services: { store },
    },
  }: Pick<World, 'instance'>,
  count: number,
): Delay[] => {
  const commit: Store['commit'] = store.commit.bind(store)
  const delays = Array.from({ length: count }, openDelay)
  const coming = [...delays]
  jest.spyOn(store, 'commit').mockImplementation(async (changes) => {
    const delay = books(changes) ? coming.shift() : undefined
    delay?.arrive()
    await delay?.released
    return commit(changes)
  })
  return delays
}
