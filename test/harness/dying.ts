/** Work that dies at a commit: before it, or after it without anybody being told. */
import type { Services } from '../../functions/core/io/context'
import type { Store } from '../../functions/core/io/store/contract'

class Died extends Error {}

export interface Death {
  /** Commits so many times, and then no more. */
  readonly commits: number
  /** Before the next commit; otherwise after it. */
  readonly told: boolean
}

const dyingStore = (store: Store, { commits, told }: Death, died: () => void): Store => {
  let done = 0
  return {
    ...store,
    commit: async (...args) => {
      if (done >= commits && told) {
        died()
        throw new Died()
      }
      const outcome = await store.commit(...args)
      done += 1
      if (done > commits) {
        died()
        throw new Died()
      }
      return outcome
    },
  }
}

/** @returns whether it died: false when the work was done before */
export const dyingAt = async (
  services: Services,
  death: Death,
  work: (services: Services) => Promise<unknown>,
): Promise<boolean> => {
  let dead = false
  const store = dyingStore(services.store, death, () => (dead = true))
  await work({ ...services, store }).catch((error: unknown) => {
    if (!(error instanceof Died)) throw error
  })
  return dead
}
