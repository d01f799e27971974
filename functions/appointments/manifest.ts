/** `appointments`, as the registry lists it. */
import { declareFunction } from '../core/manifest'
import { collections } from './collections'
import { contract } from './contract'
import { COUNTER_PHOTOS } from './data/uploads'
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
  uploads: { counter: COUNTER_PHOTOS },
  delegable: { zh: '预约办税', en: 'Appointments' },
  deployment: { timeoutSeconds: 60, instances: { usual: 8, prod: 40 } },
})
