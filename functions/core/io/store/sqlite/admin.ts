/** What an operator does to a SQLite file before functions use it; they would make what is missing by themselves. */
import { existsSync } from 'node:fs'
import type { StoreAdmin } from '../admin'
import { catalogueOf } from '../front'
import { receipts } from '../receipts'
import type { CollectionSpec } from '../collection'
import { looking, type Connection } from './connection'
import { missingSchema } from './schema'
import { openSqliteStore, type SqliteOptions } from './index'

export interface SqliteAdminOptions {
  readonly configuration: Pick<SqliteOptions, 'path'>
  readonly collections: readonly CollectionSpec[]
}

/** `CREATE INDEX IF NOT EXISTS "i_slots_expiry_expiresAt" ON …` → `index i_slots_expiry_expiresAt`. */
const nameOf = (sql: string): string =>
  sql.replace(
    /^CREATE (TABLE|INDEX) IF NOT EXISTS "([^"]+)".*$/s,
    (_, kind: string, name: string) => `${kind.toLowerCase()} ${name}`,
  )

const problemsOf = (connection: Connection, collections: readonly CollectionSpec[]): string[] => {
  const journal = String(connection.prepare('PRAGMA journal_mode').get([])?.[0])
  const found = connection
    .prepare('PRAGMA quick_check(5)')
    .all([])
    .map(([line]) => String(line))
  return [
    ...(journal === 'wal' ? [] : [`journal mode ${journal}, not wal`]),
    ...found.filter((line) => line !== 'ok').map((line) => `damaged: ${line}`),
    ...missingSchema(connection, collections).map((sql) => `missing: ${nameOf(sql)}`),
  ]
}

export const openSqliteAdmin = async ({
  configuration: { path },
  collections,
}: SqliteAdminOptions): Promise<StoreAdmin> => {
  const declared = [
    ...catalogueOf([receipts, ...collections.filter((spec) => spec.name !== receipts.name)]).values(),
  ]
  return {
    check: async () => {
      if (!existsSync(path)) return [`there is no database at ${path}`]
      try {
        return looking(path, (connection) => problemsOf(connection, declared))
      } catch (error) {
        return [`cannot be read: ${error instanceof Error ? error.message : String(error)}`]
      }
    },
    apply: async () => {
      const made = existsSync(path)
        ? looking(path, (connection) => missingSchema(connection, declared)).map(nameOf)
        : [`database ${path}`]
      await (await openSqliteStore({ path, collections })).close()
      return made
    },
    close: async () => undefined,
  }
}
