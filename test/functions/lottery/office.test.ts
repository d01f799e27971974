/** Who runs a lottery: two people behind what is published, an edit that replaces what it began with, draws that go on and no further. */
import { dayOf, instantOf, MINUTE } from '../../../functions/core/pure/time'
import { dailyCampaign } from './campaign'
import { enter, entryOf, later, tonight } from './evening'
import { CAMPAIGN, eachWorld, HALL, OPERATOR, type World } from './world'

let world: World
eachWorld((fresh) => (world = fresh))

const [A, B] = [`${OPERATOR}甲`, `${OPERATOR}乙`]
const NOW = () => dayOf(world.services.clock())

interface Campaign {
  readonly id: string
  readonly state: string
  readonly savedBy: string
  readonly rulesHash: string
}
const save = (as: string, more: object = {}, change: Parameters<typeof dailyCampaign>[0] = {}) =>
  world.call<{ id: string; rulesHash: string }>(
    'lottery/saveCampaign',
    { hallId: HALL, rules: JSON.stringify(dailyCampaign(change)), ...more },
    { as },
  )
const listed = async (as: string): Promise<readonly Campaign[]> =>
  (await world.must<{ items: Campaign[] }>('lottery/officeCampaigns', { hallId: HALL }, { as })).items

describe('drafts', () => {
  test('are published by another than who saved them last, and say who that was', async () => {
    await save(A)
    expect(await listed(A)).toMatchObject([{ id: CAMPAIGN, state: 'draft', savedBy: 'me' }])
    expect(await listed(B)).toMatchObject([{ savedBy: 'other' }])
    expect(await world.refused('lottery/publishCampaign', { id: CAMPAIGN }, { as: A })).toBe('FOUR_EYES')
    await save(B)
    expect(await world.refused('lottery/publishCampaign', { id: CAMPAIGN }, { as: B })).toBe('FOUR_EYES')
    await world.must('lottery/publishCampaign', { id: CAMPAIGN }, { as: A })
    expect(await listed(B)).toMatchObject([{ state: 'published', savedBy: 'nobody' }])
  })

  test('an edit replaces the version that it began with, and no other', async () => {
    expect((await save(A, { from: null })).ok).toBe(true)
    expect((await save(B, { from: null })).code).toBe('CAMPAIGN_CHANGED')
    const [{ rulesHash } = { rulesHash: '' }] = await listed(A)
    const name = { zh: '改过的名称', en: 'Another name' }
    expect((await save(B, { from: rulesHash }, { name })).ok).toBe(true)
    expect((await save(A, { from: rulesHash })).code).toBe('CAMPAIGN_CHANGED')
    expect(await world.refused('lottery/publishCampaign', { id: CAMPAIGN, rulesHash }, { as: A })).toBe(
      'CAMPAIGN_CHANGED',
    )
  })

  test('are shown to the hall’s reviewer, and to nobody else', async () => {
    await save(A)
    expect(await listed('审核人')).toMatchObject([{ id: CAMPAIGN }])
    const { halls } = await world.must<{ halls: object[] }>('lottery/office', {}, { as: '审核人' })
    expect(halls).toMatchObject([{ id: HALL, duties: ['review'] }])
    expect(await world.refused('lottery/officeCampaigns', { hallId: HALL }, { as: '路人' })).toBe('FORBIDDEN')
    expect(
      await world.refused('lottery/statistics', { campaign: CAMPAIGN, until: NOW(), days: 1 }, { as: A }),
    ).toBe('NOT_FOUND')
  })
})

interface Row {
  readonly id: string
  readonly state: string
  readonly begun: boolean
  readonly count: number
  readonly next: string | null
  readonly late: string | null
}
interface Full extends Row {
  readonly commitment: string | null
  readonly exclusions: readonly object[]
}
const rows = async (): Promise<readonly Row[]> =>
  (await world.must<{ items: Row[] }>('lottery/officeDraws', { campaign: CAMPAIGN }, { as: A })).items
const full = async (id: string): Promise<Full> =>
  (await world.must<{ draw: Full }>('lottery/officeDraw', { id }, { as: A })).draw
const goOn = (id: string) =>
  world.must<{ state: string; moved: boolean; why: string | null; relays: { why: string }[] }>(
    'lottery/goOn',
    { id },
    { as: A },
  )

describe('the console', () => {
  beforeEach(async () => {
    await world.publish()
    for (const name of ['陈甲', '李乙']) await world.person(name)
  })

  test('shows the draw of now before and after somebody enters it', async () => {
    expect(await rows()).toMatchObject([{ begun: false, count: 0, state: 'open', next: 'close', late: null }])
    await enter(world, '陈甲')
    await enter(world, '李乙')
    expect(await rows()).toMatchObject([{ begun: true, count: 2, state: 'open' }])
  })

  test('goes on with what is due, step by step, and never before its time', async () => {
    const id = (await entryOf(world, await enter(world, '陈甲'), '陈甲')).draws[0]?.id ?? ''
    expect(await goOn(id)).toMatchObject({ state: 'open', moved: false, why: 'time' })
    tonight(world)
    expect(await full(id)).toMatchObject({ state: 'open', commitment: null })
    expect(await goOn(id)).toMatchObject({ state: 'frozen', moved: true, why: 'time' })
    expect((await full(id)).commitment).toMatch(/^[0-9a-f]{64}$/)
    later(world)
    expect(await goOn(id)).toMatchObject({ state: 'published', moved: true, why: null })
    expect(await goOn(id)).toMatchObject({ state: 'published', moved: false, why: null, relays: [] })
    expect(await full(id)).toMatchObject({ next: null, late: null })
  })

  test('says when the schedule has not come, and what the relays answer where the round is missing', async () => {
    const id = (await entryOf(world, await enter(world, '陈甲'), '陈甲')).draws[0]?.id ?? ''
    tonight(world)
    world.services.time.now += 5 * MINUTE
    expect(await full(id)).toMatchObject({ state: 'open', late: 'close' })
    await goOn(id)
    world.relay.sign = undefined
    later(world)
    expect(await goOn(id)).toMatchObject({
      state: 'frozen',
      moved: false,
      why: 'round',
      relays: [{ why: 'status 404' }],
    })
    expect(await full(id)).toMatchObject({ state: 'frozen', late: 'round' })
  })
})

interface Reviewed {
  readonly id: string
  readonly number: string
  readonly closed: boolean
  readonly excluded: string | null
}
interface Flags {
  readonly flags: readonly { readonly code: string; readonly entries: readonly string[] }[]
  readonly entries: readonly Reviewed[]
  readonly looked: number
  readonly next: number | null
}

describe('the review', () => {
  beforeEach(async () => {
    await world.publish()
    await world.person('陈甲')
    for (let many = 0; many < 3; many += 1) await enter(world, '陈甲')
  })
  const as = '审核人'
  const flagsToday = () => world.must<Flags>('lottery/flags', { campaign: CAMPAIGN, day: NOW() }, { as })

  test('names the invoices of a pattern, says who left one out and when, and takes it in again', async () => {
    const { flags, entries, looked, next } = await flagsToday()
    expect({ looked, next }).toEqual({ looked: 3, next: null })
    expect(flags.map(({ code }) => code)).toContain('inARow')
    expect(entries).toHaveLength(3)
    expect(entries[0]?.number).toMatch(/^\d{20}$/)
    expect(JSON.stringify(entries)).not.toContain('陈甲')
    const id = entries[0]?.id ?? ''
    await world.must('lottery/exclude', { id, reason: 'split' }, { as })
    const left = await world.must<{ items: { id: string; mine: boolean; excludedAt: number }[] }>(
      'lottery/excluded',
      { campaign: CAMPAIGN, reason: 'split' },
      { as },
    )
    expect(left.items).toMatchObject([{ id, mine: true, excludedAt: world.services.clock(), closed: false }])
    await world.must('lottery/exclude', { id, reason: null }, { as })
    const none = await world.must<{ items: object[] }>(
      'lottery/excluded',
      { campaign: CAMPAIGN, reason: 'split' },
      { as },
    )
    expect(none.items).toEqual([])
  })

  test('says of which entries the list is closed', async () => {
    expect((await flagsToday()).entries.map(({ closed }) => closed)).toEqual([false, false, false])
    tonight(world)
    await world.run()
    expect((await flagsToday()).entries.map(({ closed }) => closed)).toEqual([true, true, true])
  })
})

interface Books {
  readonly all: { readonly entries: number; readonly fen: number; readonly entrants: number }
  readonly days: readonly { readonly day: string; readonly entries: number; readonly entrants: number }[]
  readonly pools: readonly {
    readonly total: number
    readonly left: number
    readonly held: number
    readonly paid: number
  }[]
  readonly prizes: {
    readonly rows: readonly { readonly tier: string; readonly count: number; readonly fen: number }[]
  }
  readonly exclusions: readonly { readonly reason: string; readonly entries: number }[]
}
const books = () =>
  world.must<Books>('lottery/statistics', { campaign: CAMPAIGN, until: NOW(), days: 7 }, { as: A })
const countNow = () => world.must<{ counted: number }>('lottery/countEntries', {}, { timer: 'countEntries' })

describe('the books', () => {
  beforeEach(async () => {
    await world.publish()
    for (const name of ['陈甲', '李乙']) await world.person(name)
  })

  test('count each entry once, whatever counts beside it, and each person once', async () => {
    await enter(world, '陈甲')
    await enter(world, '陈甲')
    expect(await countNow()).toEqual({ counted: 0 })
    world.services.time.now += 2 * MINUTE
    await Promise.all([countNow(), countNow()])
    await enter(world, '李乙')
    world.services.time.now = instantOf('2026-11-25', 600)
    await enter(world, '陈甲')
    world.services.time.now += 2 * MINUTE
    await countNow()
    const { all, days } = await books()
    expect(all).toEqual({ entries: 4, fen: 4 * 12_800, unknown: 0, entrants: 2 })
    expect(days.filter(({ entries }) => entries > 0)).toMatchObject([
      { day: '2026-11-24', entries: 3, entrants: 2 },
      { day: '2026-11-25', entries: 1, entrants: 0 },
    ])
    expect(await countNow()).toEqual({ counted: 0 })
  })

  test('add up: a pool is what is left, held and paid; prizes and exclusions stand beside', async () => {
    const [first = '', second = ''] = [await enter(world, '陈甲'), await enter(world, '李乙')]
    await world.must('lottery/exclude', { id: second, reason: 'forged' }, { as: '审核人' })
    tonight(world)
    await world.run()
    later(world)
    await world.run()
    expect((await entryOf(world, first, '陈甲')).prizes).toHaveLength(1)
    const { pools, prizes, exclusions } = await books()
    for (const { total, left, held, paid } of pools) expect(left + held + paid).toBe(total)
    expect(pools).toMatchObject([{ total: 20_000_000, held: 80_000 }])
    expect(prizes.rows).toMatchObject([{ tier: 'first', count: 1, fen: 80_000 }])
    expect(exclusions.find(({ reason }) => reason === 'forged')?.entries).toBe(1)
    const part = await world.must<{ kind: string; name: string }>(
      'lottery/statisticsSheet',
      { campaign: CAMPAIGN, until: NOW(), days: 7 },
      { as: A },
    )
    expect(part).toMatchObject({ kind: 'xlsx' })
    expect(part.name).toContain(CAMPAIGN)
  })
})
