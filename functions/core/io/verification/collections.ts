/** What anybody may verify of a paper that was handed out: public facts and whether they still stand. */
import type { Instant } from '../../pure/time'
import { defineCollection } from '../store/collection'

type Words = { readonly zh: string; readonly en: string }
export type VerificationFact = { readonly label: Words; readonly value: Words }

/** Id: `vc_<code>`. */
export type VerificationDoc = {
  readonly v: 1
  /** What kind of paper it is. */
  readonly kind: Words
  /** The document that it speaks of: `appointments|ap_…`. */
  readonly subject: string
  /** Nothing of them is personal: whoever holds the code reads them. */
  readonly facts: readonly VerificationFact[]
  readonly state: 'valid' | 'withdrawn'
  readonly issuedAt: Instant
  readonly withdrawnAt: Instant | null
  /** Until when it says something; swept a year later. */
  readonly validUntil: Instant
  readonly expiresAt: Instant
}

export const verifications = defineCollection<VerificationDoc>({
  name: 'verifications',
  v: 1,
  indexes: { subject: ['subject'], expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
  personal: { none: 'public facts of papers handed out; they name nobody' },
})
