/** What is deployed: `main` for CloudBase, `handler` for Lambda. */
import { deploy } from '../core/io/entry/deploy'
import { readDeliveryConfiguration } from '../core/io/entry/configuration-delivery'
import { collections as ofHalls } from '../halls/public'
import { collections as ofInbox } from '../inbox/public'
import { collections } from './collections'
import { contract } from './contract'
import { router } from './router'

export const { main, handler } = deploy(
  'subscriptions',
  { contract, router, collections: [...collections, ...ofInbox, ...ofHalls] },
  { channels: readDeliveryConfiguration },
)
