/** The one way in which a prize moves: its step, and its pool's money; in one commit. */
import type { FactsOf } from '../../core/io/cases/fold'
import { stepCase, type CaseKeeping, type CaseStep } from '../../core/io/cases/step'
import { emit } from '../../core/io/events/emit'
import type { Tx } from '../../core/io/store/transaction'
import { isOver } from '../../core/pure/case'
import { dayOf, type Day } from '../../core/pure/time'
import { lotteryPools, prizes, type EntryDoc, type PoolDoc, type PrizeDoc } from '../collections'
import { termsOn, type Campaign, type CampaignTerms } from '../rules/campaign'
import { claimDeadline, confirmAt, prizeTable, taxOn, type PrizeMove, type PrizeState } from '../rules/prizes'
import { poolIdOf, type KnownCampaign } from './campaigns'
import { tell, type Told } from './tell'

export type PrizeStep = CaseStep<PrizeMove, PrizeDoc>

const keeping: CaseKeeping<PrizeState, PrizeMove, PrizeDoc> = {
  table: prizeTable,
  cases: prizes,
  work: (doc) => ({
    feature: 'lottery',
    kind: 'prize',
    hallId: doc.hallId,
    duty: 'pay',
    due: doc.claimedOn ?? doc.publishedOn,
    outer: null,
    barred: [doc.owner],
    taxpayerId: doc.taxpayerId,
    fen: doc.fen - doc.tax,
  }),
}

/** What a move does to the pool's books; `left + held + paid` stays what it was. */
const booked = (pool: PoolDoc, { state, fen }: PrizeDoc): PoolDoc => {
  if (state === 'paid') return { ...pool, held: pool.held - fen, paid: pool.paid + fen }
  return { ...pool, held: pool.held - fen, left: pool.left + fen }
}

/**
 * @returns the prize as it stands from this commit on
 * @throws AppError CASE_STATE when its state does not allow the move
 */
export const movePrize = async (
  tx: Tx,
  { until, ...step }: PrizeStep & Pick<Told, 'until'>,
): Promise<PrizeDoc> => {
  const facts = { ...step.doc, ...step.set } as FactsOf<PrizeDoc>
  const after = await stepCase(tx, keeping, step)
  if (isOver(prizeTable, after.state)) {
    emit(tx, { kind: 'lottery.prizeEnded', due: tx.now, payload: { prizeId: step.id } })
    const id = poolIdOf(facts.campaign, facts.pool)
    const pool = await tx.get(lotteryPools, id)
    if (pool) tx.replace(lotteryPools, id, booked(pool, after))
  }
  tell(tx, step.id, after, { move: step.move, until })
  return after
}

export interface Winning {
  readonly known: KnownCampaign
  readonly drawId: string
  /** Key of the draw. */
  readonly draw: string
  readonly entry: EntryDoc
  readonly entryId: string
  readonly tier: string
  readonly place: number
  readonly fen: number
  readonly day: Day
}

/** Written once for each place: who won what, tax withheld, for how long it can be claimed. */
export const winPrize = async (tx: Tx, id: string, winning: Winning): Promise<PrizeDoc> => {
  const { known, drawId, draw, entry, entryId, tier, place, fen, day } = winning
  const pool = known.campaign.draws.find(({ key }) => key === draw)?.pool ?? ''
  return movePrize(tx, {
    id,
    doc: undefined,
    move: 'win',
    by: 'clock',
    actor: null,
    key: undefined,
    said: { fen },
    set: {
      campaign: known.id,
      drawId,
      tier,
      place,
      entryId,
      owner: entry.owner,
      taxpayerId: entry.taxpayerId,
      invoiceId: entry.invoiceId,
      hallId: known.doc.hallId,
      pool,
      fen,
      tax: taxOn({ prize: fen, wonOn: day }).tax,
      wonAt: tx.now,
      publishedOn: day,
      claimedOn: null,
      account: null,
      orderId: null,
    },
  })
}

/** The rules that a prize follows: those of the day on which it was won. */
export const termsOf = (campaign: Campaign, { wonAt }: Pick<PrizeDoc, 'wonAt'>): CampaignTerms =>
  termsOn(campaign, dayOf(wonAt))

export const timesOfPrize = ({ wonAt, publishedOn, claimedOn }: PrizeDoc) => ({
  wonAt,
  publishedOn,
  ...(claimedOn === null ? {} : { claimedOn }),
})

/** The last day to claim on; undefined while nobody can say. */
export const claimableUntil = (campaign: Campaign, doc: PrizeDoc): Day | undefined => {
  const until = claimDeadline(termsOf(campaign, doc), timesOfPrize(doc))
  return until.known ? until.value : undefined
}

/** What time does next to a prize, if anything: `none` while it waits. */
export const movedByTime = (
  campaign: Campaign,
  doc: PrizeDoc,
  now: number,
): 'hold' | 'look' | 'expire' | 'none' => {
  const terms = termsOf(campaign, doc)
  const at = confirmAt(terms, timesOfPrize(doc))
  if (doc.state === 'won') return at === null || at <= now ? 'look' : 'hold'
  if (doc.state === 'checking') return at === null || at <= now ? 'look' : 'none'
  if (doc.state !== 'confirmed') return 'none'
  const until = claimDeadline(terms, timesOfPrize(doc))
  return until.known && until.value < dayOf(now) ? 'expire' : 'none'
}
