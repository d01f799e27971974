/** `npm run store -- apply | check`: the tables and indexes of a data folder, as the collections declare them. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { allCollections } from '../../functions/all-collections'
import type { CollectionSpec } from '../../functions/core/io/store/collection'
import { openSqliteStore } from '../../functions/core/io/store/sqlite'
import { connectLibsql, type Connection } from '../../functions/core/io/store/sqlite/connection'
import { missingSchema } from '../../functions/core/io/store/sqlite/schema'

export const USAGE = `npm run store -- <command>

  apply   makes what is missing of the tables and indexes; takes nothing away
  check   changes nothing; fails when something is missing or the file is damaged

DATA_DIR  the data folder (default ./data)`

const DATABASE = 'shuibang.db'

type Say = (line: string) => void

/** `CREATE INDEX IF NOT EXISTS "i_slots_expiry_expiresAt" ON …` → `index i_slots_expiry_expiresAt`. */
const nameOf = (sql: string): string => sql.replace(/^CREATE (TABLE|INDEX) IF NOT EXISTS "([^"]+)".*$/s, (_, kind: string, name: string) => `${kind.toLowerCase()} ${name}`)

const looking = <R>(path: string, look: (connection: Connection) => R): R => {
  const connection = connectLibsql(path)
  try {
    return look(connection)
  } finally {
    connection.close()
  }
}

const problemsOf = (connection: Connection, collections: readonly CollectionSpec[]): string[] => {
  const journal = String(connection.prepare('PRAGMA journal_mode').get([])?.[0])
  const found = connection.prepare('PRAGMA quick_check(5)').all([]).map(([line]) => String(line))
  return [
    ...(journal === 'wal' ? [] : [`journal mode ${journal}, not wal`]),
    ...found.filter((line) => line !== 'ok').map((line) => `damaged: ${line}`),
    ...missingSchema(connection, collections).map((sql) => `missing: ${nameOf(sql)}`),
  ]
}

const problemsAt = (path: string, collections: readonly CollectionSpec[]): readonly string[] => {
  try {
    return looking(path, (connection) => problemsOf(connection, collections))
  } catch (error) {
    return [`cannot be read: ${error instanceof Error ? error.message : String(error)}`]
  }
}

/**
 * Runs one command and answers with the exit code: 0 as declared, 1 not, 2 not understood.
 * @param collections default: the deployment's
 */
export const runStore = async ({ words, environment, say, collections = allCollections }: {
  readonly words: readonly string[]
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly say: Say
  readonly collections?: readonly CollectionSpec[]
}): Promise<0 | 1 | 2> => {
  const [command, ...more] = words
  const path = join(resolve(environment.DATA_DIR?.trim() || './data'), DATABASE)
  if (more.length > 0 || (command !== 'apply' && command !== 'check')) {
    say(USAGE)
    return 2
  }
  const there = existsSync(path)
  if (command === 'check') {
    const problems = there ? problemsAt(path, collections) : [`there is no database at ${path}`]
    say(problems.length === 0 ? `${collections.length} collections as declared` : problems.join('\n'))
    return problems.length === 0 ? 0 : 1
  }
  const missing = there ? looking(path, (connection) => missingSchema(connection, collections)) : []
  await (await openSqliteStore({ path, collections })).close()
  say(there ? [...missing.map((sql) => `made: ${nameOf(sql)}`), `${collections.length} collections as declared`].join('\n') : `made ${path} with ${collections.length} collections`)
  return 0
}
