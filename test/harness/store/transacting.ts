/** A fresh store for each test of `transact`, with short ways to look at it. */
import type {
  Change,
  CommitOutcome,
  Doc,
  PatchOutcome,
  Store,
} from '../../../functions/core/io/store/contract'
import { transact, type ReceiptOf, type TransactOptions } from '../../../functions/core/io/store/transact'
import type { Work } from '../../../functions/core/io/store/transaction'
import { NOW, seeded } from './clock'
import type { EngineUnderTest, Subject } from './subject'

export interface Transacting {
  readonly subject: Subject
  readonly store: Store
  /** The pauses between tries, which took no time. */
  readonly slept: number[]
  put(id: string, doc: Doc): Promise<void>
  doc(id: string, collection?: string): Promise<Doc | undefined>
  /** Another client's write. */
  bump(id: string): Promise<PatchOutcome>
  run<R>(work: Work<R>, more?: Partial<TransactOptions>): Promise<R>
}

export const openTransacting = async (engine: EngineUnderTest): Promise<Transacting> => {
  const subject = await engine.open()
  const { store } = subject
  const slept: number[] = []
  const sleep = (ms: number): Promise<void> => {
    slept.push(ms)
    return Promise.resolve()
  }
  return {
    subject,
    store,
    slept,
    put: async (id, doc) => {
      const outcome = await store.commit([{ op: 'insert', collection: 'slots', id, doc }])
      if (outcome.outcome !== 'committed') throw new Error(JSON.stringify(outcome))
    },
    doc: async (id, collection = 'slots') => (await store.read(collection, [id]))[0]?.doc,
    bump: (id) => store.patch({ collection: 'slots', id, add: { n: 1 } }),
    run: (work, more = {}) =>
      transact({ store, now: NOW, random: seeded('t'), sleep, ...more } as TransactOptions, work),
  }
}

const reversed = (text: string): string => [...text].reverse().join('')

/** Seals by turning the text round, so that a test sees that it was sealed. */
export const receiptOf = (id: string, inputHash = 'in'): ReceiptOf => ({
  id,
  inputHash,
  seal: reversed,
  open: reversed,
})

export type Step = (changes: readonly Change[], commit: Store['commit']) => Promise<CommitOutcome>

/** A store whose commits meet a script, one step each; after it they are left alone. */
export const scripted = (store: Store, ...steps: Step[]): Store => ({
  ...store,
  commit: (changes) => {
    const step = steps.shift()
    return step ? step(changes, store.commit) : store.commit(changes)
  },
})

/** It lands, and the reply is lost. */
export const lost: Step = async (changes, commit) => {
  await commit(changes)
  return { outcome: 'unknown' }
}
