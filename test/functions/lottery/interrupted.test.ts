/** A draw that is cut off at any commit goes on to the same list, the same winners, and the same prizes, once. */
import { allOf } from '../../../functions/core/io/store/pages'
import { reader } from '../../../functions/core/io/store/reader'
import { lotteryDraws, lotteryPools, prizes } from '../../../functions/lottery/collections'
import { runDraws } from '../../../functions/lottery/work/run'
import { publishedOf } from '../../../functions/lottery/work/parts'
import { runDying, until } from './dying'
import { CAMPAIGN, openWorld, type World } from './world'

const PEOPLE = ['陈甲', '李乙', '王丙', '赵丁', '孙戊', '周己']

const openEntered = async (): Promise<World> => {
  const world = await openWorld()
  await world.publish()
  for (const as of PEOPLE) {
    await world.person(as)
    const facts = await world.invoice(as)
    await world.must('lottery/enter', { campaign: CAMPAIGN, facts }, { as })
  }
  return world
}

const outcomeOf = async (world: World) => {
  const everything = { index: 'campaign', where: { campaign: CAMPAIGN } } as const
  const [draw] = (await allOf(world.services.store, lotteryDraws, everything)).filter(
    ({ doc }) => doc.count > 0,
  )
  if (!draw) throw new Error('nothing was drawn')
  const files = publishedOf(world.services, draw.id)
  const freeze = JSON.parse((await files.text('freeze.json')) ?? '{}') as { root: string; count: number }
  const result = JSON.parse((await files.text('result.json')) ?? '{}') as { tiers: unknown; seed: string }
  const won = await allOf(world.services.store, prizes, { index: 'draw', where: { drawId: draw.id } })
  const pool = await reader(world.services.store).get(lotteryPools, `${CAMPAIGN}.daily`)
  return {
    state: draw.doc.state,
    count: freeze.count,
    tiers: result.tiers,
    won: won.map(({ doc }) => [doc.tier, doc.place, doc.fen]).sort(),
    pool: pool && { left: pool.left, held: pool.held, paid: pool.paid },
  }
}

test('whatever commit it dies at, before or after it', async () => {
  const whole = await openEntered()
  until(whole, '2026-11-24', 1381)
  await runDraws(whole.services)
  until(whole, '2026-11-24', 1430)
  await runDraws(whole.services)
  const expected = await outcomeOf(whole)
  expect(expected).toMatchObject({ state: 'published', count: PEOPLE.length })
  expect(expected.won).toHaveLength(PEOPLE.length)
  await whole.close()
  let cut = 0
  for (const told of [true, false])
    for (let commits = 0; commits < 9; commits += 1) {
      const world = await openEntered()
      until(world, '2026-11-24', 1381)
      await runDying(world, commits, told)
      await runDying(world, commits, told)
      await runDraws(world.services)
      until(world, '2026-11-24', 1430)
      await runDying(world, Math.max(0, commits - 3), told)
      if (world.services.logged.some(({ message }) => message === 'a draw is left for later')) cut += 1
      await runDraws(world.services)
      await runDraws(world.services)
      const { tiers: _tiers, ...outcome } = await outcomeOf(world)
      const { tiers: _before, ...wanted } = expected
      // Another world has other ids, and so another order; how many of what, and the money, are the same.
      expect(outcome).toEqual(wanted)
      world.services.logged.length = 0
      await world.close()
    }
  expect(cut).toBeGreaterThan(8)
}, 120_000)
