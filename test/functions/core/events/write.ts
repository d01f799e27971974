/** Seeded randomness, and a transaction of what these tests need: inserts and replacements in one commit. */
import type { Services } from '../../../../functions/core/io/context'
import type { Change, Doc } from '../../../../functions/core/io/store/contract'
import type { Tx, Work } from '../../../../functions/core/io/store/transaction'
import { timeOrderedId } from '../../../../functions/core/pure/ids'

/** xorshift32: the same bytes each run. */
export const seeded = (seed: number): ((bytes: number) => Uint8Array) => {
  let state = seed | 1
  return (bytes) => Uint8Array.from({ length: bytes }, () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state & 255
  })
}

/** Writes what `work` inserts, in one commit: a transaction for what these tests need. */
export const write = async <R>({ store, clock, random }: Pick<Services, 'store' | 'clock' | 'random'>, work: Work<R>): Promise<R> => {
  const changes: Change[] = []
  const now = clock()
  const unused = (): never => {
    throw new Error('not in these tests')
  }
  const tx: Tx = {
    now, random,
    id: (prefix) => timeOrderedId(prefix, now, random(16)),
    get: async <T extends Doc>(collection: { name: string }, id: string) => {
      const [stored] = await store.read<T>(collection.name, [id])
      if (stored) versions.set(`${collection.name}|${id}`, stored.version)
      return stored?.doc
    },
    peek: unused, put: unused, remove: unused, patch: unused,
    insert: (collection, id, doc) => void changes.push({ op: 'insert', collection: collection.name, id, doc }),
    replace: (collection, id, doc) => void changes.push({ op: 'replace', collection: collection.name, id, version: versions.get(`${collection.name}|${id}`) ?? '', doc }),
  }
  const versions = new Map<string, string>()
  const result = await work(tx)
  const outcome = await store.commit(changes)
  if (outcome.outcome !== 'committed') throw new Error(JSON.stringify(outcome))
  return result
}
