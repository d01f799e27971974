/** The calls of the store, each one round trip: in a transaction where one is given, else outside. */
import { openGate } from './gate'
import type { Version } from '../contract'
import type { Row } from './row'
import type { Raw, SdkDatabase, SdkTransaction } from './sdk'

export interface Find {
  readonly query: Raw
  readonly order?: readonly (readonly [path: string, direction: 'asc' | 'desc'])[]
  readonly limit: number
}

export interface Rows {
  begin(): Promise<SdkTransaction>
  find(collection: string, find: Find, transaction?: SdkTransaction): Promise<Row[]>
  /** The versions of those that are there. */
  versions(
    collection: string,
    ids: readonly string[],
    transaction: SdkTransaction,
  ): Promise<Map<string, Version>>
  insert(collection: string, row: Row, transaction?: SdkTransaction): Promise<void>
  /** The row afterwards; undefined when none matched. */
  change(collection: string, query: Raw, change: Raw, transaction?: SdkTransaction): Promise<Row | undefined>
  /** Outside any transaction: whether one matched. */
  write(collection: string, query: Raw, change: Raw): Promise<boolean>
  /** Outside any transaction: whether one matched. */
  remove(collection: string, query: Raw): Promise<boolean>
  /** In a transaction the SDK removes by id alone: its version is to be looked at first. */
  removeIn(transaction: SdkTransaction, collection: string, id: string): Promise<void>
}

/** Calls in flight outside transactions: those may wait for a document that a transaction holds, which must not wait for them. */
const CALLS = 60

/** `prefix` stands before every collection's name: an environment that several deployments share. */
export const rowsOf = (database: SdkDatabase, prefix: string): Rows => {
  const gate = openGate(CALLS)
  const within = <R>(transaction: SdkTransaction | undefined, call: () => Promise<R>): Promise<R> =>
    transaction ? call() : gate(call)
  const at = (collection: string, transaction?: SdkTransaction) =>
    (transaction ?? database).collection(`${prefix}${collection}`)
  const matching = (collection: string, query: Raw, transaction?: SdkTransaction) =>
    at(collection, transaction).options({ raw: true }).where(query)
  return {
    begin: () => database.startTransaction(),
    find: async (collection, { query, order = [], limit }, transaction) => {
      const ordered = order.reduce(
        (walk, [path, direction]) => walk.orderBy(path, direction),
        matching(collection, query, transaction),
      )
      return (await within(transaction, () => ordered.limit(limit).get())).data as Row[]
    },
    versions: async (collection, ids, transaction) => {
      const found = await matching(collection, { _id: { $in: ids } }, transaction)
        .field({ v: true })
        .limit(ids.length)
        .get()
      return new Map((found.data as Pick<Row, '_id' | 'v'>[]).map((row) => [row._id, row.v]))
    },
    insert: async (collection, row, transaction) =>
      void (await within(transaction, () => at(collection, transaction).add({ ...row }))),
    change: async (collection, query, change, transaction) => {
      const { updated, doc } = await within(transaction, () =>
        matching(collection, query, transaction).updateAndReturn(change),
      )
      return updated > 0 ? (doc as Row) : undefined
    },
    write: async (collection, query, change) =>
      (await gate(() => matching(collection, query).update(change))).updated > 0,
    remove: async (collection, query) => (await gate(() => matching(collection, query).remove())).deleted > 0,
    removeIn: async (transaction, collection, id) =>
      void (await at(collection, transaction).doc(id).remove()),
  }
}

/** The update that puts a whole new document in a row's place. */
export const replacement = (content: Omit<Row, '_id'>): Raw => ({ $set: content })
