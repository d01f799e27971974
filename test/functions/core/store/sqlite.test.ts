/** What only the SQLite engine promises: durability asserted, groups, schema, plans. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineCollection } from '../../../../functions/core/io/store/collection'
import {
  StoreInputError,
  type Change,
  type CommitOutcome,
  type Doc,
  type QuerySpec,
  type Store,
} from '../../../../functions/core/io/store/contract'
import { connectLibsql, type Connect } from '../../../../functions/core/io/store/sqlite/connection'
import { openSqliteStore, type SqliteOptions } from '../../../../functions/core/io/store/sqlite/index'
import { applySchema } from '../../../../functions/core/io/store/sqlite/schema'
import { seeksOf } from '../../../../functions/core/io/store/sqlite/walk'
import { planQuery } from '../../../../functions/core/io/store/query-plan'
import { faultyConnect, noFaults, type Faults } from '../../../harness/store/faults'
import { scratch, slots, testCollections } from '../../../harness/store/subject'

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
const insertAll = (store: Store, count: number, from = 0): Promise<CommitOutcome[]> =>
  Promise.all(Array.from({ length: count }, (_, i) => store.commit([insert(`s${from + i}`)])))
const ids = async (store: Store): Promise<string[]> =>
  (await store.query('slots', { index: 'byRank' })).items.map((item) => item.id)
const count = (text: string): number => faults.counts.get(text) ?? 0

beforeEach(() => {
  folder = scratch()
  path = join(folder.path, 'data', 'store.db')
  faults = noFaults()
})
afterEach(async () => {
  faults.before = () => undefined
  faults.after = () => undefined
  await Promise.all(opened.splice(0).map((store) => store.close()))
  folder.remove()
})

describe('durability', () => {
  test('WAL and synchronous=FULL are asserted and reported', async () => {
    const health = await (await open()).health()
    expect(health).toMatchObject({
      engine: 'sqlite',
      durable: true,
      detail: { journal_mode: 'wal', synchronous: 2, busy_timeout: 0, waiting: 0 },
    })
  })

  test.each(['OFF', 'NORMAL', 0])('synchronous=%s is refused at open', async (synchronous) => {
    await expect(open({ pragmas: { synchronous } })).rejects.toThrow(/not durable.*"synchronous":[01]/)
  })

  test('a journal that is not WAL is refused at open', async () => {
    await expect(open({ pragmas: { journal_mode: 'DELETE' } })).rejects.toThrow(
      /not durable.*"journal_mode":"delete"/,
    )
    await expect(open({ path: ':memory:' })).rejects.toThrow(/not durable/)
  })

  test('a connection that loses its setting later says so in health', async () => {
    let connection: ReturnType<Connect> | undefined
    const store = await open({ connect: (file) => (connection = connectLibsql(file)) })
    connection?.exec('PRAGMA synchronous=OFF')
    expect(await store.health()).toMatchObject({ durable: false, detail: { synchronous: 0 } })
  })

  test('pragmas are names and words, nothing else', async () => {
    await expect(open({ pragmas: { cache_size: '1; DROP TABLE c_slots' } })).rejects.toThrow(/not a pragma/)
  })

  test('what was acknowledged is in the file before it is told', async () => {
    const store = await open()
    await store.commit([insert('here', { v: 1, mark: 'a-mark-that-is-easily-found' })])
    const log = `${path}-wal`
    expect(existsSync(log) && readFileSync(log).includes('a-mark-that-is-easily-found')).toBe(true)
  })
})

describe('groups', () => {
  test('what arrives during a write shares the next transaction, at most 256 commits of it', async () => {
    const store = await open()
    const before = count('COMMIT')
    const outcomes = await insertAll(store, 600)
    expect(outcomes.every((one) => one.outcome === 'committed')).toBe(true)
    const groups = count('COMMIT') - before
    // three by count; more when a group ran into its 8 ms
    expect(groups).toBeGreaterThanOrEqual(3)
    expect(groups).toBeLessThan(100)
  })

  test('each commit has its savepoint: a refused one leaves nothing, its neighbours stay', async () => {
    const store = await open()
    await store.commit([insert('taken')])
    const outcomes = await Promise.all([
      store.commit([insert('a')]),
      store.commit([insert('b'), insert('taken')]),
      store.commit([insert('c')]),
    ])
    expect(outcomes.map((one) => one.outcome)).toEqual(['committed', 'refused', 'committed'])
    expect(await ids(store)).toEqual(['a', 'c', 'taken'])
  })

  test('no verdict, not even a refusal, is told before COMMIT', async () => {
    const store = await open()
    await store.commit([insert('taken')])
    const told: string[] = []
    faults.before = (sql) => void (sql === 'COMMIT' && told.push('COMMIT'))
    await Promise.all([
      store.commit([insert('taken')]).then((one) => told.push(one.outcome)),
      store.patch({ collection: 'slots', id: 'none' }).then((one) => told.push(one.outcome)),
      store.commit([insert('a')]).then((one) => told.push(one.outcome)),
    ])
    expect(told).toEqual(['COMMIT', 'refused', 'refused', 'committed'])
  })

  test('more than 4096 waiting is busy, and nothing of it is applied', async () => {
    const store = await open()
    const outcomes = await insertAll(store, 4196)
    const busy = outcomes.filter((one) => one.outcome === 'busy')
    expect(busy).toHaveLength(100)
    expect(outcomes.slice(0, 4096).every((one) => one.outcome === 'committed')).toBe(true)
    expect(await store.read('slots', ['s4095', 's4096'])).toEqual([expect.anything(), undefined])
  })

  test('nothing of one commit is seen before all of it is', async () => {
    const store = await open()
    let torn = 0
    const writer = Promise.all(
      Array.from({ length: 50 }, (_, i) => store.commit([insert(`x${i}`), insert(`y${i}`)])),
    )
    for (let i = 0; i < 50; i += 1) {
      const [y, x] = await store.read('slots', [`y${i}`, `x${i}`])
      if ((y === undefined) !== (x === undefined)) torn += 1
    }
    await writer
    expect(torn).toBe(0)
  })

  test('close waits for what is waiting; afterwards everything is refused', async () => {
    const store = await open()
    const last = insertAll(store, 20)
    await store.close()
    expect((await last).every((one) => one.outcome === 'committed')).toBe(true)
    opened.length = 0
    await expect(store.commit([insert('late')])).rejects.toThrow(/closed/)
    await expect(store.read('slots', ['late'])).rejects.toThrow(/closed/)
  })
})

describe('schema and plans', () => {
  test('opening again keeps the data, adds what is new, and refuses two collections of one name', async () => {
    const first = await open()
    await first.commit([
      insert('a', { v: 1, rank: 2, colour: 'red' }),
      insert('b', { v: 1, rank: 1, colour: 'blue' }),
    ])
    await first.close()
    opened.length = 0
    const more = [
      defineCollection<Doc>({ ...slots, indexes: { ...slots.indexes, byColour: ['colour'] } }),
      defineCollection<Doc>({ ...slots, name: 'others' }),
    ]
    const second = await open({ collections: more })
    expect((await second.query('slots', { index: 'byColour' })).items.map((item) => item.id)).toEqual([
      'b',
      'a',
    ])
    expect(await second.read('others', ['a'])).toEqual([undefined])
    await expect(open({ collections: [slots, slots] })).rejects.toThrow(StoreInputError)
  })

  test('an index of the same name over other fields is another index', async () => {
    await (
      await open()
    ).commit([insert('a', { v: 1, rank: 1, colour: 'red' }), insert('b', { v: 1, rank: 2, colour: 'blue' })])
    const changed = await open({ collections: [{ ...slots, indexes: { byRank: ['colour', 'rank'] } }] })
    expect((await changed.query('slots', { index: 'byRank' })).items.map((item) => item.id)).toEqual([
      'b',
      'a',
    ])
  })

  const specs: QuerySpec[] = [
    { index: 'byRank' },
    { index: 'byDay', where: { hall: 'h', day: 'd' } },
    { index: 'byDay', where: { hall: 'h', day: null } },
    { index: 'byDay', where: { hall: 'h' }, range: { gte: 'a', lt: 'b' }, order: 'desc' },
    { index: 'byHall', where: { hall: 'h' }, range: { lte: 'b' } },
    { index: 'byHall', order: 'desc' },
  ]
  test.each(specs)(
    'every seek of %j is given by its index, in its order: no scan of the table, no sort',
    async (spec) => {
      const connection = connectLibsql(join(folder.path, 'plan.db'))
      applySchema(connection, testCollections)
      const plan = planQuery(slots, spec)
      const fields = slots.indexes[spec.index] ?? []
      const places = [
        undefined,
        { values: plan.rest.map(() => null), id: 'x' },
        { values: plan.rest.map(() => 'm'), id: 'x' },
      ]
      for (const after of places) {
        for (const seek of seeksOf({ ...plan, after }, fields)) {
          const steps = connection
            .prepare(`EXPLAIN QUERY PLAN ${seek.sql}`)
            .all([...seek.values, 10])
            .map((row) => String(row[3]))
          expect(steps).toHaveLength(1)
          expect(steps[0]).toMatch(
            plan.equal.length > 0 || after
              ? /^SEARCH c_slots USING INDEX/
              : /^(SCAN|SEARCH) c_slots USING INDEX/,
          )
        }
      }
      connection.close()
    },
  )
})
