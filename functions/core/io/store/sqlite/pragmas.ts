/** What must hold of the file before a word is written to it: WAL, and a sync at every commit. */
import type { Connection } from './connection'

/** `PRAGMA synchronous`: 2 is FULL, 3 is EXTRA. */
const DURABLE = [2, 3]

export interface Assertion {
  readonly durable: boolean
  readonly detail: Readonly<Record<string, string | number>>
}

const pragma = (connection: Connection, name: string): string | number => {
  const value = connection.prepare(`PRAGMA ${name}`).get([])?.[0]
  return typeof value === 'string' || typeof value === 'number' ? value : ''
}

/** What the connection says of itself now, not what it was once told. */
export const assertion = (connection: Connection): Assertion => {
  const journal = pragma(connection, 'journal_mode')
  const synchronous = pragma(connection, 'synchronous')
  return {
    durable: journal === 'wal' && typeof synchronous === 'number' && DURABLE.includes(synchronous),
    detail: { journal_mode: journal, synchronous, busy_timeout: pragma(connection, 'busy_timeout') },
  }
}

/**
 * Applies our pragmas, then the operator's own, then asserts.
 * @throws Error when the file would not be durable: not WAL (a file system without shared memory), or synchronous below FULL
 */
export const applyPragmas = (
  connection: Connection,
  own: Readonly<Record<string, string | number>>,
): void => {
  // 64 MB of page cache; a checkpoint every 16 MB of log; the log is cut back to 64 MB after a rush
  const ours = {
    journal_mode: 'WAL',
    synchronous: 'FULL',
    fullfsync: 1,
    checkpoint_fullfsync: 1,
    cache_size: -65536,
    wal_autocheckpoint: 4000,
    journal_size_limit: 67_108_864,
  }
  for (const [name, value] of Object.entries({ ...ours, ...own })) {
    if (!/^\w+$/.test(name) || !/^-?\w+$/.test(String(value)))
      throw new Error(`not a pragma: ${name}=${value}`)
    connection.exec(`PRAGMA ${name}=${value}`)
  }
  const { durable, detail } = assertion(connection)
  if (!durable) throw new Error(`the store refuses a file that is not durable: ${JSON.stringify(detail)}`)
}
