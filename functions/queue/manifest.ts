/** `queue`, as the registry lists it. */
import { declareFunction } from '../core/manifest'
import { collections } from './collections'
import { contract } from './contract'
import { notices } from './data/notices'
import { eventHandlers } from './events'
import { router } from './router'
import { timers } from './timers'

export const manifest = declareFunction({
  contract,
  router,
  collections,
  eventHandlers,
  notices,
  timers,
  deployment: { timeoutSeconds: 60 },
})
