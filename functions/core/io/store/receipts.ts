/** Receipts: what a confirmed call answered, kept so that a repeat is answered the same. */
import { HOUR, type Instant } from '../../pure/time'
import { defineCollection } from './collection'

export type Receipt = {
  readonly v: 1
  /** A hash of the input: the same key with another input is refused. */
  readonly inputHash: string
  /** The validated output as JSON, sealed; empty where there was none. */
  readonly output: string
  readonly expiresAt: Instant
}

/** How long a repeat is answered the same. */
export const RECEIPT_KEPT = 48 * HOUR

/** Ids: `rc_<hmac(caller, procedure, key)>`; for work without a key, `rc_own_<random>`. */
export const receipts = defineCollection<Receipt>({
  name: 'receipts',
  v: 1,
  indexes: { expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
  personal: { none: 'HMACs, and answers sealed under the data key of whoever was answered; 48 hours' },
})
