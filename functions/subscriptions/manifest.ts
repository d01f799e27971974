/** `subscriptions`, as the registry lists it. */
import { declareFunction } from '../core/manifest'
import { collections } from './collections'
import { contract } from './contract'
import { router } from './router'
import { timers } from './timers'

export const manifest = declareFunction({
  contract,
  router,
  collections,
  timers,
  deployment: { timeoutSeconds: 60, instances: { usual: 1, prod: 2 } },
})
