/** One sentence of docs/store.md as a test that every engine runs. */
import type { Broken } from '../../../../harness/store/broken'
import type { EngineUnderTest, Subject } from '../../../../harness/store/subject'
import type {
  Change,
  CommitOutcome,
  Doc,
  Store,
  Stored,
} from '../../../../../functions/core/io/store/contract'

export interface Case {
  readonly sentence: string
  /** The broken engines on which this test must fail. */
  readonly caughtBy: readonly [Broken, ...Broken[]]
  readonly run: (subject: Subject, engine: EngineUnderTest) => Promise<void>
}

export const insert = (id: string, doc: Doc, collection = 'slots'): Change => ({
  op: 'insert',
  collection,
  id,
  doc,
})

/** Commits, and fails the test on anything but `committed`. */
export const must = async (
  store: Store,
  changes: readonly Change[],
): Promise<Extract<CommitOutcome, { outcome: 'committed' }>> => {
  const outcome = await store.commit(changes)
  if (outcome.outcome !== 'committed') throw new Error(`not committed: ${JSON.stringify(outcome)}`)
  return outcome
}

export const standing = async (store: Store, id: string, collection = 'slots'): Promise<Stored | undefined> =>
  (await store.read(collection, [id]))[0]

/** Fails the test when there is none. */
export const found = async (store: Store, id: string, collection = 'slots'): Promise<Stored> => {
  const stored = await standing(store, id, collection)
  if (!stored) throw new Error(`${id} is not there`)
  return stored
}
