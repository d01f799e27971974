/** A run of the clock's work that dies at a commit. */
import type { Services } from '../../../functions/core/io/context'
import type { Store } from '../../../functions/core/io/store/contract'
import { instantOf } from '../../../functions/core/pure/time'
import { runDraws } from '../../../functions/lottery/work/run'
import type { World } from './world'

class Died extends Error {}

/** Commits so many times, and then no more: before the commit, or after it without anybody being told. */
const dyingStore = (store: Store, commits: number, told: boolean): Store => {
  let done = 0
  return {
    ...store,
    commit: async (...args) => {
      if (done >= commits && told) throw new Died()
      const outcome = await store.commit(...args)
      done += 1
      if (done > commits) throw new Died()
      return outcome
    },
  }
}

export const until = (world: World, day: string, minute: number): void => {
  world.services.time.now = instantOf(day, minute)
}

/** Work that may die at a commit. */
export const dyingAt = async (
  services: Services,
  { commits, told }: { readonly commits: number; readonly told: boolean },
  work: (services: Services) => Promise<unknown>,
): Promise<void> => {
  const store = dyingStore(services.store, commits, told)
  await work({ ...services, store }).catch((error: unknown) => {
    if (!(error instanceof Died)) throw error
  })
}

export const runDying = (world: World, commits: number, told: boolean): Promise<void> =>
  dyingAt(world.services, { commits, told }, runDraws)
