/** Tables and indexes from the declared collections; safe to run again, by several processes at once. */
import type { CollectionSpec } from '../collection'
import type { Connection } from './connection'

/** SQL is made of these names only after they were checked. */
const checked = (name: string): string => {
  if (!/^[A-Za-z][A-Za-z0-9_]{0,63}$/.test(name)) throw new RangeError(`not a name: ${name}`)
  return name
}

export const tableOf = (collection: string): string => `"c_${checked(collection)}"`

/** How an indexed field is written in SQL: exactly the expression of its index, or the index is not used. */
export const expressionOf = (field: string): string => `json_extract(doc,'$.${checked(field)}')`

/** The fields are part of the name: an index that changes is another index. */
export const indexOf = (collection: string, index: string, fields: readonly string[]): string =>
  `"i_${checked(collection)}_${checked(index)}_${fields.map(checked).join('_')}"`

/** `BINARY`, the default collation, is bytewise UTF-8; nulls come first. */
const statementsOf = (spec: CollectionSpec): string[] => [
  `CREATE TABLE IF NOT EXISTS ${tableOf(spec.name)} (id TEXT PRIMARY KEY NOT NULL, doc TEXT NOT NULL, version TEXT NOT NULL)`,
  ...Object.entries(spec.indexes).map(
    ([index, fields]) =>
      `CREATE INDEX IF NOT EXISTS ${indexOf(spec.name, index, fields)} ON ${tableOf(spec.name)} (${[...fields.map(expressionOf), 'id'].join(', ')})`,
  ),
]

/** What is missing, as statements; nothing when the file is as declared. */
export const missingSchema = (connection: Connection, collections: readonly CollectionSpec[]): string[] => {
  const rows = connection.prepare("SELECT name FROM sqlite_master WHERE type IN ('table', 'index')").all([])
  const present = new Set(rows.map(([name]) => `"${String(name)}"`))
  return collections.flatMap(statementsOf).filter((sql) => !present.has(/"[^"]+"/.exec(sql)?.[0] ?? ''))
}

/** Creates what is missing, in one transaction. Indexes no longer declared stay: older code may still walk them. */
export const applySchema = (connection: Connection, collections: readonly CollectionSpec[]): void => {
  if (missingSchema(connection, collections).length === 0) return
  connection.exec('BEGIN IMMEDIATE')
  try {
    // looked at again inside: another process may have been here
    for (const sql of missingSchema(connection, collections)) connection.exec(sql)
    connection.exec('COMMIT')
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    throw error
  }
}
