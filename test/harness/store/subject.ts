/** An engine under test: how the conformance suite opens it, and how it makes it lose a reply. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineCollection, type CollectionSpec } from '../../../functions/core/io/store/collection'
import type { Doc, Store } from '../../../functions/core/io/store/contract'
import { openSqliteStore } from '../../../functions/core/io/store/sqlite/index'
import { failing, faultyConnect, noFaults, sqliteError } from './faults'

const retention = { kind: 'forever', why: 'a test' } as const

export const slots = defineCollection<Doc>({ name: 'slots', v: 1, indexes: { byDay: ['hall', 'day'], byRank: ['rank'], byHall: ['hall', 'day', 'rank'] }, retention })
export const notes = defineCollection<Doc>({ name: 'notes', v: 1, indexes: {}, retention })
export const testCollections: readonly CollectionSpec[] = [slots, notes]

export interface Subject {
  readonly store: Store
  /** The next commit or patch lands, and its reply is lost. */
  loseNextReply(): void
  /** The next two writes of the engine fail with nothing applied. */
  failNextWrites(times: number): void
  close(): Promise<void>
}

export interface EngineUnderTest {
  readonly name: string
  open(): Promise<Subject>
}

/** A folder that lives as long as the test. */
export const scratch = (): { readonly path: string; readonly remove: () => void } => {
  const path = mkdtempSync(join(tmpdir(), 'shuibang-store-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

export const sqlite: EngineUnderTest = {
  name: 'sqlite',
  open: async () => {
    const folder = scratch()
    const faults = noFaults()
    const store = await openSqliteStore({ path: join(folder.path, 'store.db'), collections: testCollections, connect: faultyConnect(faults) })
    return {
      store,
      loseNextReply: () => {
        faults.after = failing('COMMIT', sqliteError('SQLITE_IOERR_FSYNC'))
      },
      failNextWrites: (times) => {
        faults.before = failing('COMMIT', sqliteError('SQLITE_FULL'), times)
      },
      close: async () => {
        await store.close()
        folder.remove()
      },
    }
  },
}

/** PostgreSQL and CloudBase join here. */
export const engines: readonly EngineUnderTest[] = [sqlite]
