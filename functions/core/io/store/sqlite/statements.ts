/** The statements of one collection, prepared once a connection. */
import { tableOf } from './schema'
import type { Connection, Statement } from './connection'

export interface CollectionStatements {
  readonly select: Statement
  readonly holds: Statement
  readonly insert: Statement
  readonly replace: Statement
  readonly write: Statement
  readonly remove: Statement
}

export interface Statements {
  of(collection: string): CollectionStatements
  /** Any other statement, cached by its text. */
  prepare(sql: string): Statement
}

const prepareAll = (connection: Connection, collection: string): CollectionStatements => {
  const table = tableOf(collection)
  return {
    select: connection.prepare(`SELECT doc, version FROM ${table} WHERE id = ?`),
    holds: connection.prepare(`SELECT 1 FROM ${table} WHERE id = ? AND version = ?`),
    // changes one row exactly when the id is absent
    insert: connection.prepare(
      `INSERT INTO ${table} (id, doc, version) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING`,
    ),
    // change one row exactly when the document stands at that version
    replace: connection.prepare(`UPDATE ${table} SET doc = ?, version = ? WHERE id = ? AND version = ?`),
    remove: connection.prepare(`DELETE FROM ${table} WHERE id = ? AND version = ?`),
    // only after `select` in the same transaction
    write: connection.prepare(`UPDATE ${table} SET doc = ?, version = ? WHERE id = ?`),
  }
}

export const statementsOn = (connection: Connection): Statements => {
  const collections = new Map<string, CollectionStatements>()
  const others = new Map<string, Statement>()
  return {
    of: (collection) => {
      const found = collections.get(collection) ?? prepareAll(connection, collection)
      collections.set(collection, found)
      return found
    },
    prepare: (sql) => {
      const found = others.get(sql) ?? connection.prepare(sql)
      others.set(sql, found)
      return found
    },
  }
}
