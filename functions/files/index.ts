/** What is deployed: `main` for CloudBase, `handler` for Lambda. */
import { deploy } from '../core/io/entry/deploy'
import { collections } from './collections'
import { contract } from './contract'
import { router } from './router'

export const { main, handler } = deploy('files', { contract, router, collections })
