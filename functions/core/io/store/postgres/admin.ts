/** What an operator does to a PostgreSQL database before functions use it. */
import { Client } from 'pg'
import type { StoreAdmin } from '../admin'
import { catalogueOf } from '../front'
import { receipts } from '../receipts'
import { ASSERTION, assertionValues, readAssertion, wrongSettings } from './assertion'
import { quoted, tableOf } from './names'
import {
  createFunction,
  createTable,
  declaredIndexes,
  functionsToMake,
  indexStates,
  tablesPresent,
  wrongTables,
  type Ask,
} from './schema'
import type { PostgresOptions } from './index'
import type { Row } from './link'

/** Advisory lock of those who change the schema: one at a time. */
const LOCK = 7_482_310_117

/** Whatever the role's own limits: building an index takes as long as it takes, and the lock is held idle meanwhile. */
const LIMITS =
  "('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout')"
const unlimited = (until: 'transaction' | 'session'): string =>
  `SELECT set_config(name, '0', ${until === 'transaction'}) FROM pg_settings WHERE name IN ${LIMITS}`

/** A server that accepts and says nothing must keep no operator, and no `/ready`, waiting for ever. */
const CONNECT_MS = 10_000

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const connected = async (url: string): Promise<{ ask: Ask; end: () => Promise<void> }> => {
  const client = new Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: CONNECT_MS })
  client.on('error', () => undefined)
  await client.connect()
  return {
    ask: async (text, values = []) => (await client.query<Row>(text, [...values])).rows,
    end: () => client.end(),
  }
}

/**
 * Holds the lock in a transaction that does nothing else, so that a pooler between leaves its connection alone. Asked for
 * again and again: waiting inside a statement would hold a snapshot, and building an index waits for all of them.
 */
const whileAlone = async <R>(url: string, work: () => Promise<R>): Promise<R> => {
  const { ask, end } = await connected(url)
  try {
    for (;;) {
      await ask('BEGIN')
      await ask(unlimited('transaction'))
      // no parameter: the portal of a statement that has one would keep its snapshot until the transaction ends
      const [row] = await ask(`SELECT pg_try_advisory_xact_lock(${LOCK}) AS mine`)
      if (row?.mine === true) break
      await ask('ROLLBACK')
      await pause(100)
    }
    const result = await work()
    await ask('COMMIT')
    return result
  } finally {
    await end()
  }
}

/** An index of a table that was there is built beside the writers; one that was left half built is dropped first. */
const makeIndexes = async (ask: Ask, indexes: ReturnType<typeof declaredIndexes>): Promise<string[]> => {
  const made: string[] = []
  const states = await indexStates(ask, indexes)
  for (const { name, definition } of indexes) {
    const state = states.get(name)
    if (state === 'valid') continue
    if (state === 'otherwise')
      throw new Error(
        `index ${name} is there, but not as declared: drop it (DROP INDEX CONCURRENTLY ${quoted(name)}) and apply again`,
      )
    if (state === 'invalid') await ask(`DROP INDEX CONCURRENTLY IF EXISTS ${quoted(name)}`)
    await ask(`CREATE INDEX CONCURRENTLY ${definition}`)
    made.push(`index ${name}`)
  }
  return made
}

/**
 * Connects when asked to do something. Roles that functions connect as need SELECT, INSERT, UPDATE and DELETE on the tables.
 * @throws Error when the server cannot be reached
 */
export const openPostgresAdmin = async ({
  configuration,
  collections,
}: PostgresOptions): Promise<StoreAdmin> => {
  const declared = [
    ...catalogueOf([receipts, ...collections.filter((spec) => spec.name !== receipts.name)]).values(),
  ]
  const tables = declared.map(({ name }) => tableOf(name))
  const indexes = declared.flatMap(declaredIndexes)
  const { ask, end } = await connected(configuration.url)

  /** Functions, tables, and the indexes of new tables, all or none. */
  const makeAtOnce = async (): Promise<string[]> => {
    const functions = await functionsToMake(ask)
    const present = await tablesPresent(ask, tables)
    const missing = tables.filter((table) => !present.has(table))
    const theirs = indexes.filter(({ table }) => missing.includes(table))
    if (functions.length + missing.length === 0) return []
    await ask('BEGIN')
    try {
      for (const one of functions) await ask(createFunction(one))
      for (const table of missing) await ask(createTable(table))
      for (const { definition } of theirs) await ask(`CREATE INDEX ${definition}`)
      await ask('COMMIT')
    } catch (error) {
      await ask('ROLLBACK')
      throw error
    }
    return [
      ...functions.map(({ name }) => `function ${name}`),
      ...missing.map((name) => `table ${name}`),
      ...theirs.map(({ name }) => `index ${name}`),
    ]
  }

  return {
    check: async () => {
      const [row = {}] = await ask(ASSERTION, assertionValues(declared.map(({ name }) => name)))
      const assertion = readAssertion(row)
      const present = await tablesPresent(ask, tables)
      const states = [...(await indexStates(ask, indexes))].filter(([, state]) => state !== 'valid')
      return [
        ...wrongSettings(assertion),
        ...(assertion.standby ? ['the server is a standby'] : []),
        ...(await functionsToMake(ask)).map(({ name }) => `missing or otherwise: function ${name}`),
        ...tables.filter((table) => !present.has(table)).map((table) => `missing: table ${table}`),
        ...(await wrongTables(ask, tables)),
        ...states.map(([name, state]) => `${state}: index ${name}`),
        ...assertion.denied.map((name) => `denied to this role: ${name}`),
      ]
    },
    apply: () =>
      whileAlone(configuration.url, async () => {
        await ask(unlimited('session'))
        return [...(await makeAtOnce()), ...(await makeIndexes(ask, indexes))]
      }),
    close: end,
  }
}
