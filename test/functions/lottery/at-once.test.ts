/** Drawn at once: from the opening the day before to the closing that anybody reckons again; its money never overdrawn. */
import { allOf } from '../../../functions/core/io/store/pages'
import { reader } from '../../../functions/core/io/store/reader'
import { instantOf } from '../../../functions/core/pure/time'
import { lotteryDays, lotteryDraws, lotteryPools, prizes } from '../../../functions/lottery/collections'
import { closeInstantDay } from '../../../functions/lottery/work/day-close'
import { isIncluded } from '../../../functions/lottery/rules/draw/proof'
import { atOnceCampaign } from './campaign'
import { entryOf, fetched, verdictOf, type Prize } from './evening'
import { CAMPAIGN, eachWorld, type World } from './world'

let world: World
eachWorld((fresh) => (world = fresh))

interface AtOnce {
  readonly drawId: string
  readonly tier: string | null
  readonly tierName: string | null
  readonly fen: number
  readonly spent: boolean
  readonly prizeId: string | null
}
interface Entered {
  readonly id: string
  readonly instant: AtOnce | null
}
interface Draw {
  readonly id: string
  readonly kind: string
  readonly state: string
  readonly count: number
  readonly files: readonly { readonly name: string }[]
}

const TODAY = '2026-11-25'
const LOW = `${CAMPAIGN}.instant-band0.${TODAY}T0000`
const PEOPLE = ['陈甲', '李乙', '王丙']

const at = (day: string, minute: number): void => {
  world.services.time.now = instantOf(day, minute)
}

const look = () => reader(world.services.store)
const books = async () => {
  const pool = await look().get(lotteryPools, `${CAMPAIGN}.instant`)
  if (!pool) throw new Error('no pool')
  const { left, held, paid } = pool
  return { left, held, paid }
}
const heldByPrizes = async (): Promise<number> => {
  const found = await allOf(world.services.store, prizes, { index: 'draw', where: { drawId: LOW } })
  return found.filter(({ doc }) => doc.state !== 'void').reduce((sum, { doc }) => sum + doc.fen, 0)
}

/** Published on the 24th; the 25th is opened, has begun, and three people are there. */
const openDayOfEntries = async (): Promise<void> => {
  await world.publish(atOnceCampaign())
  at('2026-11-24', 800)
  await world.run()
  for (const name of PEOPLE) await world.person(name)
  at(TODAY, 600)
}

const invoices = async (many: number, amount = 12_800) => {
  const made: { readonly as: string; readonly facts: object }[] = []
  for (let i = 0; i < many; i += 1) {
    const as = PEOPLE[i % PEOPLE.length] ?? ''
    made.push({ as, facts: await world.invoice(as, { amount }) })
  }
  return made
}

const enterAll = async (many: number): Promise<Entered[]> => {
  const made = await invoices(many)
  return Promise.all(
    made.map(({ as, facts }) => world.must<Entered>('lottery/enter', { campaign: CAMPAIGN, facts }, { as })),
  )
}

const drawOf = async (id: string) => (await world.must<{ draw: Draw }>('lottery/draw', { id })).draw

describe('a day of instant draws', () => {
  test('is opened from noon of the day before: seed committed to, money set aside, for everybody to see', async () => {
    await world.publish(atOnceCampaign())
    at('2026-11-24', 700)
    await world.run()
    expect(await world.refused('lottery/draw', { id: LOW })).toBe('NOT_FOUND')
    expect(await books()).toEqual({ left: 100_000, held: 0, paid: 0 })
    at('2026-11-24', 720)
    await Promise.all([world.run(), world.run()])
    expect(await drawOf(LOW)).toMatchObject({
      kind: 'instant',
      state: 'open',
      files: [{ name: 'day-opening.json' }],
    })
    const { items } = await world.must<{ items: Draw[] }>('lottery/draws', {
      campaign: CAMPAIGN,
      kind: 'instant',
    })
    expect(items).toHaveLength(2)
    const { items: periodic } = await world.must<{ items: Draw[] }>('lottery/draws', { campaign: CAMPAIGN })
    expect(new Set(periodic.map(({ kind }) => kind))).toEqual(new Set(['periodic']))
    const days = await look().getMany(lotteryDays, [LOW, LOW.replace('band0', 'band1')])
    const aside = days.reduce((sum, day) => sum + (day?.pool ?? 0), 0)
    // A quarter of what is left, by what an entry of each band is worth: 1 900 to 5 000; and no less than the dearest prize.
    expect(days.map((day) => day?.pool)).toEqual([6_884, 18_115])
    expect(await books()).toEqual({ left: 100_000 - aside, held: aside, paid: 0 })
    const opening = JSON.parse((await fetched(world, LOW).text('day-opening.json')) ?? '{}') as {
      openedAt: number
      rules: object
    }
    expect(opening.openedAt).toBeLessThan(instantOf(TODAY))
    expect(opening.rules).toMatchObject({ day: TODAY, pool: 6_884, band: { from: 10_000, below: 50_000 } })
    expect(JSON.stringify(opening)).not.toContain('"seed"')
  })

  test('what was not opened the day before draws nothing: an invoice waits, and is not lost', async () => {
    await world.publish(atOnceCampaign())
    await world.person('陈甲')
    const facts = await world.invoice('陈甲')
    const found = await world.must<{
      verdict: string
      again: number
      reasons: { code: string; ok: boolean }[]
    }>('lottery/look', { campaign: CAMPAIGN, facts }, { as: '陈甲' })
    expect(found).toMatchObject({ verdict: 'wait', again: instantOf(TODAY) })
    expect(found.reasons.filter(({ ok }) => !ok).map(({ code }) => code)).toEqual(['dayOpen'])
    const refused = await world.call('lottery/enter', { campaign: CAMPAIGN, facts }, { as: '陈甲' })
    expect(refused).toMatchObject({ ok: false, code: 'MAY_NOT_ENTER' })
    at('2026-11-24', 1439)
    await world.run()
    at(TODAY, 1)
    await world.must('lottery/enter', { campaign: CAMPAIGN, facts }, { as: '陈甲' })
  })

  test('is drawn as invoices are entered, however many at once, and never beyond its money', async () => {
    await openDayOfEntries()
    const entered = await enterAll(24)
    const outcomes = entered.flatMap(({ instant }) => instant ?? [])
    expect(outcomes).toHaveLength(24)
    const won = outcomes.filter(({ tier }) => tier !== null)
    const sum = won.reduce((all, { fen }) => all + fen, 0)
    const left = (await look().get(lotteryDays, LOW))?.pool ?? -1
    expect(left).toBeGreaterThanOrEqual(0)
    expect(sum + left).toBe(6_884)
    expect(won.length).toBeGreaterThan(0)
    // Seven of ten hit, and the day pays six at most.
    expect(outcomes.filter(({ spent }) => spent).length).toBeGreaterThan(0)
    expect(await heldByPrizes()).toBe(sum)
    const prize = won[0]
    expect(prize?.tierName).toMatch(/元$/)
    const own = await Promise.all(
      PEOPLE.map((as) => world.must<{ items: Prize[] }>('lottery/prizes', {}, { as })),
    )
    expect(own.flatMap(({ items }) => items.map(({ id }) => id)).sort()).toEqual(
      won.map(({ prizeId }) => prizeId).sort(),
    )
  })

  test('is closed once it is over: list, seed and wins verify, each entry has its proof, the rest goes back', async () => {
    await openDayOfEntries()
    const entered = await enterAll(15)
    at(TODAY, 1436)
    await world.run()
    expect(await drawOf(LOW)).toMatchObject({ state: 'open' })
    at('2026-11-26', 1)
    await Promise.all([world.run(), world.run()])
    expect(await drawOf(LOW)).toMatchObject({ state: 'published', count: 15 })
    expect(await verdictOf(world, LOW)).toEqual({ holds: true, failed: [] })
    const closing = JSON.parse((await fetched(world, LOW).text('day-closing.json')) ?? '{}') as {
      commitment: string
      wins: { index: number; tier: string }[]
    }
    const places = new Map(closing.wins.map(({ index, tier }) => [index, tier]))
    for (const { id, instant } of entered) {
      const { proof } = await world.must<{ proof: { index: number } }>('lottery/proof', {
        drawId: LOW,
        entryId: id,
      })
      expect(isIncluded(proof, closing.commitment)).toBe(true)
      expect(places.get(proof.index) ?? null).toBe(instant?.tier)
    }
    const tomorrow = [0, 1].map((band) => `${CAMPAIGN}.instant-band${band}.2026-11-26T0000`)
    const aside = (await look().getMany(lotteryDays, tomorrow)).map((day) => day?.pool ?? 0)
    const held = aside.reduce((sum, fen) => sum + fen, await heldByPrizes())
    expect(await books()).toEqual({ left: 100_000 - held, held, paid: 0 })
    // Nobody came with a dearer invoice.
    expect(await drawOf(LOW.replace('band0', 'band1'))).toMatchObject({ state: 'empty' })
  })

  test('what won at once is not in the draw of what did not, and that is told by its reason', async () => {
    await openDayOfEntries()
    const entered = await enterAll(9)
    const won = entered.filter(({ instant }) => instant?.tier != null)
    at(TODAY, 1381)
    await world.run()
    at(TODAY, 1430)
    await world.run()
    const drawId = `${CAMPAIGN}.daily.2026-11-24T2300`
    const freeze = JSON.parse((await fetched(world, drawId).text('freeze.json')) ?? '{}') as object
    expect(freeze).toMatchObject({
      count: 9 - won.length,
      received: 9,
      exclusions: [{ reason: 'wonAtOnce', entries: won.length }],
    })
    for (const { id } of won)
      expect(await world.refused('lottery/proof', { drawId, entryId: id })).toBe('NOT_FOUND')
    const as = PEOPLE[entered.findIndex(({ instant }) => instant?.tier != null) % PEOPLE.length] ?? ''
    expect((await entryOf(world, won[0]?.id ?? '', as)).draws).toEqual([])
  })

  test('an entry on its way when the day is closed is in no list that leaves it out', async () => {
    await openDayOfEntries()
    const [first, late] = await invoices(2)
    await world.must('lottery/enter', { campaign: CAMPAIGN, facts: first?.facts }, { as: first?.as ?? '' })
    at('2026-11-25', 1439)
    world.before.commit = async () => {
      at('2026-11-26', 1)
      await closeInstantDay(world.services, LOW)
    }
    const refused = await world.call(
      'lottery/enter',
      { campaign: CAMPAIGN, facts: late?.facts },
      { as: late?.as ?? '' },
    )
    expect(refused).toMatchObject({ ok: false, code: 'MAY_NOT_ENTER' })
    expect(await drawOf(LOW)).toMatchObject({ count: 1 })
    expect(await verdictOf(world, LOW)).toEqual({ holds: true, failed: [] })
  })

  test('a reviewer leaves an entry out: what it won at once is lost, and its money goes back', async () => {
    await openDayOfEntries()
    const entered = await enterAll(6)
    const won = entered.find(({ instant }) => instant?.tier != null)
    const before = await books()
    await world.must('lottery/exclude', { id: won?.id, reason: 'split' }, { as: '审核人' })
    const fen = won?.instant?.fen ?? 0
    expect(await books()).toEqual({ ...before, left: before.left + fen, held: before.held - fen })
    const doc = await look().get(prizes, won?.instant?.prizeId ?? '')
    expect(doc?.state).toBe('void')
  })

  test('an opening that does not come out before its day begins is none, and its money goes back', async () => {
    await world.publish(atOnceCampaign())
    at('2026-11-24', 1439)
    let commits = 0
    const { store } = world.services
    const dying = {
      ...store,
      commit: (...args: Parameters<typeof store.commit>) => {
        commits += 1
        if (commits > 1) throw new Error('died')
        return store.commit(...args)
      },
    }
    const { runDraws } = await import('../../../functions/lottery/work/run')
    await runDraws({ ...world.services, store: dying })
    world.services.logged.length = 0
    expect((await look().get(lotteryDraws, LOW))?.state).toBe('opening')
    at(TODAY, 1)
    await world.run()
    expect((await look().get(lotteryDraws, LOW))?.state).toBe('empty')
    expect(await books()).toEqual({ left: 100_000, held: 0, paid: 0 })
  })
})
