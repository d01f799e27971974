/** `verify`, as the registry lists it. */
import { declareFunction } from '../core/manifest'
import { contract } from './contract'
import { router } from './router'

export const manifest = declareFunction({
  contract,
  router,
  collections: [],
  deployment: { instances: { usual: 1, prod: 1 } },
})
