/** What is deployed: `main` for CloudBase, `handler` for Lambda. */
import { deliveryCollections } from '../core/io/delivery/all-collections'
import { deploy } from '../core/io/entry/deploy'
import { collections as ofAccounts } from '../accounts/public'
import { collections as ofHalls } from '../halls/public'
import { collections as ofInbox } from '../inbox/public'
import { collections as ofProfiles } from '../profiles/public'
import { collections } from './collections'
import { contract } from './contract'
import { router } from './router'

export const { main, handler } = deploy('policies', {
  contract,
  router,
  collections: [...collections, ...deliveryCollections, ...ofAccounts, ...ofHalls, ...ofInbox, ...ofProfiles],
})
