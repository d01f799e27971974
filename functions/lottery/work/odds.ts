/** Odds and the rest of the pool, as told before anybody enters. */
import type { Context } from '../../core/io/context'
import { reader } from '../../core/io/store/reader'
import { say } from '../../core/pure/text'
import { dayOf } from '../../core/pure/time'
import type * as z from 'zod/mini'
import { entryCountsOfPeriod } from './period-count'
import { lotteryDays, lotteryDraws } from '../collections'
import { drawsOn, poolOn, type Campaign } from '../rules/campaign'
import { daysOfBands, type DayOfBand } from '../rules/instant-day'
import { bandOf, instantOdds, periodicOdds, type Odds } from '../rules/odds'
import type { InstantDraw, PeriodicDraw } from '../rules/plan'
import { periodOf, timesOf } from '../rules/periods'
import type * as schemas from '../schemas'
import { poolsOf, type KnownCampaign, type PoolShown } from './campaigns'
import { drawIdOf } from './ids'

export type ShownOdds = z.infer<typeof schemas.odds>

const show = ({ tiers, anySaid, left, leftSaid, floating, unconfirmed }: Odds, { language }: Context) => ({
  tiers: tiers.map(({ key, name, prize, said, count }) => ({
    key,
    name: say(name, language),
    prize,
    said: say(said, language),
    count: count ?? null,
  })),
  any: say(anySaid, language),
  left,
  leftSaid: say(leftSaid, language),
  floating: floating === null ? null : say(floating, language),
  unconfirmed,
})

/** How many entered the period before this one; null: there was none. */
const yesterdayOf = async (
  context: Context,
  campaign: Campaign,
  draw: PeriodicDraw,
): Promise<number | null> => {
  const period = periodOf(campaign, draw, context.now)
  const before = period && periodOf(campaign, draw, period.from - 1)
  if (!before) return null
  return (await reader(context.store).get(lotteryDraws, drawIdOf(campaign.id, before.key)))?.count ?? null
}

const periodic = async (
  context: Context,
  known: KnownCampaign,
  draw: PeriodicDraw,
  pool: PoolShown | undefined,
): Promise<ShownOdds | undefined> => {
  const { campaign } = known
  const period = periodOf(campaign, draw, context.now)
  if (!period) return undefined
  const left = pool?.left ?? 0
  const perPeriod = poolOn(campaign, draw.pool, dayOf(context.now))?.perPeriod ?? null
  const here = perPeriod === null ? left : Math.min(left, perPeriod)
  const entries = await entryCountsOfPeriod(context, campaign.id, period, draw)
  const times = timesOf(draw, period)
  const told = periodicOdds(draw, {
    entries: entries + 1,
    yesterday: await yesterdayOf(context, campaign, draw),
    left: here,
    total: perPeriod ?? pool?.total ?? 0,
  })
  return {
    draw: draw.key,
    name: say(draw.name, context.language),
    kind: 'periodic',
    ...show(told, context),
    band: null,
    frozenAt: period.frozenAt,
    drawnAt: times.drawnAt.known ? times.drawnAt.value : null,
  }
}

/** By the day's own money: no prize is told that it does not pay. A day that was not opened has none. */
const ofBand = async (context: Context, known: KnownCampaign, of: DayOfBand): Promise<ShownOdds> => {
  const { draw, band } = of
  const id = drawIdOf(known.id, of.period.key)
  const look = reader(context.store)
  const [day, money] = await Promise.all([look.get(lotteryDraws, id), look.get(lotteryDays, id)])
  const left = day?.state === 'open' ? (money?.pool ?? 0) : 0
  const odds = instantOdds(draw, { invoice: band.from, left, total: day?.day?.fen ?? 0 })
  return {
    draw: draw.key,
    name: say(draw.name, context.language),
    kind: 'instant',
    ...show(odds, context),
    band: draw.bands.length > 1 ? { from: band.from, below: band.below } : null,
    frozenAt: null,
    drawnAt: null,
  }
}

/** What an invoice entered now is drawn in at once; while its total is not known, every band. */
const atOnce = async (
  context: Context,
  known: KnownCampaign,
  draw: InstantDraw,
  invoice: number | null,
): Promise<ShownOdds[]> => {
  const days = daysOfBands(known.campaign, draw, dayOf(context.now))
  const own = invoice === null ? undefined : bandOf(draw, invoice)
  return Promise.all(
    days.filter(({ band }) => own === undefined || band === own).map((of) => ofBand(context, known, of)),
  )
}

/** Of an entry made now. @param invoice its total in fen; null: not known */
export const oddsNow = async (
  context: Context,
  known: KnownCampaign,
  invoice: number | null,
): Promise<ShownOdds[]> => {
  const pools = await poolsOf(context, known)
  const told = await Promise.all(
    drawsOn(known.campaign, dayOf(context.now)).map(async (draw): Promise<readonly ShownOdds[]> => {
      if (draw.kind === 'instant') return atOnce(context, known, draw, invoice)
      const pool = pools.find(({ key }) => key === draw.pool)
      const odds = await periodic(context, known, draw, pool)
      return odds ? [odds] : []
    }),
  )
  return told.flat()
}
