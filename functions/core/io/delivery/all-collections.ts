/** What whoever plans or sends messages opens beside its own. */
import type { CollectionSpec } from '../store/collection'
import { deliveries } from './collections'
import { consentEvents, consents } from './collections-consent'
import { deliveryAddresses, deliveryChoices, deliveryCounts } from './collections-person'
import { deliveryRates } from './rate'
import { deliveryTotals } from './totals'

export const deliveryCollections: readonly CollectionSpec[] = [
  deliveries,
  deliveryChoices,
  deliveryCounts,
  deliveryAddresses,
  deliveryRates,
  deliveryTotals,
  consents,
  consentEvents,
]
