/** Papers that anybody can verify: issued in the commit that makes them true, withdrawn when they no longer are. */
import { AppError } from '../../pure/errors'
import type { Text } from '../../pure/text'
import { DAY_MS, type Instant } from '../../pure/time'
import { CODE_BYTES, codeOf } from '../../pure/verification-code'
import type { Services } from '../context'
import { eachOf } from '../store/pages'
import type { Tx } from '../store/transaction'
import { verifications, type VerificationFact } from './collections'

/** How long after its end a paper still says that it is over. */
const KEPT = 366 * DAY_MS

export interface Paper {
  readonly kind: Text
  /** The document that it speaks of: `appointments|ap_…`. */
  readonly subject: string
  /** Public: nothing that names a person. */
  readonly facts: readonly VerificationFact[]
  readonly validUntil: Instant
}

export const verificationId = (code: string): string => `vc_${code}`

/**
 * One more document in this commit.
 * @returns the code that anybody verifies it by
 * @example issuePaper(tx, { kind: text('预约凭证', 'Proof of booking'), subject: `appointments|${id}`, facts, validUntil })
 */
export const issuePaper = (tx: Tx, { kind, subject, facts, validUntil }: Paper): string => {
  const code = codeOf(tx.random(CODE_BYTES))
  tx.insert(verifications, verificationId(code), {
    v: 1,
    kind,
    subject,
    facts,
    state: 'valid',
    issuedAt: tx.now,
    withdrawnAt: null,
    validUntil,
    expiresAt: validUntil + KEPT,
  })
  return code
}

/**
 * In the commit that ends what it proves: whoever looks it up from then on is told that it was withdrawn. Nothing for one that
 * was withdrawn before, or is swept.
 * @param code as `issuePaper` gave it
 */
export const withdrawPaper = async (tx: Tx, code: string): Promise<void> => {
  const id = verificationId(code)
  const paper = await tx.get(verifications, id)
  if (paper?.state === 'valid')
    tx.replace(verifications, id, { ...paper, state: 'withdrawn', withdrawnAt: tx.now })
}

/**
 * Every paper of a subject, where no commit withdraws them one by one: whoever looks it up from now on is told that it was withdrawn. Safe to repeat.
 * @throws AppError BUSY when the store was too busy: some may be withdrawn already
 */
export const withdrawPapers = async ({ store, clock }: Services, subject: string): Promise<number> => {
  let withdrawn = 0
  for await (const { id } of eachOf(store, verifications, { index: 'subject', where: { subject } })) {
    const outcome = await store.patch({
      collection: verifications.name,
      id,
      set: { state: 'withdrawn', withdrawnAt: clock() },
      when: [{ path: 'state', is: 'valid' }],
    })
    if (outcome.outcome === 'busy' || outcome.outcome === 'unknown') throw new AppError('BUSY')
    withdrawn += outcome.outcome === 'patched' ? 1 : 0
  }
  return withdrawn
}
