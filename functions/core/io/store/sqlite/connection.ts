/** One libsql connection behind a small interface, so that tests can put faults in its way. */
import Database from 'libsql'

export type Bind = string | number | null

export interface Statement {
  /** Runs it; the number of rows changed. */
  run(values: readonly Bind[]): number
  /** The first row as an array of columns. */
  get(values: readonly Bind[]): readonly unknown[] | undefined
  all(values: readonly Bind[]): readonly (readonly unknown[])[]
}

export interface Connection {
  exec(sql: string): void
  prepare(sql: string): Statement
  readonly inTransaction: boolean
  close(): void
}

export type Connect = (path: string) => Connection

/** Opens the file, made when there is none. Busy timeout 0: a lock held by another process is answered at once. */
export const connectLibsql: Connect = (path) => {
  const database = new Database(path, { timeout: 0 })
  return {
    exec: (sql) => void database.exec(sql),
    prepare: (sql) => {
      const statement = database.prepare<Bind[]>(sql)
      // raw mode is refused by statements that return no rows
      const reader = /^\s*(SELECT|PRAGMA|EXPLAIN)/i.test(sql) ? statement.raw() : statement
      // bind parameters as one array: libsql would flatten it anyway
      const call = reader as unknown as Record<'run' | 'get' | 'all', (values: readonly Bind[]) => unknown>
      return {
        run: (values) => (call.run(values) as { changes: number }).changes,
        get: (values) => call.get(values) as readonly unknown[] | undefined,
        all: (values) => call.all(values) as readonly (readonly unknown[])[],
      }
    },
    get inTransaction() {
      return database.inTransaction
    },
    close: () => void database.close(),
  }
}

const codeOf = (error: unknown): string => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : ''
  return typeof code === 'string' ? code : ''
}

/** Another process holds the lock (or is recovering the log): try again soon. */
export const isBusy = (error: unknown): boolean => /^SQLITE_(BUSY|LOCKED|PROTOCOL)/.test(codeOf(error))

/** The disk failed in the middle: what was asked may or may not be on it. */
export const isIoError = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_IOERR')

/** Not now, but perhaps later: locks, a full disk, a failing disk, no memory, no file handle. */
export const isPassing = (error: unknown): boolean =>
  isBusy(error) || isIoError(error) || /^SQLITE_(FULL|NOMEM|CANTOPEN)/.test(codeOf(error))

/** Looks at a file through a connection of its own. */
export const looking = <R>(path: string, look: (connection: Connection) => R): R => {
  const connection = connectLibsql(path)
  try {
    return look(connection)
  } finally {
    connection.close()
  }
}
