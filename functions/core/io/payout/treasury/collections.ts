/** Orders that wait for a file, and the files that went to the treasury. No names, no account numbers: a file is made when it is asked for. */
import type { Day, Instant } from '../../../pure/time'
import { defineCollection } from '../../store/collection'

/**
 * Id: the order’s. `gathered` until a batch takes it, `batched` until its return row comes; then `paid` or `rejected`. `closed`:
 * withdrawn before its batch was handed over.
 */
export type TreasuryOrderDoc = {
  readonly v: 1
  readonly state: 'gathered' | 'batched' | 'paid' | 'rejected' | 'closed'
  readonly fen: number
  readonly batch: string | null
  /** Why it was rejected: a `PayoutReason`. */
  readonly why?: string
  /** The day on which the treasury paid it. */
  readonly paidDay?: Day
  readonly at: Instant
  readonly expiresAt: Instant
}

export const treasuryOrders = defineCollection<TreasuryOrderDoc>({
  name: 'treasuryOrders',
  v: 1,
  indexes: { state: ['state', 'at'], paidDay: ['paidDay'], expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
  personal: { none: 'amounts by the ids of orders' },
})

/** Id: `tb_…`. `open` while orders are added, `sent` once handed over, `returned` once every order of it is settled. */
export type TreasuryBatchDoc = {
  readonly v: 1
  readonly state: 'open' | 'sent' | 'returned'
  /** In the order of their rows. */
  readonly orders: readonly string[]
  /** Control totals. */
  readonly count: number
  readonly fen: number
  readonly openedAt: Instant
  readonly sentAt?: Instant
  /** The day in the file’s header. */
  readonly day?: Day
  /** Hex, of the file that was handed over. */
  readonly sha256?: string
  /** Hex, of the return file that was accepted: no other settles this batch. */
  readonly returnSha256?: string
  readonly returnedAt?: Instant
  readonly expiresAt: Instant
}

export const treasuryBatches = defineCollection<TreasuryBatchDoc>({
  name: 'treasuryBatches',
  v: 1,
  indexes: { state: ['state', 'openedAt'], expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
  personal: { none: 'totals, and the ids of orders' },
})
