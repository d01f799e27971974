/** What is deployed: `main` for CloudBase, `handler` for Lambda. */
import { collections as ofAccounts } from '../accounts/public'
import { deploy } from '../core/io/entry/deploy'
import { contract } from './contract'
import { router } from './router'

export const { main, handler } = deploy('materials', { contract, router, collections: ofAccounts })
