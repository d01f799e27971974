/** PostgreSQL under test: one server for all subjects of a test file, a database each. */
import type { CollectionSpec } from '../../../../functions/core/io/store/collection'
import type { Store } from '../../../../functions/core/io/store/contract'
import { openPostgresStore } from '../../../../functions/core/io/store/postgres'
import { openPostgresAdmin } from '../../../../functions/core/io/store/postgres/admin'
import { openFaultyProxy } from '../../postgres/faults'
import { startPostgres, type PostgresServer } from '../../postgres/server'
import { testCollections, type EngineUnderTest } from '../subject'

const shapeOf = (collections: readonly CollectionSpec[]): string =>
  JSON.stringify(collections.map(({ name, indexes }) => [name, indexes]))

/** Makes the tables of these collections in a database. */
export const applyTo = async (url: string, collections: readonly CollectionSpec[]): Promise<void> => {
  const admin = await openPostgresAdmin({ configuration: { url, connections: 1 }, collections })
  await admin.apply()
  await admin.close()
}

let server: Promise<PostgresServer> | undefined
/** Emptied databases with their tables, by the shape of their collections: making one takes longer than most tests. */
const spare = new Map<string, string[]>()

const databaseFor = async (
  running: PostgresServer,
  collections: readonly CollectionSpec[],
): Promise<string> => {
  const found = spare.get(shapeOf(collections))?.pop()
  if (found !== undefined) return found
  const made = await running.createDatabase()
  await applyTo(running.url(made), collections)
  return made
}

const empty = async (
  running: PostgresServer,
  database: string,
  collections: readonly CollectionSpec[],
): Promise<void> => {
  await running.ask(
    `DELETE FROM c_receipts; ${collections.map(({ name }) => `DELETE FROM "c_${name}"`).join('; ')}`,
    database,
  )
  const shape = shapeOf(collections)
  spare.set(shape, [...(spare.get(shape) ?? []), database])
}

export const postgres: EngineUnderTest = {
  name: 'postgres',
  groups: false,
  open: async ({ collections = testCollections } = {}) => {
    server ??= startPostgres()
    const running = await server
    const database = await databaseFor(running, collections)
    const proxy = await openFaultyProxy(() => running.port)
    const configuration = { url: `postgres://postgres@127.0.0.1:${proxy.port}/${database}`, connections: 4 }
    const store = await openPostgresStore({ configuration, collections })
    const others: Store[] = []
    let reusable = true
    return {
      store,
      environment: { STORE: 'postgres', DATABASE_URL: running.url(database) },
      another: async (theirs = collections) => {
        if (theirs !== collections) {
          reusable = false
          await applyTo(running.url(database), theirs)
        }
        const other = await openPostgresStore({
          configuration: { url: running.url(database), connections: 1 },
          collections: theirs,
        })
        others.push(other)
        return other
      },
      loseNextReply: () => proxy.loseNextReply(),
      failNextWrites: (times) => proxy.failNextWrites(times),
      close: async () => {
        for (const one of [store, ...others]) await one.close()
        await proxy.close()
        if (reusable) await empty(running, database, collections)
      },
    }
  },
  stop: async () => {
    const running = server
    server = undefined
    spare.clear()
    await (await running)?.stop()
  },
}
