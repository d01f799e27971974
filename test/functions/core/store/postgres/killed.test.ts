/** PostgreSQL is killed by SIGKILL while clients write, and comes back; the clients stay as they are. */
import { openPostgresStore } from '../../../../../functions/core/io/store/postgres'
import type { Change, Store } from '../../../../../functions/core/io/store/contract'
import { startPostgres, type PostgresServer } from '../../../../harness/postgres/server'
import { applyTo } from '../../../../harness/store/engines/postgres'
import { testCollections } from '../../../../harness/store/subject'
import { insert, must, standing } from '../cases/case'

const ROUNDS = 10
const CLIENTS = 4

let server: PostgresServer
let store: Store
beforeAll(async () => {
  server = await startPostgres()
  const database = await server.createDatabase()
  await applyTo(server.url(database), testCollections)
  store = await openPostgresStore({
    configuration: { url: server.url(database), connections: CLIENTS },
    collections: testCollections,
  })
}, 60_000)
afterAll(async () => {
  await store.close()
  await server.stop()
})

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Each commit makes a pair and counts it. */
const pair = (id: string): Change[] => [
  insert(`left_${id}`, { v: 1, hall: 'h', day: id, pad: 'x'.repeat(300) }),
  { op: 'patch', collection: 'slots', id: 'count', add: { n: 1 } },
  insert(`right_${id}`, { v: 1, pad: 'x'.repeat(300) }, 'notes'),
]

test(`killed ${ROUNDS} times while writing: what was acknowledged is kept, none is half applied, and what was unknown can be found out`, async () => {
  await must(store, [insert('count', { v: 1, n: 0 })])
  const told = { committed: [] as string[], busy: [] as string[], unknown: [] as string[] }
  let writing = true
  const client = async (name: number): Promise<void> => {
    for (let next = 0; writing; next += 1) {
      const id = `${name}_${next}`
      const { outcome } = await store.commit(pair(id))
      if (outcome === 'refused') throw new Error(`${id} was refused`)
      told[outcome].push(id)
      // a lost reply is cleared up by reading, while the server may still be coming back
      if (outcome === 'unknown' && (await standing(store, `left_${id}`))) told.committed.push(id)
    }
  }
  const clients = Promise.all(Array.from({ length: CLIENTS }, (_, name) => client(name)))
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = told.committed.length
    while (told.committed.length < before + 20) await pause(2)
    await pause((round * 7) % 15)
    await server.kill()
    await server.restart()
  }
  writing = false
  await clients

  const landed = async (ids: readonly string[]): Promise<string[]> => {
    const lefts = await store.read(
      'slots',
      ids.map((id) => `left_${id}`),
    )
    const rights = await store.read(
      'notes',
      ids.map((id) => `right_${id}`),
    )
    expect(lefts.map(Boolean)).toEqual(rights.map(Boolean))
    return ids.filter((_, i) => lefts[i])
  }
  const committed = [...new Set(told.committed)]
  expect(await landed(committed)).toEqual(committed)
  expect(await landed(told.busy)).toEqual([])
  expect(await landed(told.unknown)).toEqual(told.unknown.filter((id) => committed.includes(id)))
  expect((await standing(store, 'count'))?.doc.n).toBe(committed.length)
  // the kills did meet commits on their way
  expect(told.unknown.length).toBeGreaterThan(0)
}, 60_000)

test('while the server is away writes are busy or unknown and reads are BUSY, each after some patience; then all is as before', async () => {
  await must(store, [insert('away', { v: 1, n: 0 })])
  await server.kill()
  const start = performance.now()
  const [written, read] = await Promise.all([
    store.commit([insert('never', { v: 1 })]),
    store.read('slots', ['away']).then(
      () => 'read',
      (error: unknown) => error,
    ),
  ])
  expect(performance.now() - start).toBeLessThan(15_000)
  // sent down a connection whose end was not yet seen, nobody can tell what became of it
  expect(['busy', 'unknown']).toContain(written.outcome)
  expect(read).toMatchObject({
    name: 'AppError',
    code: 'BUSY',
    cause: { message: expect.stringMatching(/no connection: .*(ECONNREFUSED|terminated)/) },
  })
  await server.restart()
  expect(await store.read('slots', ['never', 'away'])).toEqual([
    undefined,
    expect.objectContaining({ id: 'away' }),
  ])
  // a restart in the middle of a read is waited for
  await server.kill()
  const waited = store.read('slots', ['away'])
  await server.restart()
  expect(await waited).toEqual([expect.objectContaining({ id: 'away' })])
}, 30_000)
