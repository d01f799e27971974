/** Days of instant draws in the console: opened, under way, ended, and what is late of them; nothing before its time, nothing twice. */
import { auditEntries } from '../../../functions/core/io/audit/collections'
import { allOf } from '../../../functions/core/io/store/pages'
import { instantOf, MINUTE } from '../../../functions/core/pure/time'
import { atOnceCampaign } from './campaign'
import { runDying } from './dying'
import { fetched } from './evening'
import { CAMPAIGN, eachWorld, OPERATOR, type World } from './world'

let world: World
eachWorld((fresh) => (world = fresh))

const as = `${OPERATOR}甲`
const [TODAY, BEFORE] = ['2026-11-25', '2026-11-24']
const LOW = `${CAMPAIGN}.instant-band0.${TODAY}T0000`
const HIGH = `${CAMPAIGN}.instant-band1.${TODAY}T0000`

interface Row {
  readonly id: string
  readonly begun: boolean
  readonly state: string
  readonly count: number
  readonly band: { readonly from: number; readonly below: number | null } | null
  readonly next: string | null
  readonly nextAt: number | null
  readonly late: string | null
}
interface Full extends Row {
  readonly commitment: string | null
  readonly round: number
  readonly fen: number
  readonly written: number
  readonly frozenAt: number | null
}

const at = (day: string, minute: number): void => {
  world.services.time.now = instantOf(day, minute)
}
const rows = async (): Promise<readonly Row[]> =>
  (await world.must<{ items: Row[] }>('lottery/officeDraws', { campaign: CAMPAIGN, kind: 'instant' }, { as }))
    .items
const rowOf = async (id: string): Promise<Row | undefined> => (await rows()).find((row) => row.id === id)
const full = async (id: string): Promise<Full> =>
  (await world.must<{ draw: Full }>('lottery/officeDraw', { id }, { as })).draw
const goOn = (id: string) =>
  world.must<{ state: string; moved: boolean; why: string | null }>('lottery/goOn', { id }, { as })

const opened = async (): Promise<void> => {
  await world.publish(atOnceCampaign())
  at(BEFORE, 800)
  await world.run()
  for (const name of ['陈甲', '李乙']) await world.person(name)
}
const enter = async (name: string, amount: number): Promise<string | null> => {
  const facts = await world.invoice(name, { amount })
  const entered = await world.must<{ instant: { tier: string | null } }>(
    'lottery/enter',
    { campaign: CAMPAIGN, facts },
    { as: name },
  )
  return entered.instant.tier
}

describe('a day that the schedule did not open', () => {
  test('is told from noon on, late after three minutes, and opened by going on', async () => {
    await world.publish(atOnceCampaign())
    at(BEFORE, 719)
    expect(await rows()).toEqual([])
    expect(await world.refused('lottery/goOn', { id: LOW }, { as })).toBe('NOT_FOUND')
    at(BEFORE, 720)
    expect(await rows()).toMatchObject([
      {
        id: LOW,
        begun: false,
        state: 'opening',
        next: 'open',
        late: null,
        band: { from: 10_000, below: 50_000 },
      },
      {
        id: HIGH,
        begun: false,
        state: 'opening',
        next: 'open',
        late: null,
        band: { from: 50_000, below: null },
      },
    ])
    world.services.time.now += 3 * MINUTE + 1
    expect((await rows()).map(({ late }) => late)).toEqual(['open', 'open'])
    expect(await goOn(LOW)).toEqual({ state: 'open', moved: true, why: 'time', relays: [] })
    // The bands of a day are opened together.
    expect((await rows()).map(({ begun, state, late }) => [begun, state, late])).toEqual([
      [true, 'open', null],
      [true, 'open', null],
    ])
    expect(await goOn(HIGH)).toMatchObject({ state: 'open', moved: false })
  })

  test('where it cannot be opened, that is told, and it is opened once it can', async () => {
    await world.publish(atOnceCampaign())
    at(BEFORE, 800)
    world.before.commit = () => Promise.reject(new Error('no space left'))
    expect(await goOn(LOW)).toEqual({ state: 'opening', moved: false, why: 'failed', relays: [] })
    expect(world.services.logged.map(({ message }) => message)).toContain(
      'a draw that was told to go on is left for later',
    )
    world.services.logged.length = 0
    expect(await goOn(LOW)).toMatchObject({ state: 'open', moved: true })
  })

  test('half opened, it is late three minutes after that, and goes on from there', async () => {
    await world.publish(atOnceCampaign())
    at(BEFORE, 800)
    await runDying(world, 1, true)
    world.services.logged.length = 0
    expect(await full(LOW)).toMatchObject({
      begun: true,
      state: 'opening',
      next: 'open',
      late: null,
      commitment: null,
    })
    world.services.time.now += 3 * MINUTE + 1
    expect(await rowOf(LOW)).toMatchObject({ state: 'opening', late: 'open' })
    expect(await goOn(LOW)).toMatchObject({ state: 'open', moved: true })
    expect(await rowOf(LOW)).toMatchObject({ state: 'open', next: 'close', late: null })
  })
})

describe('a day under way', () => {
  test('counts what is of its own amounts, and the prizes won so far; committed to is its seed', async () => {
    await opened()
    at(TODAY, 600)
    const tiers = [await enter('陈甲', 12_800), await enter('李乙', 20_000), await enter('陈甲', 80_000)]
    const low = await full(LOW)
    expect(low).toMatchObject({
      state: 'open',
      count: 2,
      round: 0,
      fen: 6_884,
      next: 'close',
      frozenAt: null,
    })
    expect(low.nextAt).toBe(instantOf('2026-11-26'))
    expect(low.written).toBe(tiers.slice(0, 2).filter((tier) => tier !== null).length)
    expect(await full(HIGH)).toMatchObject({ count: 1, written: tiers[2] === null ? 0 : 1 })
    const opening = JSON.parse((await fetched(world, LOW).text('day-opening.json')) ?? '{}') as {
      seedCommitment: string
    }
    expect(low.commitment).toBe(opening.seedCommitment)
  })

  test('is not ended before its end; late three minutes after it; ended once', async () => {
    await opened()
    at(TODAY, 600)
    const won = [await enter('陈甲', 12_800), await enter('李乙', 20_000)].filter((tier) => tier !== null)
    expect(await goOn(LOW)).toEqual({ state: 'open', moved: false, why: 'time', relays: [] })
    at('2026-11-26', 3)
    expect(await rowOf(LOW)).toMatchObject({ state: 'open', late: null })
    world.services.time.now += 1
    expect(await rowOf(LOW)).toMatchObject({ state: 'open', late: 'close' })
    expect(await goOn(LOW)).toEqual({ state: 'published', moved: true, why: null, relays: [] })
    const ended = await full(LOW)
    expect(ended).toMatchObject({ state: 'published', next: null, late: null, count: 2, written: won.length })
    expect(await goOn(LOW)).toEqual({ state: 'published', moved: false, why: null, relays: [] })
    expect(await full(LOW)).toEqual(ended)
    // Nobody came with a dearer invoice.
    await goOn(HIGH)
    expect(await full(HIGH)).toMatchObject({ state: 'empty', next: null, late: null, written: 0 })
  })

  test('whoever went on is in the audit, with what it came to', async () => {
    await opened()
    at('2026-11-26', 1)
    await goOn(LOW)
    const audited = await allOf(world.services.store, auditEntries, {
      index: 'subject',
      where: { subject: LOW },
    })
    expect(audited.map(({ doc: { action, detail } }) => [action, detail])).toEqual([
      ['lottery/goOn', { before: 'open', state: 'empty', why: null }],
    ])
  })

  test('takes no round by hand', async () => {
    await opened()
    const signature = '0'.repeat(96)
    expect(await world.refused('lottery/bringBeacon', { id: LOW, signature }, { as })).toBe('CASE_STATE')
  })

  test('what was won at once stands in the books by its draw’s name, and its money is held', async () => {
    await opened()
    at(TODAY, 600)
    let won: string | null = null
    // Seven of ten win; of twenty somebody has.
    for (let many = 0; won === null && many < 20; many += 1) won = await enter('陈甲', 12_800)
    const { prizes, pools } = await world.must<{
      prizes: { rows: { name: string; count: number; fen: number }[] }
      pools: { key: string; total: number; left: number; held: number; paid: number }[]
    }>('lottery/statistics', { campaign: CAMPAIGN, until: TODAY, days: 1 }, { as })
    expect(prizes.rows).toHaveLength(1)
    expect(prizes.rows[0]).toMatchObject({
      name: expect.stringMatching(/^即开即奖 · [五一]?十元$/),
      count: 1,
    })
    for (const { total, left, held, paid } of pools) expect(left + held + paid).toBe(total)
  })
})
