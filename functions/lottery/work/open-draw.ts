/** The draw of a period while entries join it, and joining it. */
import type { Tx } from '../../core/io/store/transaction'
import { AppError } from '../../core/pure/errors'
import type { Instant } from '../../core/pure/time'
import { lotteryDraws, type DrawDoc } from '../collections'
import type { Period } from '../rules/periods'
import type { KnownCampaign } from './campaigns'
import { drawIdOf } from './ids'

export const openDraw = (
  { id, doc }: Pick<KnownCampaign, 'id' | 'doc'>,
  { key, draw, from, to }: Period,
  now: Instant,
): DrawDoc => ({
  v: 1,
  campaign: id,
  kind: 'periodic',
  draw,
  period: key,
  from,
  to,
  state: 'open',
  frozenAt: 0,
  round: 0,
  rulesHash: doc.rulesHash,
  tiers: [],
  fen: 0,
  count: 0,
  exclusions: [],
  files: {},
  prizes: 0,
  day: null,
  changedAt: now,
})

/**
 * Inside the commit of an entry: the period's document is checked there, or made.
 * @throws AppError PERIOD_CLOSED once its list is being made
 */
export const joinPeriod = async (tx: Tx, known: KnownCampaign, period: Period): Promise<void> => {
  const id = drawIdOf(known.id, period.key)
  const doc = await tx.get(lotteryDraws, id)
  if (!doc) tx.insert(lotteryDraws, id, openDraw(known, period, tx.now))
  else if (doc.state !== 'open') throw new AppError('PERIOD_CLOSED')
}
