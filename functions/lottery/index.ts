/** What is deployed: `main` for CloudBase, `handler` for Lambda. */
import { collections as ofAccounts } from '../accounts/public'
import { deploy } from '../core/io/entry/deploy'
import { collections as ofHalls } from '../halls/public'
import { collections as ofInvoices } from '../invoices/public'
import { collections } from './collections'
import { contract } from './contract'
import { router } from './router'

export const { main, handler } = deploy('lottery', {
  contract,
  router,
  collections: [...collections, ...ofAccounts, ...ofHalls, ...ofInvoices],
})
