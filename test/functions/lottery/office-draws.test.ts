/** Periods in the console at every state, and what is late of them; a failing step is told, a round of one’s own is refused. */
import { transact } from '../../../functions/core/io/store/transact'
import { instantOf, MINUTE } from '../../../functions/core/pure/time'
import { lotteryPools } from '../../../functions/lottery/collections'
import { runDying } from './dying'
import { enter, entryOf, later, tonight } from './evening'
import { CAMPAIGN, eachWorld, OPERATOR, type World } from './world'

let world: World
eachWorld((fresh) => (world = fresh))

const as = `${OPERATOR}甲`

interface Full {
  readonly state: string
  readonly count: number
  readonly next: string | null
  readonly nextAt: number | null
  readonly late: string | null
  readonly round: number
  readonly written: number
  readonly places: number
}
const full = async (id: string): Promise<Full> =>
  (await world.must<{ draw: Full }>('lottery/officeDraw', { id }, { as })).draw
const goOn = (id: string) =>
  world.must<{ state: string; moved: boolean; why: string | null }>('lottery/goOn', { id }, { as })

/** Tonight's, which one person has entered. */
const entered = async (): Promise<string> => {
  await world.publish()
  // Periods of before are settled.
  await world.run()
  await world.person('陈甲')
  return (await entryOf(world, await enter(world, '陈甲'), '陈甲')).draws[0]?.id ?? ''
}
const silent = (): void => {
  world.services.logged.length = 0
}
const threeMinutes = (): void => {
  world.services.time.now += 3 * MINUTE + 1
}

describe('a period cut off on its way', () => {
  test('closed, and its list not made: at once, late after three minutes, and it goes on', async () => {
    const id = await entered()
    tonight(world)
    await runDying(world, 1, true)
    silent()
    expect(await full(id)).toMatchObject({ state: 'freezing', next: 'freeze', nextAt: null, late: null })
    threeMinutes()
    expect(await full(id)).toMatchObject({ late: 'freeze' })
    expect(await goOn(id)).toMatchObject({ state: 'frozen', moved: true })
    expect(await full(id)).toMatchObject({ state: 'frozen', next: 'round', count: 1, written: 0 })
  })

  test('drawn, and its prizes not written: at once, late after three minutes, and it goes on', async () => {
    const id = await entered()
    tonight(world)
    await world.run()
    later(world)
    for (let commits = 1; (await full(id)).state === 'frozen'; commits += 1) {
      if (commits > 12) throw new Error('it is never drawn')
      await runDying(world, commits, true)
    }
    silent()
    expect(await full(id)).toMatchObject({ state: 'drawn', next: 'publish', nextAt: null, late: null })
    threeMinutes()
    expect(await full(id)).toMatchObject({ late: 'publish' })
    expect(await goOn(id)).toMatchObject({ state: 'published', moved: true })
    const { written, places } = await full(id)
    expect(written).toBe(places)
  })

  test('a step that fails is told, and is done by the next that comes by', async () => {
    const id = await entered()
    tonight(world)
    world.before.commit = () => Promise.reject(new Error('no space left'))
    expect(await goOn(id)).toMatchObject({ state: 'open', moved: false, why: 'failed' })
    silent()
    await world.run()
    expect(await full(id)).toMatchObject({ state: 'frozen' })
  })
})

test('what comes next has its time: the closing, then the round that was named', async () => {
  const id = await entered()
  expect(await full(id)).toMatchObject({ next: 'close', nextAt: instantOf('2026-11-24', 1380), round: 0 })
  tonight(world)
  await world.run()
  const { nextAt, round } = await full(id)
  expect(round).toBeGreaterThan(0)
  expect(nextAt).toBeGreaterThanOrEqual(instantOf('2026-11-24', 1400))
  world.relay.sign = undefined
  world.services.time.now = (nextAt ?? 0) + 3 * MINUTE
  expect(await full(id)).toMatchObject({ late: null })
  world.services.time.now += 1
  expect(await full(id)).toMatchObject({ state: 'frozen', late: 'round' })
})

test('a period that nobody entered is empty and nothing is late', async () => {
  await world.publish()
  tonight(world)
  await world.run()
  const { items } = await world.must<{ items: (Full & { begun: boolean; id: string })[] }>(
    'lottery/officeDraws',
    { campaign: CAMPAIGN },
    { as },
  )
  const over = items.filter(({ begun }) => begun)
  expect(over.length).toBeGreaterThan(0)
  for (const row of over) expect(row).toMatchObject({ state: 'empty', next: null, late: null, count: 0 })
})

test('one that was entered and that the pool cannot pay is empty too, and says how many came', async () => {
  const id = await entered()
  // As where other draws of the same pool have taken all of it.
  await transact(world.services, async (tx) => {
    const pool = await tx.get(lotteryPools, `${CAMPAIGN}.daily`)
    if (pool) tx.replace(lotteryPools, `${CAMPAIGN}.daily`, { ...pool, left: 0, held: pool.held + pool.left })
  })
  tonight(world)
  await world.run()
  expect(await full(id)).toMatchObject({ state: 'empty', count: 1, places: 0, next: null, late: null })
})

test('a round brought by hand is that round or is refused; brought again it changes nothing', async () => {
  const id = await entered()
  tonight(world)
  await world.run()
  const { round } = await full(id)
  const bring = (of: number) => ({ id, signature: world.chain.sign(of).signature })
  expect(await world.refused('lottery/bringBeacon', bring(round), { as })).toBe('CASE_STATE')
  world.relay.sign = undefined
  later(world)
  expect(await world.refused('lottery/bringBeacon', bring(round + 1), { as })).toBe('CASE_STATE')
  silent()
  expect(await full(id)).toMatchObject({ state: 'frozen' })
  await world.must('lottery/bringBeacon', bring(round), { as })
  const drawn = await full(id)
  expect(drawn).toMatchObject({ state: 'published', late: null })
  expect(await world.refused('lottery/bringBeacon', bring(round), { as })).toBe('CASE_STATE')
  expect(await full(id)).toEqual(drawn)
})
