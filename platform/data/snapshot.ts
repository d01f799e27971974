/** A copy of an SQLite file as of one moment, made while others write it. */
import { writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { files } from '../../functions/core/io/files/collections'
import { dataKeys } from '../../functions/core/io/security/collections'
import { isBusy, looking } from '../../functions/core/io/store/sqlite/connection'
import { expressionOf, tableOf } from '../../functions/core/io/store/sqlite/schema'
import { flush } from '../../functions/core/io/files/flush'
import { DataRefused } from './refused'

const PATIENCE_MS = 10_000
const PAGE = 500

/** Another process may be recovering or truncating the log for a moment. */
const untilFree = async (run: () => void): Promise<void> => {
  const start = performance.now()
  for (;;) {
    try {
      return run()
    } catch (error) {
      if (!isBusy(error) || performance.now() - start > PATIENCE_MS) throw error
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}

/** @throws DataRefused when the file is damaged */
export const checkSound = (path: string): void => {
  const lines = looking(path, (connection) =>
    connection
      .prepare('PRAGMA quick_check(5)')
      .all([])
      .map(([line]) => String(line)),
  )
  if (lines.join() !== 'ok')
    throw new DataRefused(`${path} is damaged:\n${lines.map((line) => `  ${line}`).join('\n')}`)
}

/**
 * `VACUUM INTO` reads in one transaction of its own: every commit acknowledged before it is in the copy, and none in part.
 * Writers go on beside it (WAL); the log grows until it has ended.
 */
export const snapshot = async (from: string, to: string): Promise<void> => {
  // an empty file is taken as it is: made here, it is the operator's alone
  await writeFile(to, '', { mode: 0o600, flag: 'wx' })
  await untilFree(() => looking(from, (connection) => connection.prepare('VACUUM INTO ?').run([to])))
  await flush(to)
  await flush(dirname(to))
  checkSound(to)
}

/** The ids of uploads whose bytes a copy says are stored, a page at a time. */
export const storedUploads = function* (path: string): Generator<string> {
  const sql = `SELECT id FROM ${tableOf(files.name)} WHERE id > ? AND ${expressionOf('state')} = 'stored' ORDER BY id LIMIT ${PAGE}`
  for (let last = '', page = PAGE; page === PAGE;) {
    const after = last
    const ids = looking(path, (connection) =>
      connection
        .prepare(sql)
        .all([after])
        .map(([id]) => String(id)),
    )
    yield* ids
    last = ids.at(-1) ?? last
    page = ids.length
  }
}

/** The keys of the ring that data keys in the copy are wrapped under. */
export const ringsIn = (path: string): readonly string[] =>
  looking(path, (connection) =>
    connection
      .prepare(
        `SELECT DISTINCT ${expressionOf('ring')} FROM ${tableOf(dataKeys.name)} WHERE ${expressionOf('ring')} IS NOT NULL`,
      )
      .all([])
      .map(([kid]) => String(kid)),
  )
