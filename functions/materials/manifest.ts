/** `materials`, as the registry lists it. */
import { declareFunction } from '../core/manifest'
import { contract } from './contract'
import { MATERIAL_FILES } from './data/uploads'
import { router } from './router'

export const manifest = declareFunction({
  contract,
  router,
  collections: [],
  uploads: { material: MATERIAL_FILES },
  deployment: { instances: { usual: 1, prod: 1 } },
})
