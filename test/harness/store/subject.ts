/** An engine under test: how the conformance suite opens it, and how it makes it lose a reply. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineCollection, type CollectionSpec } from '../../../functions/core/io/store/collection'
import type { Doc, Store } from '../../../functions/core/io/store/contract'

const retention = { kind: 'forever', why: 'a test' } as const

export const slots = defineCollection<Doc>({
  name: 'slots',
  v: 1,
  indexes: { byDay: ['hall', 'day'], byRank: ['rank'], byHall: ['hall', 'day', 'rank'] },
  retention,
})
export const notes = defineCollection<Doc>({ name: 'notes', v: 1, indexes: {}, retention })
export const testCollections: readonly CollectionSpec[] = [slots, notes]

export interface Subject {
  readonly store: Store
  /** What a process of its own needs to open the same database by `readConfiguration` and `openStore`. */
  readonly environment: Readonly<Record<string, string>>
  /** A second instance on the same data, as another process has one; closed with the subject. With collections: as code of another version declares them. */
  another(collections?: readonly CollectionSpec[]): Promise<Store>
  /** The next commit or patch lands, and its reply is lost. */
  loseNextReply(): void
  /** The next `times` writes of the engine fail with nothing applied. */
  failNextWrites(times: number): void
  close(): Promise<void>
}

export interface SubjectOptions {
  /** Default {@link testCollections}; `receipts` is always among them. */
  readonly collections?: readonly CollectionSpec[]
}

export interface EngineUnderTest {
  readonly name: string
  /** Commits that arrive together share one write: when it fails, each is written alone. */
  readonly groups: boolean
  /** An empty database of its own. */
  open(options?: SubjectOptions): Promise<Subject>
  /** Ends what `open` started: servers that several subjects share. */
  stop(): Promise<void>
}

/** A folder that lives as long as the test. */
export const scratch = (): { readonly path: string; readonly remove: () => void } => {
  const path = mkdtempSync(join(tmpdir(), 'shuibang-store-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
