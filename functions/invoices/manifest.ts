/** `invoices`, as the registry lists it. */
import { declareFunction } from '../core/manifest'
import { collections } from './collections'
import { contract } from './contract'
import { INVOICE_FILES } from './data/uploads'
import { router } from './router'

export const manifest = declareFunction({ contract, router, collections, uploads: { file: INVOICE_FILES } })
