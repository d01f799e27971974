/** `deadlines`, as the registry lists it. */
import { declareFunction } from '../core/manifest'
import { text } from '../core/pure/text'
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
  timers,
  eventHandlers,
  notices,
  delegable: text('申报期限', 'Filing deadlines'),
  deployment: { timeoutSeconds: 60, instances: { usual: 1, prod: 1 } },
})
