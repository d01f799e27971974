/** Why the bank sent a prize's money back, as its winner reads it: from what happened to the prize, in the words of payouts. */
import { caseHistory } from '../../core/io/cases/record'
import type { Context } from '../../core/io/context'
import { PAYOUT_REASONS, payoutReasonOf } from '../../core/pure/payout-reasons'
import { say } from '../../core/pure/text'
import type { Instant } from '../../core/pure/time'
import type { PrizeDoc } from '../collections'

export interface Returned {
  readonly reason: string
  readonly next: string
  readonly at: Instant
}

/** Null unless it waits for another account: once one is given, what was wrong with the first says nothing any more. */
export const returnedOf = async (
  { store, language }: Pick<Context, 'store' | 'language'>,
  id: string,
  { state }: Pick<PrizeDoc, 'state'>,
): Promise<Returned | null> => {
  if (state !== 'bankRejected') return null
  const steps = await caseHistory(store, id)
  const last = steps.filter(({ doc }) => doc.move === 'bankReject').at(-1)?.doc
  if (!last) return null
  const { why } = last.data
  const { reason, next } = PAYOUT_REASONS[payoutReasonOf(typeof why === 'string' ? why : undefined)]
  return { reason: say(reason, language), next: say(next, language), at: last.at }
}
