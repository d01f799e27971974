/** `policies`, as the registry lists it. */
import { declareFunction } from '../core/manifest'
import { collections } from './collections'
import { contract } from './contract'
import { notices } from './data/notices'
import { POLICY_FILES } from './data/uploads'
import { eventHandlers } from './events'
import { router } from './router'

export const manifest = declareFunction({
  contract,
  router,
  collections,
  eventHandlers,
  notices,
  uploads: { attachment: POLICY_FILES },
  deployment: { timeoutSeconds: 60, instances: { usual: 1, prod: 1 } },
})
