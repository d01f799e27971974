/** The contract, ready to be given handlers. */
import { implement } from '@orpc/server'
import type { Context } from '../../core/io/context'
import { contract } from '../contract'

export const os = implement(contract).$context<Context>()
