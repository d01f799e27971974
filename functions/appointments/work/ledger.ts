/** The taxpayer's ledger inside a transaction: read, follow where it moved, write back pruned. */
import type { Tx } from '../../core/io/store/transaction'
import { DAY_MS, type Instant } from '../../core/pure/time'
import { ledgers, type LedgerDoc } from '../collections'
import { emptyLedger, pruned, type Ledger } from '../rules/ledger'

/** Longer than any rule looks back. */
const KEPT = 120 * DAY_MS

export interface OpenLedger {
  /** Where it stands: the verified taxpayer's once the claimed one was folded into it. */
  readonly key: string
  readonly ledger: Ledger
}

/** `tx`, or a `reader` to look without deciding. */
export const openLedger = async (tx: Pick<Tx, 'get'>, key: string): Promise<OpenLedger> => {
  const doc = await tx.get(ledgers, key)
  if (doc?.movedTo) return openLedger(tx, doc.movedTo)
  return { key, ledger: doc ?? emptyLedger }
}

export const ledgerDoc = (ledger: Ledger, now: Instant): LedgerDoc => {
  const { active, cancellations, noShows } = pruned(ledger, now)
  return { v: 1, active, cancellations, noShows, movedTo: null, expiresAt: now + KEPT }
}

export const keepLedger = (tx: Tx, key: string, ledger: Ledger): void =>
  tx.put(ledgers, key, ledgerDoc(ledger, tx.now))

/** What stays behind when a claimed ledger has moved. */
export const movedLedger = (to: string, now: Instant): LedgerDoc => ({
  v: 1,
  active: [],
  cancellations: [],
  noShows: [],
  movedTo: to,
  expiresAt: now + KEPT,
})
