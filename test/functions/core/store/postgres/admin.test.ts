/** `apply` and `check` of PostgreSQL: twice, at once, while functions serve, over what was left half done. */
import { Client } from 'pg'
import { defineCollection, type CollectionSpec } from '../../../../../functions/core/io/store/collection'
import { openPostgresStore } from '../../../../../functions/core/io/store/postgres'
import { openPostgresAdmin } from '../../../../../functions/core/io/store/postgres/admin'
import { storedFunctions } from '../../../../../functions/core/io/store/postgres/functions'
import type { Doc } from '../../../../../functions/core/io/store/contract'
import { startPostgres, type PostgresServer } from '../../../../harness/postgres/server'
import { notes, slots, testCollections } from '../../../../harness/store/subject'
import { insert } from '../cases/case'

let server: PostgresServer
let database: string
beforeAll(async () => {
  server = await startPostgres()
}, 60_000)
beforeEach(async () => {
  database = await server.createDatabase()
})
afterAll(() => server.stop())

const run = async (
  what: 'apply' | 'check',
  collections: readonly CollectionSpec[] = testCollections,
): Promise<readonly string[]> => {
  const admin = await openPostgresAdmin({
    configuration: { url: server.url(database), connections: 1 },
    collections,
  })
  try {
    return await admin[what]()
  } finally {
    await admin.close()
  }
}

const coloured = defineCollection<Doc>({
  ...slots,
  indexes: { ...slots.indexes, byColour: ['colour', 'rank'] },
})

test('makes all of it once, also when three do so at once; a check changes nothing', async () => {
  const missing = await run('check')
  expect(missing).toEqual(
    expect.arrayContaining([
      'missing: table c_slots',
      'missing: index i_slots_byRank_rank',
      'missing or otherwise: function shuibang_commit_1',
    ]),
  )
  expect(await run('check')).toEqual(missing)
  const made = (await Promise.all([run('apply'), run('apply'), run('apply')])).flat()
  expect(made).toHaveLength(missing.length)
  expect(new Set(made)).toEqual(new Set(missing.map((line) => line.replace(/^missing.*: /, ''))))
  expect(await run('check')).toEqual([])
  expect(await run('apply')).toEqual([])
})

test('an index is built on a filled table, and a collection added, by two at once while functions read and write; old code goes on', async () => {
  await run('apply')
  await server.ask(
    `INSERT INTO c_slots SELECT 's' || n, jsonb_build_object('v', 1, 'colour', 'c' || n % 7, 'rank', n), 'x' FROM generate_series(1, 20000) n`,
    database,
  )
  const store = await openPostgresStore({
    configuration: { url: server.url(database), connections: 2 },
    collections: testCollections,
  })
  let serving = true
  const outcomes: string[] = []
  const writer = async (name: string): Promise<void> => {
    for (let i = 0; serving; i += 1) {
      const id = `${name}${i}`
      outcomes.push(
        (
          await store.commit([
            insert(id, { v: 1, colour: 'new', rank: i }),
            { op: 'patch', collection: 'slots', id: 's1', set: { colour: `c${i % 7}` } },
          ])
        ).outcome,
      )
      expect(
        (await store.query('slots', { index: 'byRank', range: { gte: 5 }, limit: 1 })).items,
      ).toHaveLength(1)
    }
  }
  const writers = Promise.all([writer('a'), writer('b')])
  const others = defineCollection<Doc>({ ...notes, name: 'others' })
  const made = (
    await Promise.all([run('apply', [coloured, notes, others]), run('apply', [coloured, notes, others])])
  ).flat()
  serving = false
  await writers
  expect([...made].sort()).toEqual(['index i_slots_byColour_colour_rank', 'table c_others'])
  expect(new Set(outcomes)).toEqual(new Set(['committed']))
  expect(await run('check', [coloured, notes, others])).toEqual([])
  // what is no longer declared stays: old code is as declared too
  expect(await run('check')).toEqual([])
  const renewed = await openPostgresStore({
    configuration: { url: server.url(database), connections: 1 },
    collections: [coloured, notes, others],
  })
  const written = new Set<string>()
  for (let after: string | undefined; ;) {
    const page = await renewed.query('slots', { index: 'byColour', where: { colour: 'new' }, after })
    page.items.forEach(({ id }) => written.add(id))
    after = page.next
    if (after === undefined) break
  }
  expect(written.size).toBe(outcomes.length)
  await Promise.all([store.close(), renewed.close()])
}, 30_000)

test('an index whose building was broken off is named, dropped and built again', async () => {
  await run('apply', [coloured])
  await server.ask(
    `UPDATE pg_index SET indisvalid = false WHERE indexrelid = '"i_slots_byColour_colour_rank"'::regclass`,
    database,
  )
  expect(await run('check', [coloured])).toEqual(['invalid: index i_slots_byColour_colour_rank'])
  expect(await run('apply', [coloured])).toEqual(['index i_slots_byColour_colour_rank'])
  expect(await run('check', [coloured])).toEqual([])
})

test('a check names wrong columns, collations and keys, a changed function, and a setting that is not durable', async () => {
  await server.ask(
    'CREATE TABLE c_notes (id text PRIMARY KEY, doc json NOT NULL, version text NOT NULL); CREATE TABLE c_receipts (id text COLLATE "C", doc jsonb, version text COLLATE "C")',
    database,
  )
  await server.ask(
    'CREATE TABLE elsewhere (id text); CREATE INDEX "i_slots_byRank_rank" ON elsewhere (id)',
    database,
  )
  await server.ask(`ALTER DATABASE ${database} SET synchronous_commit = off`)
  const found = await run('check')
  expect(found).toEqual(
    expect.arrayContaining([
      'synchronous_commit is off, not on or remote_apply',
      'table c_notes has columns id text default, doc json -, version text default, not id text C, doc jsonb -, version text C',
      'table c_receipts has another primary key than its id',
      'otherwise: index i_slots_byRank_rank',
      'missing: table c_slots',
    ]),
  )
  database = await server.createDatabase()
  await run('apply')
  const [first] = storedFunctions
  await server.ask(
    `CREATE OR REPLACE FUNCTION ${first?.name}(value jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT value::text'`,
    database,
  )
  expect(await run('check')).toEqual([`missing or otherwise: function ${first?.name}`])
  expect(await run('apply')).toEqual([`function ${first?.name}`])
  expect(await run('check')).toEqual([])
})

test.each([
  [
    'another field',
    'INDEX "i_slots_byRank_rank" ON c_slots ((shuibang_key_1(doc -> \'other\') COLLATE "C"), id)',
  ],
  [
    'without the id',
    'INDEX "i_slots_byRank_rank" ON c_slots ((shuibang_key_1(doc -> \'rank\') COLLATE "C"))',
  ],
  [
    'a part of the rows',
    'INDEX "i_slots_byRank_rank" ON c_slots ((shuibang_key_1(doc -> \'rank\') COLLATE "C"), id) WHERE id > \'m\'',
  ],
  [
    'unique',
    'UNIQUE INDEX "i_slots_byRank_rank" ON c_slots ((shuibang_key_1(doc -> \'rank\') COLLATE "C"), id)',
  ],
])('an index under our name, but of other keys, is named and not taken away: %s', async (_, definition) => {
  await run('apply')
  await server.ask(`DROP INDEX "i_slots_byRank_rank"; CREATE ${definition}`, database)
  expect(await run('check')).toEqual(['otherwise: index i_slots_byRank_rank'])
  await expect(run('apply')).rejects.toThrow(
    'index i_slots_byRank_rank is there, but not as declared: drop it',
  )
  await server.ask('DROP INDEX "i_slots_byRank_rank"', database)
  expect(await run('apply')).toEqual(['index i_slots_byRank_rank'])
  expect(await run('check')).toEqual([])
})

test('a role’s own limits of time cut no building short', async () => {
  await run('apply')
  await server.ask(
    `INSERT INTO c_slots SELECT 's' || n, jsonb_build_object('v', 1, 'colour', 'c' || n % 7, 'rank', n), 'x' FROM generate_series(1, 20000) n`,
    database,
  )
  for (const limit of ['statement_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout'])
    await server.ask(`ALTER DATABASE ${database} SET ${limit} = '30ms'`)
  // held until both connections stand idle for longer than the limits
  const reader = new Client({
    connectionString: server.url(database),
    options: '-c idle_in_transaction_session_timeout=0 -c transaction_timeout=0',
  })
  await reader.connect()
  await reader.query('BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT count(*) FROM c_slots')
  const made = run('apply', [coloured, notes])
  await new Promise((resolve) => setTimeout(resolve, 150))
  await reader.query('COMMIT')
  await reader.end()
  expect(await made).toEqual(['index i_slots_byColour_colour_rank'])
})

test('a long name is cut so that it stays one of its own', async () => {
  const long = (last: string) =>
    defineCollection<Doc>({
      ...slots,
      name: 'aCollectionWithQuiteALongName',
      indexes: { anIndexWithALongName: ['aFieldWithALongName', last] },
    })
  await run('apply', [long('one')])
  await run('apply', [long('two')])
  const names = await server.ask(
    `SELECT indexname FROM pg_indexes WHERE indexname LIKE 'i_aCollection%'`,
    database,
  )
  expect(names).toHaveLength(2)
  expect(await run('check', [long('one')])).toEqual([])
})
