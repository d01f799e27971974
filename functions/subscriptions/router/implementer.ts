/** The contract, ready for handlers. */
import { implement } from '@orpc/server'
import type { Context } from '../../core/io/context'
import { contract } from '../contract'

export const os = implement(contract).$context<Context>()
