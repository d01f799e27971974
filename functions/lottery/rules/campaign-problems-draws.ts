/** Do the draws of a campaign hold together: odds, bands, numbers, times? Pure. */
import { text } from '../../core/pure/text'
import type { Campaign } from './campaign'
import { problem, type CampaignProblem } from './campaign-problem'
import type { After, Draw, InstantDraw, PeriodicDraw } from './plan'

const outside = ({ opensOn, closesOn }: Campaign, draw: Draw, path: string): readonly CampaignProblem[] =>
  draw.effectiveFrom > closesOn || (draw.effectiveTo !== null && draw.effectiveTo < opensOn)
    ? [
        problem(
          `${path}.effectiveFrom`,
          'drawOutside',
          text('这个抽奖不在活动期间内。', 'This draw is outside the campaign.'),
        ),
      ]
    : []

const duplicates = (keys: readonly string[], path: string): readonly CampaignProblem[] =>
  keys.flatMap((key, at) =>
    keys.indexOf(key) < at
      ? [
          problem(
            `${path}.${at}.key`,
            'keyTwice',
            text(`代号 ${key} 用了两次。`, `The key ${key} is used twice.`),
          ),
        ]
      : [],
  )

const overlaps = (a: Draw, b: Draw): boolean =>
  (b.effectiveTo === null || a.effectiveFrom <= b.effectiveTo) &&
  (a.effectiveTo === null || b.effectiveFrom <= a.effectiveTo)

/** Rows of one draw follow one another; two at once would be two draws under one name. */
const sameKey = ({ draws }: Campaign): readonly CampaignProblem[] =>
  draws.flatMap((draw, at) =>
    draws.some((other, before) => before < at && other.key === draw.key && overlaps(other, draw))
      ? [
          problem(
            `draws.${at}.key`,
            'keyTwice',
            text(`代号 ${draw.key} 用了两次。`, `The key ${draw.key} is used twice.`),
          ),
        ]
      : [],
  )

/** An invoice is drawn at once in one draw: its entry tells one outcome. */
const twoInstant = ({ draws }: Campaign): readonly CampaignProblem[] =>
  draws.flatMap((draw, at) =>
    draw.kind === 'instant' &&
    draws.some((other, before) => before < at && other.kind === 'instant' && overlaps(other, draw))
      ? [
          problem(
            `draws.${at}.effectiveFrom`,
            'instantTwice',
            text('同一天只能有一个即时开奖。', 'There is one instant draw a day at most.'),
          ),
        ]
      : [],
  )

/** A day of a band is named by the draw and the band: no draw may be named like one. */
const bandNames = ({ draws }: Campaign): readonly CampaignProblem[] =>
  draws.flatMap(({ key }, at) =>
    /-band\d+$/.test(key)
      ? [
          problem(
            `draws.${at}.key`,
            'keyOfBand',
            text('抽奖代号不能以 -band 加数字结尾。', 'A draw’s key does not end in -band and a number.'),
          ),
        ]
      : [],
  )

const oddsProblems = ({ outOf, bands }: InstantDraw, path: string): readonly CampaignProblem[] =>
  bands.flatMap(({ tiers }, at) => {
    const shares = tiers.reduce((sum, { share }) => sum + share, 0)
    return [
      ...duplicates(
        tiers.map(({ key }) => key),
        `${path}.bands.${at}.tiers`,
      ),
      ...(shares > outOf
        ? [
            problem(
              `${path}.bands.${at}.tiers`,
              'oddsOverOne',
              text(
                `各档机会合计 ${shares}/${outOf}，超过 1。`,
                `The odds add up to ${shares} in ${outOf}, more than one.`,
              ),
            ),
          ]
        : []),
    ]
  })

/** Each amount from the floor up has exactly one band. */
const bandProblems = (
  { terms }: Campaign,
  { bands }: InstantDraw,
  path: string,
): readonly CampaignProblem[] => {
  const floor = Math.min(...terms.map((row) => row.floor?.value ?? 0))
  const tiled = bands.every(({ from, below }, at) => {
    const next = bands[at + 1]
    return next ? below !== null && below > from && below === next.from : below === null
  })
  return tiled && (bands[0]?.from ?? 0) <= floor
    ? []
    : [
        problem(
          `${path}.bands`,
          'bandGap',
          text(
            '金额分档须从最低金额起首尾相接，最后一档不设上限。',
            'Bands follow one another from the floor up, and the last has no end.',
          ),
        ),
      ]
}

const minutes = ({ days, at }: After): number => days * 1440 + at

const timeProblems = (draw: PeriodicDraw, path: string): readonly CampaignProblem[] => {
  const found: CampaignProblem[] = []
  if (minutes(draw.draw) < draw.freezeAt)
    found.push(
      problem(
        `${path}.draw`,
        'drawBeforeFreeze',
        text('开奖早于截止收集发票。', 'It is drawn before the list is frozen.'),
      ),
    )
  if (minutes(draw.publish) < minutes(draw.draw))
    found.push(
      problem(
        `${path}.publish`,
        'publishBeforeDraw',
        text('公布早于开奖。', 'It is published before it is drawn.'),
      ),
    )
  return found
}

/** A tier that takes all that is left stands last, and of a share: else the first period would empty the pool. */
const fillProblems = (
  { pools }: Campaign,
  { tiers, pool }: PeriodicDraw,
  path: string,
): readonly CampaignProblem[] => {
  const fills = tiers.findIndex(({ count }) => count === null)
  if (fills === -1) return []
  const found: CampaignProblem[] = []
  if (fills < tiers.length - 1)
    found.push(
      problem(
        `${path}.tiers.${fills}.count`,
        'fillNotLast',
        text('“抽完为止”的奖项须排在最后。', 'A tier that takes what is left must be the last.'),
      ),
    )
  if (pools.some(({ key, perPeriod }) => key === pool && perPeriod === null))
    found.push(
      problem(
        `${path}.tiers.${fills}.count`,
        'fillNeedsShare',
        text(
          '“抽完为止”的奖项须规定每期可用的奖金。',
          'A tier that takes what is left needs a share for each period.',
        ),
      ),
    )
  return found
}

const losersProblems = ({ draws }: Campaign, draw: PeriodicDraw, path: string): readonly CampaignProblem[] =>
  draw.takes === 'losers' && !draws.some(({ kind }) => kind === 'instant')
    ? [
        problem(
          `${path}.takes`,
          'losersOfNothing',
          text('没有即时开奖，也就没有未中奖的发票。', 'Without an instant draw nothing has lost one.'),
        ),
      ]
    : []

/** How often one invoice can win by the draws: at once or, having lost, in each that takes losers; and in each that takes all. */
const winsPossible = ({ draws }: Campaign): number => {
  const keys = (takes: PeriodicDraw['takes']): number =>
    new Set(draws.flatMap((draw) => (draw.kind === 'periodic' && draw.takes === takes ? [draw.key] : [])))
      .size
  const instant = draws.some(({ kind }) => kind === 'instant') ? 1 : 0
  return Math.max(instant, keys('losers')) + keys('all')
}

const winsProblems = (campaign: Campaign): readonly CampaignProblem[] => {
  const possible = winsPossible(campaign)
  return campaign.terms.flatMap(({ winsPerInvoice }, at) =>
    possible > winsPerInvoice.value
      ? [
          problem(
            `terms.${at}.winsPerInvoice`,
            'winsOverRule',
            text(
              `按抽奖设置一张发票最多能中 ${possible} 次，规则只允许 ${winsPerInvoice.value} 次。`,
              `By its draws an invoice can win ${possible} times, and the rule allows ${winsPerInvoice.value}.`,
            ),
          ),
        ]
      : [],
  )
}

const ofDraw = (campaign: Campaign, draw: Draw, path: string): readonly CampaignProblem[] =>
  draw.kind === 'instant'
    ? [...oddsProblems(draw, path), ...bandProblems(campaign, draw, path)]
    : [
        ...duplicates(
          draw.tiers.map(({ key }) => key),
          `${path}.tiers`,
        ),
        ...timeProblems(draw, path),
        ...fillProblems(campaign, draw, path),
        ...losersProblems(campaign, draw, path),
      ]

export const drawProblems = (campaign: Campaign): readonly CampaignProblem[] => [
  ...sameKey(campaign),
  ...twoInstant(campaign),
  ...bandNames(campaign),
  ...winsProblems(campaign),
  ...campaign.draws.flatMap((draw, at) => {
    const path = `draws.${at}`
    return [...outside(campaign, draw, path), ...ofDraw(campaign, draw, path)]
  }),
]
