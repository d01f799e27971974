/** Commits and patches as one call of one stored function each, and what it answers. */
import type { CommitOutcome, Doc, PatchOutcome, RefusalReason, Version } from '../contract'
import type { PreparedChange, PreparedPatch } from '../engine'
import { tableOf } from './names'
import type { Row, Statement } from './link'

/** Documents are text already: they are put in as they are. */
const changeText = (change: PreparedChange): string => {
  const { op, id } = change
  const head = JSON.stringify({
    op,
    table: tableOf(change.collection),
    id,
    ...('version' in change && { version: change.version }),
    ...('patch' in change && { patch: change.patch }),
  })
  return 'text' in change ? `${head.slice(0, -1)},"doc":${change.text}}` : head
}

export const commitStatement = (changes: readonly PreparedChange[], version: Version): Statement => ({
  text: 'SELECT failed, reason, patched FROM shuibang_commit_1($1::jsonb, $2)',
  values: [`[${changes.map(changeText).join(',')}]`, version],
})

/** What a change leaves: its own token, the one that was checked, or none. */
const versionAfter = (change: PreparedChange, version: Version): Version | null => {
  if (change.op === 'remove') return null
  return change.op === 'check' ? change.version : version
}

export const commitOutcome = (
  changes: readonly PreparedChange[],
  version: Version,
  row: Row,
): CommitOutcome => {
  if (row.failed !== null)
    return { outcome: 'refused', index: Number(row.failed), reason: row.reason as RefusalReason }
  const patched = row.patched as Readonly<Record<number, Doc>>
  return {
    outcome: 'committed',
    versions: changes.map((change) => versionAfter(change, version)),
    patched: changes.map(({ id }, index) => {
      const doc = patched[index]
      return doc ? { id, version, doc } : null
    }),
  }
}

export const patchStatement = ({ collection, id, patch }: PreparedPatch, version: Version): Statement => ({
  text: 'SELECT outcome, doc, version FROM shuibang_patch_1($1, $2, $3::jsonb, $4)',
  values: [tableOf(collection), id, JSON.stringify(patch), version],
})

export const patchOutcome = ({ id }: PreparedPatch, row: Row): PatchOutcome => {
  const outcome = row.outcome as 'patched' | 'already' | 'guard' | 'missing'
  if (outcome === 'guard' || outcome === 'missing') return { outcome: 'refused', reason: outcome }
  return {
    outcome: 'patched',
    stored: { id, version: String(row.version), doc: row.doc as Doc },
    already: outcome === 'already',
  }
}
