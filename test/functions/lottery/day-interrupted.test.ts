/** A day of instant draws that is cut off at any commit, of its opening and of its closing, comes to what its entrants were told. */
import { reader } from '../../../functions/core/io/store/reader'
import { allOf } from '../../../functions/core/io/store/pages'
import { lotteryDays, lotteryPools, prizes } from '../../../functions/lottery/collections'
import { runDraws } from '../../../functions/lottery/work/run'
import { atOnceCampaign } from './campaign'
import { runDying, until } from './dying'
import { verdictOf } from './evening'
import { CAMPAIGN, openWorld, type World } from './world'

const DAY = `${CAMPAIGN}.instant-band0.2026-11-25T0000`
const TOTAL = 100_000

const booksHold = async (world: World): Promise<void> => {
  const look = reader(world.services.store)
  const pool = await look.get(lotteryPools, `${CAMPAIGN}.instant`)
  const bands = ['2026-11-25', '2026-11-26'].flatMap((day) =>
    [0, 1].map((band) => `${CAMPAIGN}.instant-band${band}.${day}T0000`),
  )
  const aside = (await look.getMany(lotteryDays, bands)).map((day) => day?.pool ?? 0)
  const won = await allOf(world.services.store, prizes, { index: 'draw', where: { drawId: DAY } })
  const held = [...aside, ...won.map(({ doc }) => doc.fen)].reduce((sum, fen) => sum + fen, 0)
  expect(pool).toMatchObject({ left: TOTAL - held, held, paid: 0 })
}

/** @returns how often something was cut off */
const liveThrough = async (commits: number, told: boolean): Promise<number> => {
  const world = await openWorld()
  await world.publish(atOnceCampaign())
  until(world, '2026-11-24', 800)
  await runDying(world, commits, told)
  await runDying(world, commits, told)
  await runDraws(world.services)
  await world.person('陈甲')
  until(world, '2026-11-25', 600)
  const outcomes: (string | null)[] = []
  for (let i = 0; i < 4; i += 1) {
    const facts = await world.invoice('陈甲')
    const { instant } = await world.must<{ instant: { prizeId: string | null } }>(
      'lottery/enter',
      { campaign: CAMPAIGN, facts },
      { as: '陈甲' },
    )
    outcomes.push(instant.prizeId)
  }
  until(world, '2026-11-26', 1)
  await runDying(world, commits, told)
  await runDying(world, commits, told)
  const cut = world.services.logged.filter(({ message }) => message === 'a draw is left for later').length
  await runDraws(world.services)
  const won = await allOf(world.services.store, prizes, { index: 'draw', where: { drawId: DAY } })
  expect(won.map(({ id }) => id).sort()).toEqual(outcomes.filter((id) => id !== null).sort())
  expect(await verdictOf(world, DAY)).toEqual({ holds: true, failed: [] })
  await booksHold(world)
  world.services.logged.length = 0
  await world.close()
  return cut
}

test('whatever commit it dies at, before or after it', async () => {
  let cut = 0
  for (const told of [true, false])
    for (let commits = 0; commits < 7; commits += 1) cut += await liveThrough(commits, told)
  expect(cut).toBeGreaterThan(10)
}, 120_000)
