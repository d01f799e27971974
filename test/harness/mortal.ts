/** A store that dies at one of its writes: before it, or after it without anybody being told. */
import type { Store } from '../../functions/core/io/store/contract'

export class Died extends Error {}

export interface Mortal {
  /** Dies once, at the `at`-th write from now on. */
  meet(at: number, told: 'before' | 'after'): void
  /** Whether it did. */
  readonly died: boolean
  /** From now on nothing befalls it. */
  live(): void
}

/** Of this very store, whoever writes by it. */
export const mortal = (store: Store): Mortal => {
  let left = Infinity
  let told: 'before' | 'after' = 'before'
  let died = false
  const write = async <T>(work: () => Promise<T>): Promise<T> => {
    left -= 1
    if (left !== -1) return work()
    died = true
    if (told === 'after') await work()
    throw new Died()
  }
  const [commit, patch] = [store.commit.bind(store), store.patch.bind(store)]
  Object.assign(store, {
    commit: (changes: Parameters<typeof commit>[0]) => write(() => commit(changes)),
    patch: (spec: Parameters<typeof patch>[0]) => write(() => patch(spec)),
  })
  return {
    meet: (at, how) => {
      left = at
      told = how
      died = false
    },
    get died() {
      return died
    },
    live: () => {
      left = Infinity
    },
  }
}
