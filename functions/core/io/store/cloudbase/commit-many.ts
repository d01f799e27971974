/**
 * A commit of several changes: one transaction, its calls strictly one after the other (two in flight end it). Start, one
 * call a change, commit; one more for each collection that loses documents, since the SDK removes by id alone.
 */
import { explained, failureOf, isConflict, isGone } from './failure'
import { openPatience } from './patience'
import { readOne } from './reading'
import { patchedRow } from './row'
import { openSteps, Refused, type Steps } from './steps'
import type { CommitOutcome, Version } from '../contract'
import type { PreparedChange } from '../engine'
import type { Rows } from './rows'
import type { SdkTransaction } from './sdk'

interface Commit {
  readonly rows: Rows
  readonly changes: readonly PreparedChange[]
  /** The same at every try: what bears it was written by this commit. */
  readonly version: Version
}

const BUSY: CommitOutcome = { outcome: 'busy' }
const AGAIN = 'again'
type Tried = CommitOutcome | typeof AGAIN

const ABORTS = 3

/** `gone`: it had ended before, by a failed call, by its expiry, or by its COMMIT. */
type Aborted = 'aborted' | 'gone' | 'untold'

/** Best effort: what is not aborted here, the service lets go of after 30 s. */
const abort = async (transaction: SdkTransaction): Promise<Aborted> => {
  const wait = openPatience({ tries: ABORTS })
  for (;;) {
    try {
      await transaction.rollback()
      return 'aborted'
    } catch (error) {
      if (isGone(error)) return 'gone'
      // a call that is still under way holds it
      if (!(await wait())) return 'untold'
    }
  }
}

/** The reply to COMMIT was lost: a document that bears the version tells that all landed; none tells nothing. */
const resolve = async (
  { rows, changes, version }: Commit,
  outcome: CommitOutcome,
): Promise<CommitOutcome> => {
  const witness =
    changes.find(({ op }) => op === 'insert') ?? changes.find(({ op }) => op === 'replace' || op === 'patch')
  if (!witness) return { outcome: 'unknown' }
  return (await readOne(rows, witness.collection, witness.id))?.v === version
    ? outcome
    : { outcome: 'unknown' }
}

/** The service refuses the call: for a patch, a path through something that is no object is a guard; else it is a fault. */
const rejected = async ({ rows, changes }: Commit, index: number, error: unknown): Promise<Tried> => {
  const change = changes[index]
  if (change?.op !== 'patch') throw explained(error)
  const row = await readOne(rows, change.collection, change.id)
  if (row && patchedRow(row, change.patch).outcome === 'patched') throw explained(error)
  return { outcome: 'refused', index, reason: row ? 'guard' : 'missing' }
}

/** An id is taken in this transaction: told as refused only where a committed document has it. */
const duplicate = async ({ rows, changes }: Commit, index: number): Promise<Tried> => {
  const change = changes[index]
  const taken = change && (await readOne(rows, change.collection, change.id))
  return taken ? { outcome: 'refused', index, reason: 'duplicate' } : AGAIN
}

const finish = async (
  commit: Commit,
  transaction: SdkTransaction,
  outcome: CommitOutcome,
): Promise<Tried> => {
  try {
    await transaction.commit()
    return outcome
  } catch (error) {
    const failure = failureOf(error)
    if (failure === 'lost' || isGone(error)) return resolve(commit, outcome)
    const aborted = await abort(transaction)
    if (failure === 'rejected') throw explained(error)
    // what answered may have been a second delivery: where the transaction is gone, the first may have landed
    if (!isConflict(error) && aborted === 'gone') return resolve(commit, outcome)
    if (failure === 'busy') return BUSY
    return isConflict(error) || aborted === 'aborted' ? AGAIN : resolve(commit, outcome)
  }
}

const apply = async (commit: Commit, transaction: SdkTransaction, steps: Steps): Promise<Tried> => {
  const { changes } = commit
  for (const [index, change] of changes.entries()) {
    try {
      await steps.take(change)
    } catch (error) {
      await abort(transaction)
      if (error instanceof Refused) return { outcome: 'refused', index, reason: error.reason }
      const failure = failureOf(error)
      if (failure === 'duplicate') return duplicate(commit, index)
      if (failure === 'rejected') return rejected(commit, index, error)
      // nothing was applied, whatever became of the call
      return failure === 'busy' ? BUSY : AGAIN
    }
  }
  return finish(commit, transaction, { outcome: 'committed', ...steps.taken() })
}

const attempt = async (commit: Commit): Promise<Tried> => {
  let transaction: SdkTransaction
  try {
    transaction = await commit.rows.begin()
  } catch (error) {
    const failure = failureOf(error)
    if (failure === 'rejected') throw explained(error)
    return failure === 'busy' ? BUSY : AGAIN
  }
  return apply(commit, transaction, openSteps({ ...commit, transaction }))
}

export const commitMany = async (
  rows: Rows,
  changes: readonly PreparedChange[],
  version: Version,
): Promise<CommitOutcome> => {
  const wait = openPatience()
  for (;;) {
    const tried = await attempt({ rows, changes, version })
    if (tried !== AGAIN) return tried
    if (!(await wait())) return BUSY
  }
}
