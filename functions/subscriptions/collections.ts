/** Documents of `subscriptions`. With what core/io/delivery keeps: what people allow, their addresses, messages, the ledger of consent. */
import { deliveryCollections } from '../core/io/delivery/all-collections'
import { defineCollection, type CollectionSpec } from '../core/io/store/collection'
import type { Instant } from '../core/pure/time'

export type ContactCodesDoc = {
  readonly v: 1
  readonly count: number
  readonly lastAt: Instant
  readonly expiresAt: Instant
}

/**
 * How many codes went to an address, and were asked for by an account, within a day: nobody is flooded with them. Id: an HMAC of the
 * address or the account.
 */
export const contactCodes = defineCollection<ContactCodesDoc>({
  name: 'contactCodes',
  v: 1,
  indexes: { expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
  personal: { none: 'HMACs, and how often; one day' },
})

/** What `subscriptions` keeps itself. */
export const collections: readonly CollectionSpec[] = [contactCodes, ...deliveryCollections]
