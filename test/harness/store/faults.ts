/** Faults put in the way of a SQLite connection: a full disk, a lost reply, a lock that another process holds. */
import { connectLibsql, type Connect } from '../../../functions/core/io/store/sqlite/connection'

export interface Faults {
  /** Called before each statement text is executed; throwing is the fault. */
  before: (sql: string) => void
  /** Called after it was executed; throwing loses the reply. */
  after: (sql: string) => void
  /** How often each text was executed. */
  readonly counts: Map<string, number>
}

export const noFaults = (): Faults => ({ before: () => undefined, after: () => undefined, counts: new Map() })

export const sqliteError = (code: string): Error => Object.assign(new Error(code), { code })

/** A connection whose `exec` (BEGIN, SAVEPOINT, RELEASE, COMMIT, ROLLBACK) meets the faults. */
export const faultyConnect =
  (faults: Faults): Connect =>
  (path) => {
    const connection = connectLibsql(path)
    return {
      prepare: (sql) => connection.prepare(sql),
      close: () => connection.close(),
      get inTransaction() {
        return connection.inTransaction
      },
      exec: (sql) => {
        faults.counts.set(sql, (faults.counts.get(sql) ?? 0) + 1)
        faults.before(sql)
        connection.exec(sql)
        faults.after(sql)
      },
    }
  }

/** Throws `error` the next `times` times that `text` comes by. */
export const failing = (text: string, error: Error, times = 1): ((sql: string) => void) => {
  let left = times
  return (sql) => {
    if (sql !== text || left === 0) return
    left -= 1
    throw error
  }
}
