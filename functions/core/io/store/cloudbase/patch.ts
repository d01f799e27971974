/** `patch`: one call where it succeeds. Otherwise the document is read, and what the contract says decides. */
import { explained, failureOf } from './failure'
import { openPatience, type Patience } from './patience'
import { patchQuery } from './patch-query'
import { readOne } from './reading'
import { contentOf, patchedRow, storedOf, type Row } from './row'
import { replacement, type Rows } from './rows'
import type { PatchOutcome, Version } from '../contract'
import type { PreparedPatch } from '../engine'
import type { Raw } from './sdk'

interface Attempt {
  readonly rows: Rows
  readonly spec: PreparedPatch
  readonly version: Version
  readonly wait: Patience
  /** A reply was lost: the document may have been patched already. */
  lost: boolean
}

type Sent = { readonly row: Row } | 'unmatched' | 'rejected' | 'conflict' | 'lost' | 'busy'

const patched = (row: Row, already: boolean): PatchOutcome => ({
  outcome: 'patched',
  stored: storedOf(row),
  already,
})

const send = async ({ rows, spec }: Attempt, query: Raw, change: Raw): Promise<Sent> => {
  try {
    const row = await rows.change(spec.collection, query, change)
    return row ? { row } : 'unmatched'
  } catch (error) {
    const failure = failureOf(error)
    if (failure === 'duplicate') throw error
    return failure
  }
}

/** What the document as it stands says; undefined when it says that the patch may be tried again. */
const verdict = (attempt: Attempt, row: Row | undefined): PatchOutcome | undefined => {
  if (row?.v === attempt.version) return patched(row, false)
  const result = row ? patchedRow(row, attempt.spec.patch).outcome : 'missing'
  if (row && result === 'already') return patched(row, true)
  if (result === 'patched') return undefined
  // it may have been patched, and then have become what refuses it
  return attempt.lost
    ? { outcome: 'unknown' }
    : { outcome: 'refused', reason: result === 'missing' ? 'missing' : 'guard' }
}

/** The whole document anew, if it still stands at that version: for what the bounds alone, or the service, did not let through. */
const overwrite = async (attempt: Attempt, row: Row): Promise<Sent> => {
  const result = patchedRow(row, attempt.spec.patch)
  if (result.outcome !== 'patched') return 'unmatched'
  return send(attempt, { _id: row._id, v: row.v }, replacement(contentOf(result.text, attempt.version)))
}

/** After a call that did not tell: looks, and answers where that can be told. */
const afterLoss = async (attempt: Attempt): Promise<PatchOutcome | undefined> => {
  attempt.lost = true
  const row = await readOne(attempt.rows, attempt.spec.collection, attempt.spec.id)
  if (row?.v === attempt.version) return patched(row, false)
  // without a marker a second delivery could patch twice
  return attempt.spec.patch.marker === undefined ? { outcome: 'unknown' } : undefined
}

/** One round; undefined when there is to be another. */
const round = async (attempt: Attempt): Promise<PatchOutcome | undefined> => {
  const { rows, spec, version } = attempt
  const { query, change, fits } = patchQuery(spec.id, spec.patch, version)
  let sent = await send(attempt, query, change)
  if (sent === 'unmatched' || sent === 'rejected') {
    const rejected = sent === 'rejected'
    const row = await readOne(rows, spec.collection, spec.id)
    const told = verdict(attempt, row)
    if (told || !row) return told
    if (fits(row) && !rejected) return undefined
    sent = await overwrite(attempt, row)
    if (sent === 'rejected')
      throw new Error(
        `STORE: the service refuses a patch of ${spec.collection}/${spec.id} that the contract allows`,
      )
  }
  if (typeof sent === 'object') return patched(sent.row, false)
  if (sent === 'busy') return { outcome: attempt.lost ? 'unknown' : 'busy' }
  return sent === 'lost' ? afterLoss(attempt) : undefined
}

export const patchDocument = async (
  rows: Rows,
  spec: PreparedPatch,
  version: Version,
): Promise<PatchOutcome> => {
  const attempt: Attempt = { rows, spec, version, wait: openPatience(), lost: false }
  for (;;) {
    const outcome = await round(attempt).catch((error: unknown) => {
      throw explained(error)
    })
    if (outcome) return outcome
    if (!(await attempt.wait())) return { outcome: attempt.lost ? 'unknown' : 'busy' }
  }
}
