/** Do the prizes of a campaign fit its money? Pure. */
import { text } from '../../core/pure/text'
import type { Day } from '../../core/pure/time'
import { centralPrizeOn, PILOT_BEGINS } from '../data/national'
import { poolOn, type Campaign } from './campaign'
import { problem, type CampaignProblem } from './campaign-problem'
import { periodsOf } from './periods'
import type { Draw, PeriodicDraw, Pool } from './plan'
import { saidDay, saidYuan } from './said'

const dayFrom = ({ opensOn }: Campaign, from: Day): Day => (from < opensOn ? opensOn : from)
const dayTo = ({ closesOn }: Campaign, to: Day | null): Day => (to === null || to > closesOn ? closesOn : to)

const shareProblems = ({ pools }: Campaign): readonly CampaignProblem[] =>
  pools.flatMap(({ perPeriod, total }, at) =>
    perPeriod !== null && perPeriod > total
      ? [
          problem(
            `pools.${at}.perPeriod`,
            'shareOverPool',
            text('每期可用的奖金多于奖金总额。', 'A period’s share is more than the whole pool.'),
          ),
        ]
      : [],
  )

const overlapProblems = (campaign: Campaign): readonly CampaignProblem[] =>
  campaign.pools.flatMap((pool, at) =>
    campaign.pools.some(
      (other, before) =>
        before < at &&
        other.key === pool.key &&
        dayFrom(campaign, other.effectiveFrom) <= dayTo(campaign, pool.effectiveTo) &&
        dayFrom(campaign, pool.effectiveFrom) <= dayTo(campaign, other.effectiveTo),
    )
      ? [
          problem(
            `pools.${at}.effectiveFrom`,
            'rowsOverlap',
            text('同一奖金的两行在同一天生效。', 'Two rows of one pool are in force on the same day.'),
          ),
        ]
      : [],
  )

/** Before the pilot there was no such money: its first rule stands for days before it. */
const centralLimit = (day: Day): number => centralPrizeOn(day < PILOT_BEGINS ? PILOT_BEGINS : day).value

interface Prized {
  readonly path: string
  readonly prize: number
}

const prizesIn = (draw: Draw, path: string): readonly Prized[] =>
  draw.kind === 'periodic'
    ? draw.tiers.map(({ prize }, at) => ({ path: `${path}.tiers.${at}.prize`, prize }))
    : draw.bands.flatMap(({ tiers }, band) =>
        tiers.map(({ prize }, at) => ({ path: `${path}.bands.${band}.tiers.${at}.prize`, prize })),
      )

const prizeProblem = ({ path, prize }: Prized, pool: Pool, day: Day): readonly CampaignProblem[] => {
  const most = centralLimit(day)
  const [limit, all] = [saidYuan(most), saidYuan(pool.total)]
  if (prize > pool.total)
    return [
      problem(
        path,
        'prizeOverPool',
        text(`这个奖比奖金总额（${all.zh}）还多。`, `This prize is more than its pool (${all.en}).`),
      ),
    ]
  return pool.money === 'central' && prize > most
    ? [
        problem(
          path,
          'centralPrize',
          text(
            `使用中央资金的单个奖项不超过 ${limit.zh}；更大的奖须用地方资金。`,
            `A prize of central money is ${limit.en} at most; a larger one takes the city’s own money.`,
          ),
        ),
      ]
    : []
}

/** Fen of a draw of fixed numbers; a tier without a number takes what is left, and so never too much. */
const fixedSum = ({ tiers }: PeriodicDraw): number =>
  tiers.reduce((sum, { prize, count }) => sum + prize * (count ?? 0), 0)

const periodProblem = (draw: PeriodicDraw, path: string, pool: Pool): readonly CampaignProblem[] => {
  const sum = fixedSum(draw)
  if (pool.perPeriod === null || sum <= pool.perPeriod) return []
  const [needs, has] = [saidYuan(sum), saidYuan(pool.perPeriod)]
  return [
    problem(
      `${path}.tiers`,
      'periodOverPool',
      text(
        `每期奖项共 ${needs.zh}，超过每期可用的 ${has.zh}。`,
        `The prizes of a period come to ${needs.en}, more than its share of ${has.en}.`,
      ),
    ),
  ]
}

/** A pool is named, and there on the first and last day of the draw; what it holds in between is its own rows' matter. */
const drawMoney = (campaign: Campaign, draw: Draw, path: string): readonly CampaignProblem[] => {
  const from = dayFrom(campaign, draw.effectiveFrom)
  const to = dayTo(campaign, draw.effectiveTo)
  const missing = [from, to].find((day) => !poolOn(campaign, draw.pool, day))
  if (missing !== undefined) {
    const day = saidDay(missing)
    return [
      problem(
        `${path}.pool`,
        'noPool',
        text(`${day.zh}没有这笔奖金。`, `There is no such pool on ${day.en}.`),
      ),
    ]
  }
  return campaign.pools
    .filter(
      (pool) =>
        pool.key === draw.pool && pool.effectiveFrom <= to && from <= dayTo(campaign, pool.effectiveTo),
    )
    .flatMap((pool) => [
      ...prizesIn(draw, path).flatMap((prized) => prizeProblem(prized, pool, from)),
      ...(draw.kind === 'periodic' ? periodProblem(draw, path, pool) : []),
    ])
}

/** What a draw takes of its pool over the campaign, as far as it is fixed: by numbers, or by the share of a period. */
const needOf = (campaign: Campaign, draw: Draw): number => {
  if (draw.kind === 'instant') return 0
  const share = poolOn(campaign, draw.pool, dayFrom(campaign, draw.effectiveFrom))?.perPeriod
  const fills = draw.tiers.some(({ count }) => count === null)
  const each = fills && share ? share : fixedSum(draw)
  return each * periodsOf(campaign, draw).length
}

/** The row that says what the pool comes to in the end. */
const isLast = ({ pools }: Campaign, pool: Pool): boolean =>
  !pools.some(({ key, effectiveFrom }) => key === pool.key && effectiveFrom > pool.effectiveFrom)

const wholeProblems = (campaign: Campaign): readonly CampaignProblem[] =>
  campaign.pools.flatMap((pool, at) => {
    if (!isLast(campaign, pool)) return []
    const need = campaign.draws
      .filter((draw) => draw.pool === pool.key)
      .reduce((sum, draw) => sum + needOf(campaign, draw), 0)
    if (need <= pool.total) return []
    const [needs, has] = [saidYuan(Math.min(need, Number.MAX_SAFE_INTEGER)), saidYuan(pool.total)]
    return [
      problem(
        `pools.${at}.total`,
        'campaignOverPool',
        text(
          `整个活动的奖项共 ${needs.zh}，超过奖金总额 ${has.zh}。`,
          `The prizes of the whole campaign come to ${needs.en}, more than the pool of ${has.en}.`,
        ),
      ),
    ]
  })

const mostOf = (draws: readonly Draw[]): number =>
  Math.max(0, ...draws.flatMap((draw) => prizesIn(draw, '').map(({ prize }) => prize)))

/** By key: rows of one draw follow one another, and an invoice is in one of them. */
const mostOfEach = (draws: readonly Draw[]): number =>
  [...new Set(draws.map(({ key }) => key))].reduce(
    (sum, key) => sum + mostOf(draws.filter((draw) => draw.key === key)),
    0,
  )

/** What one invoice may win of central money over all draws is bounded like one prize. */
const invoiceProblems = (campaign: Campaign): readonly CampaignProblem[] => {
  const central = new Set(campaign.pools.flatMap(({ key, money }) => (money === 'central' ? [key] : [])))
  const draws = campaign.draws.filter(({ pool }) => central.has(pool))
  const taking = (takes: PeriodicDraw['takes']): readonly Draw[] =>
    draws.filter((draw) => draw.kind === 'periodic' && draw.takes === takes)
  const atOnce = mostOf(draws.filter(({ kind }) => kind === 'instant'))
  const together = Math.max(atOnce, mostOfEach(taking('losers'))) + mostOfEach(taking('all'))
  const most = centralLimit(campaign.opensOn)
  // One prize that is too large is told where it stands.
  if (together <= most || mostOf(draws) > most) return []
  const [sum, limit] = [saidYuan(together), saidYuan(most)]
  return [
    problem(
      'draws',
      'centralPerInvoice',
      text(
        `一张发票最多可得中央资金 ${sum.zh}，超过 ${limit.zh}。`,
        `One invoice could win ${sum.en} of central money, more than ${limit.en}.`,
      ),
    ),
  ]
}

export const poolProblems = (campaign: Campaign): readonly CampaignProblem[] => [
  ...shareProblems(campaign),
  ...overlapProblems(campaign),
  ...campaign.draws.flatMap((draw, at) => drawMoney(campaign, draw, `draws.${at}`)),
  ...invoiceProblems(campaign),
  ...wholeProblems(campaign),
]
