/** Faults put in the way of the SDK itself, where no server of ours can make them; and calls that keep to a quota. */
import type { SdkCollection, SdkDatabase } from '../../../../functions/core/io/store/cloudbase/sdk'

export interface DatabaseFaults {
  /** Writes that land, their replies lost. */
  lose: number
  /** Writes that are refused, nothing applied. */
  fail: number
  /** Resolves when the next call may be made. */
  readonly turn: () => Promise<void>
}

/** @param rate calls a second at most */
export const noDatabaseFaults = (rate: number): DatabaseFaults => {
  let next = 0
  return {
    lose: 0,
    fail: 0,
    turn: async () => {
      const now = performance.now()
      next = Math.max(now, next + 1000 / rate)
      await new Promise((resolve) => setTimeout(resolve, next - now))
    },
  }
}

const sdkError = (code: string): Error => Object.assign(new Error(code), { code })

type Query = ReturnType<SdkCollection['options']>

/** Writes in a transaction land with its commit: only that meets the faults. */
export const faultyDatabase = (database: SdkDatabase, faults: DatabaseFaults): SdkDatabase => {
  const plain = async <R>(call: () => Promise<R>): Promise<R> => {
    await faults.turn()
    return call()
  }
  const landing = async <R>(call: () => Promise<R>): Promise<R> => {
    if (faults.fail > 0) {
      faults.fail -= 1
      throw sdkError('EXCEED_REQUEST_LIMIT')
    }
    const answer = await plain(call)
    if (faults.lose === 0) return answer
    faults.lose -= 1
    throw sdkError('ECONNRESET')
  }
  const queryOf = (query: Query, write: typeof plain): Query => ({
    where: (condition) => queryOf(query.where(condition), write),
    orderBy: (path, direction) => queryOf(query.orderBy(path, direction), write),
    limit: (count) => queryOf(query.limit(count), write),
    field: (projection) => queryOf(query.field(projection), write),
    get: () => plain(() => query.get()),
    update: (change) => write(() => query.update(change)),
    remove: () => write(() => query.remove()),
    updateAndReturn: (change) => write(() => query.updateAndReturn(change)),
  })
  const collectionOf = (collection: SdkCollection, write: typeof plain): SdkCollection => ({
    add: (document) => write(() => collection.add(document)),
    doc: (id) => ({ remove: () => write(() => collection.doc(id).remove()) }),
    options: (options) => queryOf(collection.options(options), write),
  })
  return {
    collection: (name) => collectionOf(database.collection(name), landing),
    startTransaction: async () => {
      const transaction = await plain(() => database.startTransaction())
      return {
        collection: (name) => collectionOf(transaction.collection(name), plain),
        commit: () => landing(() => transaction.commit()),
        rollback: () => plain(() => transaction.rollback()),
      }
    },
  }
}
