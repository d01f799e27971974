/** SQLite under test: a file in a folder of its own. */
import { join } from 'node:path'
import type { Store } from '../../../../functions/core/io/store/contract'
import { openSqliteStore } from '../../../../functions/core/io/store/sqlite'
import { failing, faultyConnect, noFaults, sqliteError } from '../faults'
import { scratch, testCollections, type EngineUnderTest } from '../subject'

export const sqlite: EngineUnderTest = {
  name: 'sqlite',
  groups: true,
  open: async ({ collections = testCollections } = {}) => {
    const folder = scratch()
    const path = join(folder.path, 'shuibang.db')
    const faults = noFaults()
    const store = await openSqliteStore({ path, collections, connect: faultyConnect(faults) })
    const others: Store[] = []
    return {
      store,
      environment: { STORE: 'sqlite', DATA_DIR: folder.path },
      another: async (theirs = collections) => {
        const other = await openSqliteStore({ path, collections: theirs })
        others.push(other)
        return other
      },
      loseNextReply: () => {
        faults.after = failing('COMMIT', sqliteError('SQLITE_IOERR_FSYNC'))
      },
      failNextWrites: (times) => {
        faults.before = failing('COMMIT', sqliteError('SQLITE_FULL'), times)
      },
      close: async () => {
        for (const one of [store, ...others]) await one.close()
        folder.remove()
      },
    }
  },
  stop: async () => undefined,
}
