/** A claimed taxpayer becomes verified, inside a commit: one a subject, on the ledger that is the subject's. */
import { AppError } from '../core/pure/errors'
import { auditEntry } from '../core/io/audit/entry'
import { emit } from '../core/io/events/emit'
import type { Binding } from '../core/io/identity/collections'
import type { Vault } from '../core/io/security/contract'
import type { Tx } from '../core/io/store/transaction'
import { accounts, subjects, taxpayers } from './collections'
import { verifiedLedger } from './taxpayer'

export interface Verification {
  readonly vault: Vault
  readonly officer: string
  readonly taxpayerId: string
  /** Sealed: people write names and numbers into it. */
  readonly evidence: string
}

/** @throws AppError NOT_FOUND, FORBIDDEN for what is the officer's own, ALREADY_VERIFIED for another account */
export const verifyIn = async (tx: Tx, { vault, officer, taxpayerId, evidence }: Verification) => {
  const done = { taxpayerId, standing: 'verified' as const }
  const taxpayer = await tx.get(taxpayers, taxpayerId)
  if (!taxpayer || taxpayer.removedAt !== null) throw new AppError('NOT_FOUND')
  // Nobody verifies what is theirs.
  if (taxpayer.owner === officer) throw new AppError('FORBIDDEN')
  const subject = await tx.get(subjects, taxpayer.subject)
  if (subject?.verified === taxpayerId) return done
  if (subject?.verified) throw new AppError('ALREADY_VERIFIED')
  const owner = await tx.get(accounts, taxpayer.owner)
  const claimed = owner?.bindings.find((one) => one.taxpayerId === taxpayerId && one.through === 'own')
  if (!owner || !claimed || owner.erasedAt !== undefined) throw new AppError('NOT_FOUND')
  const ledgerKey = verifiedLedger(vault, taxpayer.subject)
  const binding: Binding = { ...claimed, standing: 'verified', ledgerKey, verifiedAt: tx.now }
  tx.put(subjects, taxpayer.subject, { v: 1, verified: taxpayerId, changedAt: tx.now })
  tx.replace(taxpayers, taxpayerId, { ...taxpayer, standing: 'verified', verifiedAt: tx.now })
  tx.replace(accounts, taxpayer.owner, {
    ...owner,
    bindings: owner.bindings.map((one) => (one === claimed ? binding : one)),
  })
  auditEntry(tx, {
    actor: officer,
    action: 'accounts/verify',
    subject: taxpayerId,
    detail: { subject: taxpayer.subject, evidence },
  })
  emit(tx, {
    kind: 'accounts.verified',
    due: tx.now,
    payload: { accountId: taxpayer.owner, taxpayerId, from: claimed.ledgerKey, to: ledgerKey },
  })
  emit(tx, { kind: 'accounts.claimsDisplaced', due: tx.now, payload: { taxpayerId } })
  return done
}
