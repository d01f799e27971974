/** The SQLite engine on a disk that fails, and beside other processes that hold the file. */
import { join } from 'node:path'
import type { Change, CommitOutcome, Doc, Store } from '../../../../functions/core/io/store/contract'
import { connectLibsql } from '../../../../functions/core/io/store/sqlite/connection'
import { openSqliteStore, type SqliteOptions } from '../../../../functions/core/io/store/sqlite/index'
import { failing, faultyConnect, noFaults, sqliteError, type Faults } from '../../../harness/store/faults'
import { scratch, testCollections } from '../../../harness/store/subject'

let folder: ReturnType<typeof scratch>
let path: string
let faults: Faults
const opened: Store[] = []

const open = async (more: Partial<SqliteOptions> = {}): Promise<Store> => {
  const store = await openSqliteStore({
    path,
    collections: testCollections,
    connect: faultyConnect(faults),
    ...more,
  })
  opened.push(store)
  return store
}
const insert = (id: string, doc: Doc = { v: 1 }): Change => ({ op: 'insert', collection: 'slots', id, doc })
const insertAll = (store: Store, count: number): Promise<CommitOutcome[]> =>
  Promise.all(Array.from({ length: count }, (_, i) => store.commit([insert(`s${i}`)])))
const ids = async (store: Store): Promise<string[]> =>
  (await store.query('slots', { index: 'byRank' })).items.map((item) => item.id)

beforeEach(() => {
  folder = scratch()
  path = join(folder.path, 'store.db')
  faults = noFaults()
})
afterEach(async () => {
  faults.before = () => undefined
  faults.after = () => undefined
  await Promise.all(opened.splice(0).map((store) => store.close()))
  folder.remove()
})

describe('a disk that fails', () => {
  test('COMMIT throws: rolled back, and each commit alone', async () => {
    const store = await open()
    faults.before = failing('COMMIT', sqliteError('SQLITE_FULL'))
    const outcomes = await insertAll(store, 5)
    expect(outcomes.map((one) => one.outcome)).toEqual(Array.from({ length: 5 }, () => 'committed'))
    expect(await ids(store)).toHaveLength(5)
  })

  test('still full when alone: busy, nothing applied, and the next commit finds its way', async () => {
    const store = await open()
    faults.before = failing('COMMIT', sqliteError('SQLITE_FULL'), 3)
    expect((await insertAll(store, 3)).map((one) => one.outcome)).toEqual(['busy', 'busy', 'committed'])
    expect(await ids(store)).toEqual(['s2'])
  })

  test('the engine leaves the transaction by itself: nothing of the group is kept twice or by half', async () => {
    let left = 1
    const store = await open({
      connect: (file) => {
        const connection = connectLibsql(file)
        return {
          prepare: (sql) => connection.prepare(sql),
          close: () => connection.close(),
          get inTransaction() {
            return connection.inTransaction
          },
          exec: (sql) => {
            connection.exec(sql)
            if (sql !== 'RELEASE s' || left === 0) return
            left -= 1
            connection.exec('ROLLBACK') // what SQLite does by itself on a full disk
          },
        }
      },
    })
    const outcomes = await insertAll(store, 4)
    expect(outcomes.map((one) => one.outcome)).toEqual(Array.from({ length: 4 }, () => 'committed'))
    expect(await ids(store)).toEqual(['s0', 's1', 's2', 's3'])
  })

  test('a disk that is really full: refused as busy, and everything told as committed is there', async () => {
    const store = await open({ pragmas: { max_page_count: 60 } })
    const pad = 'x'.repeat(3000)
    const outcomes = await Promise.all(
      Array.from({ length: 120 }, (_, i) =>
        store.commit([insert(`s${String(i).padStart(3, '0')}`, { v: 1, pad })]),
      ),
    )
    const landed = outcomes.flatMap((one, i) =>
      one.outcome === 'committed' ? [`s${String(i).padStart(3, '0')}`] : [],
    )
    expect(new Set(outcomes.map((one) => one.outcome))).toEqual(new Set(['committed', 'busy']))
    expect(landed.length).toBeGreaterThan(5)
    expect(await ids(store)).toEqual(landed)
  })

  test('an I/O error on its own COMMIT is unknown; on a shared one, each is run alone', async () => {
    const store = await open()
    faults.before = failing('COMMIT', sqliteError('SQLITE_IOERR_WRITE'))
    expect(await store.commit([insert('a')])).toEqual({ outcome: 'unknown' })
    faults.before = failing('COMMIT', sqliteError('SQLITE_IOERR_FSYNC'), 2)
    expect((await insertAll(store, 2)).map((one) => one.outcome)).toEqual(['unknown', 'committed'])
    expect(await ids(store)).toEqual(['s1'])
  })

  test('an I/O error before COMMIT is busy: nothing was applied', async () => {
    const store = await open()
    faults.before = failing('RELEASE s', sqliteError('SQLITE_IOERR_READ'))
    expect(await store.commit([insert('a')])).toEqual({ outcome: 'busy' })
    expect(await ids(store)).toEqual([])
  })

  test('a connection that cannot be rolled back is given up, and another is opened', async () => {
    const store = await open()
    const full = failing('COMMIT', sqliteError('SQLITE_FULL'))
    const stuck = failing('ROLLBACK', sqliteError('SQLITE_IOERR'))
    faults.before = (sql) => {
      full(sql)
      stuck(sql)
    }
    expect(await store.commit([insert('a')])).toEqual({ outcome: 'busy' })
    expect((await store.commit([insert('b')])).outcome).toBe('committed')
    expect(await ids(store)).toEqual(['b'])
  })

  test('what is no passing fault is an error, told to the one it belongs to', async () => {
    const store = await open()
    faults.before = failing('RELEASE s', sqliteError('SQLITE_CORRUPT'), 2)
    const outcomes = await Promise.allSettled([store.commit([insert('a')]), store.commit([insert('b')])])
    expect(outcomes.map((one) => one.status)).toEqual(['rejected', 'fulfilled'])
    expect(await ids(store)).toEqual(['b'])
  })
})

describe('other processes', () => {
  test('busy timeout is 0: a lock held elsewhere is waited for without holding up the event loop', async () => {
    const store = await open()
    const other = connectLibsql(path)
    other.exec('BEGIN IMMEDIATE')
    const commit = store.commit([insert('a')])
    let turns = 0
    for (const until = performance.now() + 100; performance.now() < until; turns += 1)
      await new Promise((resolve) => setTimeout(resolve, 1))
    expect(turns).toBeGreaterThan(20)
    // reads are not kept waiting
    expect(await store.read('slots', ['a'])).toEqual([undefined])
    other.exec('COMMIT')
    expect((await commit).outcome).toBe('committed')
    other.close()
  })

  test('a lock that is never given back: busy, nothing applied, and then it works again', async () => {
    const store = await open()
    const other = connectLibsql(path)
    other.exec('BEGIN IMMEDIATE')
    expect((await insertAll(store, 3)).map((one) => one.outcome)).toEqual(['busy', 'busy', 'busy'])
    other.exec('COMMIT')
    other.close()
    expect((await store.commit([insert('a')])).outcome).toBe('committed')
    expect(await ids(store)).toEqual(['a'])
  })
})
