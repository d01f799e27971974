/** `refunds`, as the registry lists it. */
import { declareFunction } from '../core/manifest'
import { collections } from './collections'
import { contract } from './contract'
import { notices as departureNotices } from './data/departure-notices'
import { notices } from './data/notices'
import { eventHandlers } from './events'
import { router } from './router'
import { timers } from './timers'

export const manifest = declareFunction({
  contract,
  router,
  collections,
  eventHandlers,
  notices: { ...notices, ...departureNotices },
  timers,
  delegable: { zh: '退税办理', en: 'Refunds' },
  deployment: { timeoutSeconds: 60 },
})
