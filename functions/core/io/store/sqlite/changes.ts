/** A commit's changes, one by one, inside a transaction that the writer holds open. */
import { applyPatch, type PatchBody } from '../apply-patch'
import type { CommitOutcome, Doc, PatchOutcome, RefusalReason, Stored, Version } from '../contract'
import type { PreparedChange, PreparedPatch } from '../engine'
import type { CollectionStatements, Statements } from './statements'

/** A verdict, and whether what was written for it is to be kept. It is told only after COMMIT. */
export interface Verdict<R> {
  readonly keep: boolean
  readonly outcome: R
}

type Done = { readonly version: Version | null; readonly patched: Stored | null }

/** Parsed when looked at: most callers never do. */
const lazily = (id: string, version: Version, text: string): Stored => ({
  id,
  version,
  get doc(): Doc {
    return JSON.parse(text) as Doc
  },
})

type PatchRow =
  | { readonly outcome: 'patched' | 'already'; readonly stored: Stored }
  | { readonly outcome: 'guard' | 'missing' }

const patchRow = (sql: CollectionStatements, id: string, patch: PatchBody, version: Version): PatchRow => {
  const row = sql.select.get([id])
  if (!row) return { outcome: 'missing' }
  const [text, standing] = row as [string, string]
  const result = applyPatch(JSON.parse(text) as Doc, patch)
  if (result.outcome === 'guard') return { outcome: 'guard' }
  if (result.outcome === 'already') return { outcome: 'already', stored: lazily(id, standing, text) }
  sql.write.run([result.text, version, id])
  return { outcome: 'patched', stored: lazily(id, version, result.text) }
}

const applyChange = (
  statements: Statements,
  change: PreparedChange,
  version: Version,
): Done | RefusalReason => {
  const sql = statements.of(change.collection)
  switch (change.op) {
    case 'insert':
      return sql.insert.run([change.id, change.text, version]) === 1
        ? { version, patched: null }
        : 'duplicate'
    case 'replace':
      return sql.replace.run([change.text, version, change.id, change.version]) === 1
        ? { version, patched: null }
        : 'stale'
    case 'remove':
      return sql.remove.run([change.id, change.version]) === 1 ? { version: null, patched: null } : 'stale'
    case 'check':
      return sql.holds.get([change.id, change.version]) ? { version: change.version, patched: null } : 'stale'
    case 'patch': {
      const result = patchRow(sql, change.id, change.patch, version)
      return 'stored' in result ? { version, patched: result.stored } : result.outcome
    }
  }
}

/** All changes in order, stopping at the first that fails. */
export const applyCommit = (
  statements: Statements,
  changes: readonly PreparedChange[],
  version: Version,
): Verdict<CommitOutcome> => {
  const versions: (Version | null)[] = []
  const patched: (Stored | null)[] = []
  for (const [index, change] of changes.entries()) {
    const done = applyChange(statements, change, version)
    if (typeof done === 'string') return { keep: false, outcome: { outcome: 'refused', index, reason: done } }
    versions.push(done.version)
    patched.push(done.patched)
  }
  return { keep: true, outcome: { outcome: 'committed', versions, patched } }
}

export const applySinglePatch = (
  statements: Statements,
  spec: PreparedPatch,
  version: Version,
): Verdict<PatchOutcome> => {
  const result = patchRow(statements.of(spec.collection), spec.id, spec.patch, version)
  if (!('stored' in result)) return { keep: false, outcome: { outcome: 'refused', reason: result.outcome } }
  return {
    keep: true,
    outcome: { outcome: 'patched', stored: result.stored, already: result.outcome === 'already' },
  }
}
