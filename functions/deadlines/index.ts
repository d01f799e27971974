/** What is deployed: `main` for CloudBase, `handler` for Lambda. */
import { collections as ofAccounts } from '../accounts/public'
import { deploy } from '../core/io/entry/deploy'
import { collections as ofProfiles } from '../profiles/public'
import { collections } from './collections'
import { contract } from './contract'
import { router } from './router'

export const { main, handler } = deploy('deadlines', {
  contract,
  router,
  collections: [...collections, ...ofAccounts, ...ofProfiles],
})
