/** Short ways to change and look. */
import type { Change, Doc, Store, Version } from '../../../../../functions/core/io/store/contract'

export const inserted = async (store: Store, id: string, doc: Doc): Promise<void> => {
  const outcome = await store.commit([{ op: 'insert', collection: 'slots', id, doc }])
  if (outcome.outcome !== 'committed') throw new Error(JSON.stringify(outcome))
}

export const standing = async (store: Store, id: string): Promise<Doc | undefined> =>
  (await store.read('slots', [id]))[0]?.doc

export const standingAt = async (store: Store, id: string): Promise<Version> => {
  const [found] = await store.read('slots', [id])
  if (!found) throw new Error(`${id} is not there`)
  return found.version
}

/** One addition to each of `m0`, `m1`, … */
export const patched = (count: number): Change[] =>
  Array.from({ length: count }, (_, i) => ({ op: 'patch', collection: 'slots', id: `m${i}`, add: { n: 1 } }))
