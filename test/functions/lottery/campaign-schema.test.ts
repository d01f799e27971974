/** A campaign that an operator edits: each fault is refused at its field, in both languages. */
import { chengdu, exampleCampaigns, taiyuan, xiamen } from '../../../functions/lottery/data/campaigns'
import type { Campaign, CampaignTerms } from '../../../functions/lottery/rules/campaign'
import type { Draw, InstantDraw, PeriodicDraw, Pool } from '../../../functions/lottery/rules/plan'
import { validateCampaign } from '../../../functions/lottery/campaign-schema'

const problemsOf = (input: unknown) => {
  const result = validateCampaign(input)
  return result.ok ? [] : result.problems
}
const at = (input: unknown) => problemsOf(input).map(({ path, code }) => `${path} ${code}`)

it.each(exampleCampaigns.map((campaign) => [campaign.id, campaign] as const))(
  'takes %s as it is',
  (_, campaign) => {
    expect(validateCampaign(JSON.parse(JSON.stringify(campaign)))).toEqual({ ok: true, campaign })
  },
)

/** A copy with the value at a path set, or taken away. */
const set = (campaign: Campaign, path: string, value: unknown): unknown => {
  const copy: unknown = JSON.parse(JSON.stringify(campaign))
  const parts = path.split('.')
  const last = parts.pop() ?? ''
  const holder = parts.reduce<unknown>((so, part) => (so as Record<string, unknown>)[part], copy)
  const fields = holder as Record<string, unknown>
  if (value === undefined) delete fields[last]
  else fields[last] = value
  return copy
}

describe('fields', () => {
  it.each([
    ['id', 'Xiamen 2026', '活动代号：格式不正确。', 'Id of the campaign: The format is not right.'],
    ['name.zh', '', '名称：至少 2 个字。', 'Name: At least 2 characters.'],
    [
      'opensOn',
      '2026-02-30',
      '开始日期：日期应写作 2026-11-24 的样式，且确有这一天。',
      'First day: A day is written like 2026-11-24, and must exist.',
    ],
    ['organiser', undefined, '主办单位：请填写此项。', 'Organiser: Please fill this in.'],
    ['terms', [], '规则：至少 1 项。', 'Rules: At least 1 items.'],
    [
      'terms.0.floor.value',
      99.5,
      '规则 · 最低金额：应为整数。',
      'Rules · Floor: This should be a whole number.',
    ],
    ['terms.0.floor.value', -1, '规则 · 最低金额：不能小于 0。', 'Rules · Floor: Not less than 0.'],
    ['terms.0.perDay.value', 0, '规则 · 每人每天上限：不能小于 1。', 'Rules · Cap a day: Not less than 1.'],
    [
      'terms.0.adultFrom.value',
      16,
      '规则 · 最低年龄：不能小于 18。',
      'Rules · Lowest age: Not less than 18.',
    ],
    [
      'terms.0.title.value',
      'anything',
      '规则 · 抬头：请从给出的选项中选择。',
      'Rules · Name of the buyer: Please choose one of the options.',
    ],
    [
      'terms.0.floor.basis',
      undefined,
      '最低金额 · 依据：请填写此项。',
      'Floor · What it stands on: Please fill this in.',
    ],
    [
      'terms.0.kinds.value.0',
      '3',
      '规则 · 票种：格式不正确。',
      'Rules · Kinds of invoice: The format is not right.',
    ],
    [
      'terms.0.sectors.value.included.0.codes.0',
      'H62',
      '参加的行业 · 行业代码：格式不正确。',
      'Industries that take part · Industry codes: The format is not right.',
    ],
    [
      'terms.0.unknown.total',
      'maybe',
      '规则 · 情况不明时：请从给出的选项中选择。',
      'Rules · Where facts are not known: Please choose one of the options.',
    ],
    [
      'terms.0.claim.value.days',
      0,
      '领奖期限 · 天数：不能小于 1。',
      'Time to claim · Days: Not less than 1.',
    ],
    ['pools.0.total', 0, '奖金 · 奖金总额：不能小于 1。', 'Pools · Money of the pool: Not less than 1.'],
    [
      'draws.0.bands.0.tiers.0.prize',
      0,
      '奖项 · 奖金金额：不能小于 1。',
      'Prizes · Amount of the prize: Not less than 1.',
    ],
    [
      'draws.0.bands.0.tiers.0.share',
      0.5,
      '奖项 · 机会的分子：应为整数。',
      'Prizes · Share of the odds: This should be a whole number.',
    ],
    [
      'draws.1.freezeAt',
      1441,
      '抽奖 · 截止时间：不能大于 1440。',
      'Draws · When the list is frozen: Not more than 1440.',
    ],
    [
      'draws.1.schedule.every',
      'hour',
      '开奖周期 · 开奖周期：请从给出的选项中选择。',
      'How often it is drawn · How often it is drawn: Please choose one of the options.',
    ],
    ['draws.1.tiers.0.count', 0, '奖项 · 数量：不能小于 1。', 'Prizes · Number of prizes: Not less than 1.'],
  ])('%s', (path, value, zh, en) => {
    expect(problemsOf(set(xiamen, path, value)).map(({ message }) => message)).toContainEqual({ zh, en })
  })

  it('that nobody knows are refused: a slip of a name would be a rule that is not there', () => {
    expect(at(set(xiamen, 'terms.0.perWeek', 3))).toEqual(['terms.0 unrecognized_keys'])
  })

  it.each([null, undefined, 'x', 7, [], {}])('anything else is told, not thrown: %p', (input) => {
    expect(problemsOf(input).length).toBeGreaterThan(0)
  })
})

const rows = (change: Partial<CampaignTerms>, campaign: Campaign = xiamen): Campaign => ({
  ...campaign,
  terms: campaign.terms.map((row) => ({ ...row, ...change })),
})
const [row] = xiamen.terms
const pools = (change: Partial<Pool>, campaign: Campaign = xiamen, which = 0): Campaign => ({
  ...campaign,
  pools: campaign.pools.map((pool, i) => (i === which ? { ...pool, ...change } : pool)),
})
const draws = (
  campaign: Campaign,
  which: number,
  change: Partial<InstantDraw> | Partial<PeriodicDraw>,
): Campaign => ({
  ...campaign,
  draws: campaign.draws.map((draw, i) => (i === which ? ({ ...draw, ...change } as Draw) : draw)),
})
const of = <T>(value: T) => ({ value, basis: xiamen.basis, unconfirmed: true })
const tier = (key: string, prize: number, count: number | null) => ({ key, name: xiamen.name, prize, count })
const oddsTier = (key: string, prize: number, share: number) => ({ key, name: xiamen.name, prize, share })
const band = (from: number, below: number | null) => ({ from, below, tiers: [oddsTier('a', 100, 1)] })

describe('a campaign that does not hold together', () => {
  it.each([
    [
      'ends before it begins',
      { ...xiamen, closesOn: '2026-02-09' },
      'closesOn daysOrder',
      '结束日期早于开始日期。',
    ],
    ['lasts for ever', { ...xiamen, closesOn: '2036-02-09' }, 'closesOn tooLong', '活动不能长于 1100 天。'],
    [
      'has a row that ends before it begins',
      rows({ effectiveTo: '2026-01-01' }),
      'terms.0.effectiveTo daysOrder',
      '失效日期早于生效日期。',
    ],
    [
      'has a day without rules',
      rows({ effectiveTo: '2026-07-30' }),
      'terms termsGap',
      '2026年7月31日没有生效的规则。',
    ],
    [
      'has two sets of rules at once',
      { ...xiamen, terms: row ? [row, row] : [] },
      'terms termsOverlap',
      '2026年2月10日有几套规则同时生效。',
    ],
    [
      'is of a region that does not exist',
      rows({ regions: of(['3599']) }),
      'terms.0.regions.value.0 noRegion',
      '没有代码为 3599 的行政区划。',
    ],
    [
      'takes an industry and does not',
      rows({
        sectors: of({
          included: [{ name: xiamen.name, codes: ['62'] }],
          excluded: [{ name: xiamen.name, codes: ['62'] }],
        }),
      }),
      'terms.0.sectors.value.excluded.0.codes sectorBoth',
      '行业 62 既参加又不参加。',
    ],
    [
      'has too low a floor for central money',
      rows({ floor: of(9_999) }),
      'terms.0.floor floorTooLow',
      '使用中央资金的，最低金额不能低于 100.00 元。',
    ],
    [
      'has no floor at all',
      rows({ floor: null }),
      'terms.0.floor floorTooLow',
      '使用中央资金的，最低金额不能低于 100.00 元。',
    ],
    [
      'has days of issue the wrong way round',
      rows({ invoiceDates: of({ from: '2026-03-01', to: '2026-02-28', withinDays: null }) }),
      'terms.0.invoiceDates.value.to daysOrder',
      '开票日期的止日早于起日。',
    ],
    [
      'takes only invoices of later',
      rows({ invoiceDates: of({ from: '2026-08-01', to: '2026-09-01', withinDays: null }) }),
      'terms.0.invoiceDates.value.from invoiceDatesOutside',
      '活动结束后开具的发票无法参加。',
    ],
    [
      'has a cap that never bites',
      rows({ perDay: of(101) }),
      'terms.0.perDay capOrder',
      '较短时间的上限（101）高于较长时间的上限（100）。',
    ],
    [
      'counts from a notice that there is not',
      rows({ claim: of({ days: 60, from: 'notice', defer: 'none' }) }),
      'terms.0.notice claimNeedsNotice',
      '领奖期限从公示期满起算，但没有规定公示天数。',
    ],
    [
      'gives a period more than there is',
      pools({ perPeriod: 14_000_000_001 }),
      'pools.0.perPeriod shareOverPool',
      '每期可用的奖金多于奖金总额。',
    ],
    [
      'has two rows of a pool at once',
      { ...xiamen, pools: [...xiamen.pools, ...xiamen.pools.slice(0, 1)] },
      'pools.2.effectiveFrom rowsOverlap',
      '同一奖金的两行在同一天生效。',
    ],
    [
      'draws from no pool',
      draws(xiamen, 0, { pool: 'nowhere' }),
      'draws.0.pool noPool',
      '2026年2月10日没有这笔奖金。',
    ],
    [
      'has a prize that is more than its pool',
      pools({ total: 4_999 }),
      'draws.0.bands.0.tiers.0.prize prizeOverPool',
      '这个奖比奖金总额（49.99 元）还多。',
    ],
    [
      'has too large a prize of central money',
      pools({ money: 'central' }, taiyuan, 2),
      'draws.2.tiers.0.prize centralPrize',
      '使用中央资金的单个奖项不超过 800.00 元；更大的奖须用地方资金。',
    ],
    [
      'lets one invoice win more than 800 yuan of central money, in two draws',
      draws(xiamen, 1, { takes: 'all' }),
      'draws centralPerInvoice',
      '一张发票最多可得中央资金 900.00 元，超过 800.00 元。',
    ],
    [
      'has more prizes than a period’s money',
      draws(xiamen, 1, { tiers: [tier('first', 80_000, 1_251)] }),
      'draws.1.tiers periodOverPool',
      '每期奖项共 1,000,800.00 元，超过每期可用的 1,000,000.00 元。',
    ],
    [
      'has more prizes than the whole pool',
      draws(taiyuan, 2, { effectiveTo: '2026-07-31' }),
      'pools.2.total campaignOverPool',
      '整个活动的奖项共 10,400,000.00 元，超过奖金总额 10,000,000.00 元。',
    ],
    [
      'draws outside its days',
      draws(xiamen, 0, { effectiveFrom: '2026-08-01', effectiveTo: null }),
      'draws.0.effectiveFrom drawOutside',
      '这个抽奖不在活动期间内。',
    ],
    [
      'has odds of more than one',
      draws(xiamen, 0, {
        bands: [{ from: 10_000, below: null, tiers: [oddsTier('a', 100, 600), oddsTier('b', 200, 401)] }],
      }),
      'draws.0.bands.0.tiers oddsOverOne',
      '各档机会合计 1001/1000，超过 1。',
    ],
    [
      'has a gap between bands',
      draws(xiamen, 0, { bands: [band(10_000, 50_000), band(50_001, null)] }),
      'draws.0.bands bandGap',
      '金额分档须从最低金额起首尾相接，最后一档不设上限。',
    ],
    [
      'has bands that end',
      draws(xiamen, 0, { bands: [band(10_000, 50_000)] }),
      'draws.0.bands bandGap',
      '金额分档须从最低金额起首尾相接，最后一档不设上限。',
    ],
    [
      'has bands from above the floor',
      draws(xiamen, 0, { bands: [band(10_001, null)] }),
      'draws.0.bands bandGap',
      '金额分档须从最低金额起首尾相接，最后一档不设上限。',
    ],
    [
      'names two tiers alike',
      draws(xiamen, 1, { tiers: [tier('a', 100, 1), tier('a', 200, 1)] }),
      'draws.1.tiers.1.key keyTwice',
      '代号 a 用了两次。',
    ],
    [
      'names two draws alike',
      draws(xiamen, 1, { key: 'instant' }),
      'draws.1.key keyTwice',
      '代号 instant 用了两次。',
    ],
    [
      'draws before the freeze',
      draws(chengdu, 0, { draw: { days: 0, at: 1379 } }),
      'draws.0.draw drawBeforeFreeze',
      '开奖早于截止收集发票。',
    ],
    [
      'publishes before it draws',
      draws(chengdu, 0, { publish: { days: 0, at: 1409 } }),
      'draws.0.publish publishBeforeDraw',
      '公布早于开奖。',
    ],
    [
      'takes all that is left, and then more',
      draws(chengdu, 0, { tiers: [tier('a', 100, null), tier('b', 100, 1)] }),
      'draws.0.tiers.0.count fillNotLast',
      '“抽完为止”的奖项须排在最后。',
    ],
    [
      'would empty its pool on the first day',
      pools({ perPeriod: null }, chengdu),
      'draws.0.tiers.1.count fillNeedsShare',
      '“抽完为止”的奖项须规定每期可用的奖金。',
    ],
    [
      'has losers of nothing',
      draws(chengdu, 0, { takes: 'losers' }),
      'draws.0.takes losersOfNothing',
      '没有即时开奖，也就没有未中奖的发票。',
    ],
    [
      'lets an invoice win more often than it says',
      rows({ winsPerInvoice: of(1) }, taiyuan),
      'terms.0.winsPerInvoice winsOverRule',
      '按抽奖设置一张发票最多能中 2 次，规则只允许 1 次。',
    ],
  ])('%s', (_, campaign, where, zh) => {
    const problems = problemsOf(campaign)
    expect(problems.map(({ path, code }) => `${path} ${code}`)).toContain(where)
    const message = problems.find(({ path, code }) => `${path} ${code}` === where)?.message
    expect(message?.zh).toBe(zh)
    expect(message?.en).toMatch(/^[A-Z].*\.$/)
  })

  it('is told all of it at once', () => {
    const bad = draws(draws(rows({ floor: of(1), perDay: of(101) }), 1, { takes: 'all' }), 0, {
      bands: [band(1, 2)],
    })
    expect(at(bad).sort()).toEqual([
      'draws centralPerInvoice',
      'draws.0.bands bandGap',
      'terms.0.floor floorTooLow',
      'terms.0.perDay capOrder',
      'terms.0.winsPerInvoice winsOverRule',
    ])
  })

  it('may raise a pool by a further row', () => {
    const [pool] = taiyuan.pools.slice(2)
    const raised: Campaign = {
      ...draws(taiyuan, 2, { effectiveTo: '2026-07-31' }),
      pools: pool
        ? [
            ...taiyuan.pools.slice(0, 2),
            { ...pool, effectiveTo: '2026-04-30' },
            { ...pool, effectiveFrom: '2026-05-01', total: 1_100_000_000 },
          ]
        : [],
    }
    expect(problemsOf(raised)).toEqual([])
  })
})
