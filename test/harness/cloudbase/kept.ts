/** What an emulator keeps over a restart: one line of JSON a change, appended before the change is answered. */
import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { connectLibsql, isBusy, type Connection } from '../../../functions/core/io/store/sqlite/connection'
import type { Index } from './documents'

/** One change of an environment. A commit's documents come together: as EJSON text, `null` for removed. */
export type Change =
  | { readonly kind: 'collection'; readonly name: string }
  | { readonly kind: 'noCollection'; readonly name: string }
  | { readonly kind: 'rule'; readonly collection: string; readonly rule: string; readonly text?: string }
  | { readonly kind: 'index'; readonly collection: string; readonly index: Index }
  | { readonly kind: 'noIndex'; readonly collection: string; readonly name: string }
  | {
      readonly kind: 'documents'
      readonly writes: readonly (readonly [collection: string, key: string, text: string | null])[]
    }
  /** Base64. */
  | { readonly kind: 'file'; readonly path: string; readonly type: string; readonly bytes: string }
  | { readonly kind: 'noFile'; readonly path: string }
  | { readonly kind: 'storageRule'; readonly rule: string; readonly text?: string }

export type Keep = (change: Change) => void

interface Line {
  readonly environment: string
  readonly change: Change
}

/** Lines up to the first that a kill cut short. */
const linesOf = (path: string): readonly Line[] => {
  const lines: Line[] = []
  for (const text of readFileSync(path, 'utf8').split('\n')) {
    try {
      if (text !== '') lines.push(JSON.parse(text) as Line)
    } catch {
      return lines
    }
  }
  return lines
}

export interface Journal {
  keep(environment: string, change: Change): void
  close(): void
}

/** Held for as long as the process lives, however it ends. @throws Error when another process holds it */
const lockOf = (path: string): Connection => {
  const lock = connectLibsql(`${path}.lock`)
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock.close()
    throw isBusy(error)
      ? new Error(`another emulator is using ${path}: two of them would lose each other's changes`)
      : error
  }
}

/**
 * Opens the file, tells `restore` what it holds, and writes it anew with what `current` then is, so that it does not grow for
 * ever. What was answered survives a SIGKILL; a power cut may take the last changes, for they are not synced one by one.
 * @throws Error when another emulator has it open
 */
export const openJournal = (
  path: string,
  restore: (environment: string, change: Change) => void,
  current: () => Iterable<readonly [string, Change]>,
): Journal => {
  mkdirSync(dirname(path), { recursive: true })
  const lock = lockOf(path)
  for (const { environment, change } of existsSync(path) ? linesOf(path) : []) restore(environment, change)
  const fresh = openSync(`${path}.new`, 'w')
  for (const [environment, change] of current())
    writeSync(fresh, `${JSON.stringify({ environment, change })}\n`)
  fsyncSync(fresh)
  closeSync(fresh)
  renameSync(`${path}.new`, path)
  const file = openSync(path, 'a')
  return {
    keep: (environment, change) => appendFileSync(file, `${JSON.stringify({ environment, change })}\n`),
    close: () => {
      fsyncSync(file)
      closeSync(file)
      lock.close()
    },
  }
}
