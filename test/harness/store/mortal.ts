/** A process that dies at one of its writes: what was answered before stands, the next may land though nobody is told. */
import type { Change, Store } from '../../../functions/core/io/store/contract'

export class Died extends Error {
  override readonly name = 'Died'
}

/** For work that the death cuts short. */
export const died = (error: unknown): void => {
  if (!(error instanceof Died)) throw error
}

export interface Death {
  /** Writes that still are answered. */
  readonly after: number
  /** Does the next one land, though nobody is told? */
  readonly lands: boolean
}

/**
 * Puts itself in front of a store's writes.
 * @param look at every commit, before it is sent
 * @returns what sets the next death, or takes it away
 */
export const mortal = (
  store: Store,
  look: (changes: readonly Change[]) => void = () => undefined,
): ((death: Death | undefined) => void) => {
  const { commit, patch } = { commit: store.commit.bind(store), patch: store.patch.bind(store) }
  let death: Death | undefined
  let written = 0
  const write = async <R>(landing: () => Promise<R>): Promise<R> => {
    written += 1
    if (!death || written <= death.after) return landing()
    if (death.lands && written === death.after + 1) await landing()
    throw new Died()
  }
  Object.assign(store, {
    commit: (changes: readonly Change[]) => {
      look(changes)
      return write(() => commit(changes))
    },
    patch: (spec: Parameters<Store['patch']>[0]) => write(() => patch(spec)),
  } satisfies Partial<Store>)
  return (next) => {
    death = next
    written = 0
  }
}
