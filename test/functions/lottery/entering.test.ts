/** Entering: once an invoice, within every cap, every reason at once; what a reviewer leaves out. */
import { instantOf } from '../../../functions/core/pure/time'
import { dailyCampaign } from './campaign'
import { isPeriodic } from '../../../functions/lottery/rules/campaign'
import { periodOf } from '../../../functions/lottery/rules/periods'
import { publishedCampaign } from '../../../functions/lottery/work/campaigns'
import { closePeriod } from '../../../functions/lottery/work/freeze'
import { enter, entryOf, fetched, later, tonight } from './evening'
import { CAMPAIGN, eachWorld, HALL, OPERATOR, type World } from './world'

let world: World
eachWorld((fresh) => (world = fresh))

describe('entering', () => {
  beforeEach(async () => {
    await world.publish()
    await world.person('陈甲')
    await world.person('李乙')
  })

  test('an invoice enters a campaign once, whoever scans it and however many at once', async () => {
    const facts = await world.invoice('陈甲')
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        world.call<{ id: string }>(
          'lottery/enter',
          { campaign: CAMPAIGN, facts },
          { as: i % 2 ? '陈甲' : '李乙' },
        ),
      ),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const { items } = await world.must<{ items: unknown[] }>('lottery/mine', {}, { as: '陈甲' })
    expect(items).toHaveLength(1)
  })

  test('an entry that is on its way when its list is closed is let into no list that leaves it out', async () => {
    const first = await world.invoice('陈甲')
    await world.must('lottery/enter', { campaign: CAMPAIGN, facts: first }, { as: '陈甲' })
    const late = await world.invoice('李乙')
    const known = await publishedCampaign(world.services, CAMPAIGN)
    const draw = known.campaign.draws.find(isPeriodic)
    const period = draw && periodOf(known.campaign, draw, world.services.time.now)
    if (!draw || !period) throw new Error('no period')
    world.before.commit = () => closePeriod(world.services, { known, draw, period })
    expect(await world.refused('lottery/enter', { campaign: CAMPAIGN, facts: late }, { as: '李乙' })).toBe(
      'PERIOD_CLOSED',
    )
    expect((await world.must<{ items: unknown[] }>('lottery/mine', {}, { as: '李乙' })).items).toEqual([])
  })

  test('three a day, under any race', async () => {
    const invoices = [] as object[]
    for (let i = 0; i < 8; i += 1) invoices.push(await world.invoice('陈甲'))
    const answers = await Promise.all(
      invoices.map((facts) => world.call('lottery/enter', { campaign: CAMPAIGN, facts }, { as: '陈甲' })),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3)
    for (const { data } of answers.filter(({ ok }) => !ok)) expect(JSON.stringify(data)).toContain('perDay')
    world.services.time.now = instantOf('2026-11-25', 600)
    await world.must(
      'lottery/enter',
      { campaign: CAMPAIGN, facts: await world.invoice('陈甲') },
      { as: '陈甲' },
    )
  })

  test('every reason is told at once, with its rule, and odds and pool before entering', async () => {
    const facts = await world.invoice('李乙', { amount: 9_999 })
    const found = await world.must<{
      mayEnter: boolean
      reasons: { code: string; ok: boolean; basis: string }[]
      odds: { any: string; left: number; tiers: unknown[] }[]
    }>('lottery/look', { campaign: CAMPAIGN, facts }, { as: '陈甲' })
    expect(found.mayEnter).toBe(false)
    const failed = found.reasons.filter(({ ok }) => !ok).map(({ code }) => code)
    expect(failed).toEqual(expect.arrayContaining(['floor', 'title']))
    for (const { basis } of found.reasons) expect(basis).not.toBe('')
    expect(found.odds).toMatchObject([{ left: 200_000 }])
    expect(found.odds[0]?.any).not.toBe('')
    expect(await world.refused('lottery/enter', { campaign: CAMPAIGN, facts }, { as: '陈甲' })).toBe(
      'MAY_NOT_ENTER',
    )
  })

  test('who has stopped herself does not enter', async () => {
    await world.must('lottery/setLimits', { stopped: true, until: null, ownDailyCap: null }, { as: '陈甲' })
    const facts = await world.invoice('陈甲')
    expect(await world.refused('lottery/enter', { campaign: CAMPAIGN, facts }, { as: '陈甲' })).toBe(
      'MAY_NOT_ENTER',
    )
    await world.must('lottery/setLimits', { stopped: false, until: null, ownDailyCap: 1 }, { as: '陈甲' })
    await world.must('lottery/enter', { campaign: CAMPAIGN, facts }, { as: '陈甲' })
    const more = await world.invoice('陈甲')
    expect(await world.refused('lottery/enter', { campaign: CAMPAIGN, facts: more }, { as: '陈甲' })).toBe(
      'MAY_NOT_ENTER',
    )
  })
})

describe('a reviewer', () => {
  const REVIEWER = '审核人'

  beforeEach(async () => {
    await world.publish()
    for (const name of ['陈甲', '李乙']) await world.person(name)
  })

  test('leaves an entry out before its list is frozen: it is counted by its reason, and draws nothing', async () => {
    const out = await enter(world, '陈甲')
    await enter(world, '李乙')
    await world.must('lottery/exclude', { id: out, reason: 'split' }, { as: REVIEWER })
    tonight(world)
    await world.run()
    expect(await world.refused('lottery/exclude', { id: out, reason: null }, { as: REVIEWER })).toBe(
      'CASE_STATE',
    )
    later(world)
    await world.run()
    const { draws, prizes: won } = await entryOf(world, out, '陈甲')
    const freeze = JSON.parse(
      (await fetched(world, draws[0]?.id ?? '').text('freeze.json')) ?? '{}',
    ) as object
    expect(freeze).toMatchObject({
      count: 1,
      received: 2,
      exclusions: [{ reason: 'split', entries: 1 }],
    })
    expect(won).toEqual([])
  })

  test('sees patterns with their reasons, which block nothing', async () => {
    for (let i = 0; i < 3; i += 1) {
      const facts = await world.invoice('陈甲', { amount: 10_100 })
      await world.must('lottery/enter', { campaign: CAMPAIGN, facts }, { as: '陈甲' })
    }
    const { flags } = await world.must<{ flags: { code: string; reason: string; entries: string[] }[] }>(
      'lottery/flags',
      { campaign: CAMPAIGN, day: '2026-11-24' },
      { as: REVIEWER },
    )
    expect(flags.length).toBeGreaterThan(0)
    for (const { reason, entries } of flags) {
      expect(reason).not.toBe('')
      expect(entries.length).toBeGreaterThan(1)
    }
    expect(
      await world.refused('lottery/flags', { campaign: CAMPAIGN, day: '2026-11-24' }, { as: '陈甲' }),
    ).toBe('FORBIDDEN')
  })
})

test('a campaign’s problems are told at once; what is published does not change', async () => {
  const as = `${OPERATOR}甲`
  const wrong = dailyCampaign({ opensOn: '2027-02-01' })
  const answer = await world.call(
    'lottery/saveCampaign',
    { hallId: HALL, rules: JSON.stringify(wrong) },
    { as },
  )
  expect(answer.code).toBe('CAMPAIGN_FAULTS')
  await world.publish()
  expect(
    await world.refused(
      'lottery/saveCampaign',
      { hallId: HALL, rules: JSON.stringify(dailyCampaign()) },
      { as },
    ),
  ).toBe('CAMPAIGN_PUBLISHED')
})
