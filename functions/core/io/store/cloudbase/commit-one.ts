/** A commit of one change: one call, outside any transaction. */
import { explained, failureOf } from './failure'
import { openPatience } from './patience'
import { patchDocument } from './patch'
import { readOne } from './reading'
import { contentOf } from './row'
import { replacement, type Rows } from './rows'
import type { CommitOutcome, RefusalReason, Stored, Version } from '../contract'
import type { PreparedChange } from '../engine'

const committed = (version: Version | null, patched: Stored | null = null): CommitOutcome => ({
  outcome: 'committed',
  versions: [version],
  patched: [patched],
})
const refused = (reason: RefusalReason): CommitOutcome => ({ outcome: 'refused', index: 0, reason })
const UNKNOWN: CommitOutcome = { outcome: 'unknown' }

interface Write {
  /** Whether it was applied; false when its condition did not hold. Safe to send again. */
  readonly send: () => Promise<boolean>
  /** Whether the document shows that it was applied, by an earlier delivery. */
  readonly landed: () => Promise<boolean>
  readonly reason: RefusalReason
  readonly version: Version | null
}

const deliver = async ({ send, landed, reason, version }: Write): Promise<CommitOutcome> => {
  const wait = openPatience()
  let lost = false
  const unheld = async (): Promise<CommitOutcome> =>
    (await landed()) ? committed(version) : lost ? UNKNOWN : refused(reason)
  for (;;) {
    try {
      return (await send()) ? committed(version) : await unheld()
    } catch (error) {
      const failure = failureOf(error)
      if (failure === 'duplicate') return unheld()
      if (failure === 'rejected') throw explained(error)
      if (failure === 'lost') lost = true
      if (failure === 'busy') return lost ? UNKNOWN : { outcome: 'busy' }
      if (!(await wait())) return lost ? UNKNOWN : { outcome: 'busy' }
    }
  }
}

const patchOne = async (
  rows: Rows,
  change: Extract<PreparedChange, { op: 'patch' }>,
  version: Version,
): Promise<CommitOutcome> => {
  const outcome = await patchDocument(rows, change, version)
  switch (outcome.outcome) {
    case 'patched':
      return committed(outcome.stored.version, outcome.stored)
    case 'refused':
      return refused(outcome.reason)
    default:
      return outcome
  }
}

export const commitOne = async (
  rows: Rows,
  change: PreparedChange,
  version: Version,
): Promise<CommitOutcome> => {
  const { collection, id } = change
  const landed = async (): Promise<boolean> => (await readOne(rows, collection, id))?.v === version
  switch (change.op) {
    case 'insert': {
      const row = { _id: id, ...contentOf(change.text, version) }
      return deliver({
        send: () => rows.insert(collection, row).then(() => true),
        landed,
        reason: 'duplicate',
        version,
      })
    }
    case 'replace': {
      const anew = replacement(contentOf(change.text, version))
      return deliver({
        send: () => rows.write(collection, { _id: id, v: change.version }, anew),
        landed,
        reason: 'stale',
        version,
      })
    }
    case 'remove':
      // that it is gone does not show who removed it
      return deliver({
        send: () => rows.remove(collection, { _id: id, v: change.version }),
        landed: async () => false,
        reason: 'stale',
        version: null,
      })
    case 'check':
      // one document, read once, is one state
      return (await readOne(rows, collection, id))?.v === change.version
        ? committed(change.version)
        : refused('stale')
    case 'patch':
      return patchOne(rows, change, version)
  }
}
