/** What is deployed: `main` for CloudBase, `handler` for Lambda. */
import { collections as ofAccounts } from '../accounts/public'
import { collections as ofAppointments } from '../appointments/collections'
import { deploy } from '../core/io/entry/deploy'
import { collections as ofHalls } from '../halls/public'
import { collections } from './collections'
import { contract } from './contract'
import { router } from './router'

export const { main, handler } = deploy('credit', {
  contract,
  router,
  collections: [...collections, ...ofAppointments, ...ofAccounts, ...ofHalls],
})
