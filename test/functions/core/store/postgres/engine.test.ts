/** What the PostgreSQL engine makes of its server: refused settings, poolers, races, errors of every kind. */
import { Client } from 'pg'
import { openPostgresAdmin } from '../../../../../functions/core/io/store/postgres/admin'
import { openPostgresStore } from '../../../../../functions/core/io/store/postgres'
import type { CollectionSpec } from '../../../../../functions/core/io/store/collection'
import type { Store } from '../../../../../functions/core/io/store/contract'
import { openFaultyProxy, type FaultyProxy } from '../../../../harness/postgres/faults'
import { openPooler } from '../../../../harness/postgres/pooler'
import { startPostgres, type PostgresServer } from '../../../../harness/postgres/server'
import { applyTo } from '../../../../harness/store/engines/postgres'
import { testCollections } from '../../../../harness/store/subject'
import { insert, must, standing } from '../cases/case'

const collections = testCollections
let server: PostgresServer
let database: string
let store: Store
beforeAll(async () => {
  server = await startPostgres()
  database = await server.createDatabase()
  await applyTo(server.url(database), collections)
  store = await open(server.url(database), 4)
}, 60_000)
afterAll(async () => {
  await store.close()
  await server.stop()
})

const open = (url: string, connections = 1): Promise<Store> =>
  openPostgresStore({ configuration: { url, connections }, collections })

describe('before a word is written', () => {
  test('a database that was not set up is refused, with what to do', async () => {
    const empty = await server.createDatabase()
    await expect(open(server.url(empty))).rejects.toThrow(
      /c_receipts.*shuibang_commit_1\(jsonb, text\).*npm run store -- apply/,
    )
  })

  test('a server that would lose what it acknowledged is refused, and one that becomes so says it in its health', async () => {
    const health = await store.health()
    expect(health).toMatchObject({
      engine: 'postgres',
      durable: true,
      detail: { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on', server_encoding: 'UTF8' },
    })
    const configure = async (setting: string): Promise<void> => {
      await server.ask(`ALTER SYSTEM SET ${setting}`)
      await server.ask('SELECT pg_reload_conf()')
    }
    const told = async (wanted: string): Promise<void> => {
      for (let left = 100; left > 0; left -= 1)
        if ((await server.ask('SHOW fsync'))[0]?.fsync === wanted) return
      throw new Error(`fsync did not become ${wanted}`)
    }
    await configure('fsync = off')
    await told('off')
    await expect(open(server.url(database))).rejects.toThrow(
      'the store refuses this server: fsync is off, not on',
    )
    expect(await store.health()).toMatchObject({ durable: false, detail: { fsync: 'off' } })
    await configure('fsync = on')
    await told('on')
    expect((await store.health()).durable).toBe(true)
  })

  test('so is one database that commits without waiting for the disk', async () => {
    const careless = await server.createDatabase()
    await applyTo(server.url(careless), collections)
    await server.ask(`ALTER DATABASE ${careless} SET synchronous_commit = off`)
    await expect(open(server.url(careless))).rejects.toThrow(
      'synchronous_commit is off, not on or remote_apply',
    )
  })

  test('a database that is not there is told at once', async () => {
    await expect(open(server.url('none'))).rejects.toThrow(/"none" does not exist/)
  })
})

test('a role that may only read and write is enough for functions, and may not set up', async () => {
  await server.ask(
    `CREATE ROLE serving LOGIN; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO serving`,
    database,
  )
  const url = server.url(database).replace('postgres@', 'serving@')
  const served = await open(url)
  const { versions } = await must(served, [insert('own', { v: 1, n: 0, rank: 1 })])
  expect((await served.patch({ collection: 'slots', id: 'own', add: { n: 1 } })).outcome).toBe('patched')
  expect(
    await served.commit([{ op: 'check', collection: 'slots', id: 'own', version: versions[0] ?? '' }]),
  ).toEqual({ outcome: 'refused', index: 0, reason: 'stale' })
  const stored = await standing(served, 'own')
  await must(served, [{ op: 'remove', collection: 'slots', id: 'own', version: stored?.version ?? '' }])
  await server.ask(
    'REVOKE UPDATE ON c_slots FROM serving; REVOKE EXECUTE ON FUNCTION shuibang_patch_1 FROM PUBLIC',
    database,
  )
  await expect(open(url)).rejects.toThrow(
    'this role may not use c_slots, shuibang_patch_1(text, text, jsonb, text): grant it SELECT',
  )
  const admin = await openPostgresAdmin({ configuration: { url, connections: 1 }, collections })
  expect(await admin.check()).toEqual([
    'denied to this role: c_slots',
    'denied to this role: shuibang_patch_1(text, text, jsonb, text)',
  ])
  await admin.close()
  await server.ask('GRANT EXECUTE ON FUNCTION shuibang_patch_1 TO PUBLIC', database)
  await expect(
    applyTo(url, [...collections, { ...collections[0], name: 'another' } as CollectionSpec]),
  ).rejects.toThrow(/permission denied/)
  await served.close()
})

test('an instance holds no more connections than it was told, however much it is asked', async () => {
  const counted = await server.createDatabase()
  await applyTo(server.url(counted), collections)
  for (const connections of [1, 3]) {
    const one = await open(server.url(counted), connections)
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, i) => one.commit([insert(`c${connections}_${i}`, { v: 1 })])),
    )
    expect(outcomes.filter(({ outcome }) => outcome !== 'committed')).toEqual([])
    expect(await server.ask(`SELECT 1 FROM pg_stat_activity WHERE datname = '${counted}'`)).toHaveLength(
      connections,
    )
    await one.close()
    while ((await server.ask(`SELECT 1 FROM pg_stat_activity WHERE datname = '${counted}'`)).length > 0)
      await new Promise((resolve) => setTimeout(resolve, 5))
  }
})

test('each statement may go to another connection that knows nothing of the last one', async () => {
  const pooler = await openPooler(server.port, 3)
  const fresh = await server.createDatabase()
  const url = `postgres://postgres@127.0.0.1:${pooler.port}/${fresh}`
  await applyTo(url, collections)
  const pooled = await open(url, 4)
  await must(pooled, [insert('s', { v: 1, left: 0, hall: 'h' })])
  const outcomes = await Promise.all(
    Array.from({ length: 15 }, async (_, i) => [
      await pooled.commit([
        insert(`x${i}`, { v: 1, rank: i }),
        { op: 'patch', collection: 'slots', id: 's', add: { left: 1 } },
      ]),
      await pooled.patch({ collection: 'slots', id: 's', set: { [`seen.b${i}`]: true } }),
    ]),
  )
  expect(outcomes.flat().map(({ outcome }) => outcome)).toEqual(
    outcomes.flatMap(() => ['committed', 'patched']),
  )
  expect((await standing(pooled, 's'))?.doc.left).toBe(15)
  expect((await pooled.query('slots', { index: 'byRank', range: { gte: 5 } })).items).toHaveLength(10)
  expect(pooler.named).toEqual([])
  expect(pooler.carried.every((count) => count > 5)).toBe(true)
  await pooled.close()
  await pooler.close()
})

test('commits that name their documents in opposite orders never wait for each other in a circle', async () => {
  const other = await open(server.url(database), 4)
  await must(
    store,
    ['da', 'db', 'dc', 'dd'].map((id) => insert(id, { v: 1, n: 0 })),
  )
  const names = ['da', 'db', 'dc', 'dd']
  const add = (id: string) => ({ op: 'patch' as const, collection: 'slots', id, add: { n: 1 } })
  const outcomes = await Promise.all(
    Array.from({ length: 60 }, (_, i) => {
      const ids = i % 2 === 0 ? names : [...names].reverse()
      return (i % 3 === 0 ? other : store).commit([...ids.slice(i % 4), ...ids.slice(0, i % 4)].map(add))
    }),
  )
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(outcomes.map(() => 'committed'))
  expect((await store.read('slots', names)).map((one) => one?.doc.n)).toEqual([60, 60, 60, 60])
  expect(
    await server.ask(`SELECT deadlocks::int FROM pg_stat_database WHERE datname = '${database}'`),
  ).toEqual([{ deadlocks: 0 }])
  await other.close()
})

test('two that insert the same documents at once: the one that loses is refused by the first in its own order', async () => {
  for (let round = 0; round < 15; round += 1) {
    // in the order of locking, the note comes before the slot
    const changes = [insert(`r${round}`, { v: 1 }, 'slots'), insert(`r${round}`, { v: 1 }, 'notes')]
    const outcomes = await Promise.all([store.commit(changes), store.commit(changes), store.commit(changes)])
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['committed', 'refused', 'refused'])
    expect(outcomes.filter(({ outcome }) => outcome === 'refused')).toEqual(
      Array.from({ length: 2 }, () => ({ outcome: 'refused', index: 0, reason: 'duplicate' })),
    )
  }
})

test('what was checked is held until the commit: two that each check what the other writes do not both land', async () => {
  const { versions } = await must(store, [insert('skewa', { v: 1 }), insert('skewb', { v: 1 })])
  const [a = '', b = ''] = versions.map(String)
  const crossing = (checked: string, version: string, written: string, standing: string) =>
    store.commit([
      { op: 'check', collection: 'slots', id: checked, version },
      { op: 'replace', collection: 'slots', id: written, version: standing, doc: { v: 1, n: 1 } },
    ])
  const holder = new Client({ connectionString: server.url(database) })
  await holder.connect()
  await holder.query(`BEGIN; SELECT 1 FROM c_slots WHERE id = 'skewb' FOR UPDATE`)
  const waiting = async (count: number): Promise<boolean> =>
    (await server.ask("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'")).length >= count
  // the first has checked a and waits to write b; the second writes a and checks b
  const first = crossing('skewa', a, 'skewb', b)
  while (!(await waiting(1)));
  let settled = false
  const second = crossing('skewb', b, 'skewa', a).finally(() => (settled = true))
  while (!settled && !(await waiting(2)));
  await holder.end()
  expect([await first, await second]).toEqual([
    expect.objectContaining({ outcome: 'committed' }),
    { outcome: 'refused', index: 0, reason: 'stale' },
  ])
})

test('a document that stays locked, and a race that is lost again and again, are busy after 2 s, and nothing was applied', async () => {
  const proxy = await openFaultyProxy(() => server.port)
  const losing = await open(`postgres://postgres@127.0.0.1:${proxy.port}/${database}`)
  await must(store, [
    insert('held1', { v: 1, n: 0 }),
    insert('held2', { v: 1, n: 0 }),
    insert('lost', { v: 1, n: 0 }),
  ])
  const holder = new Client({ connectionString: server.url(database) })
  await holder.connect()
  await holder.query(`BEGIN; SELECT 1 FROM c_slots WHERE id IN ('held1', 'held2') FOR UPDATE`)
  proxy.failNextWrites(1_000_000, '40001')
  const patch = (id: string) => ({ collection: 'slots', id, add: { n: 1 } })
  const outcomes = await Promise.all([
    store.patch(patch('held1')),
    store.commit([{ op: 'patch', ...patch('held2') }]),
    losing.patch(patch('lost')),
  ])
  expect(outcomes).toEqual(outcomes.map(() => ({ outcome: 'busy' })))
  await holder.end()
  expect((await store.read('slots', ['held1', 'held2', 'lost'])).map((one) => one?.doc.n)).toEqual([0, 0, 0])
  await losing.close()
  await proxy.close()
})

describe('errors of the server', () => {
  let proxy: FaultyProxy
  let proxied: Store
  beforeAll(async () => {
    proxy = await openFaultyProxy(() => server.port)
    proxied = await open(`postgres://postgres@127.0.0.1:${proxy.port}/${database}`)
    await must(store, [insert('e', { v: 1, n: 0 })])
  })
  afterAll(async () => {
    await proxied.close()
    await proxy.close()
  })
  const patched = () => proxied.patch({ collection: 'slots', id: 'e', add: { n: 1 } })

  test.each([
    ['40001', 'a serialisation failure'],
    ['40P01', 'a deadlock'],
    ['23505', 'a unique violation of a lost race'],
    ['53300', 'a full server'],
    ['57P03', 'a server that is starting'],
  ])('%s, %s: tried again by the engine', async (state) => {
    const before = Number((await standing(store, 'e'))?.doc.n)
    proxy.failNextWrites(3, state)
    expect(await patched()).toMatchObject({ outcome: 'patched', stored: { doc: { n: before + 1 } } })
  })

  test.each([
    ['53100', 'a full disk'],
    ['25006', 'a server that only reads now'],
    ['25P04', 'longer than a transaction may take'],
    ['55P03', 'a lock not got in time'],
    ['57014', 'a cancelled statement'],
    ['58030', 'an I/O error'],
  ])('%s, %s: busy, then as before', async (state) => {
    const before = (await standing(store, 'e'))?.version
    proxy.failNextWrites(1, state)
    expect(await patched()).toEqual({ outcome: 'busy' })
    expect((await standing(store, 'e'))?.version).toBe(before)
    expect((await patched()).outcome).toBe('patched')
  })

  test('57P01, a connection that the server ended: unknown', async () => {
    proxy.failNextWrites(1, '57P01')
    expect(await patched()).toEqual({ outcome: 'unknown' })
    expect((await patched()).outcome).toBe('patched')
  })

  test('what is no passing fault is thrown; a missing function says what to do', async () => {
    proxy.failNextWrites(1, 'XX000')
    await expect(patched()).rejects.toThrow('made to fail')
    proxy.failNextWrites(1, '42883')
    await expect(patched()).rejects.toThrow(/npm run store -- apply/)
  })
})
