/** One transaction of a test, through the real `transact`. */
import type { Services } from '../../../../functions/core/io/context'
import { transact } from '../../../../functions/core/io/store/transact'
import type { Work } from '../../../../functions/core/io/store/transaction'

export const write = <R>(
  { store, clock, random }: Pick<Services, 'store' | 'clock' | 'random'>,
  work: Work<R>,
): Promise<R> => transact({ store, clock, random }, work)
