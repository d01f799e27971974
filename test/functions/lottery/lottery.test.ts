/** From a published campaign to a paid prize: entered once, drawn from a public list that anybody verifies, paid once. */
import { holderCommitment } from '../../../functions/lottery/rules/draw/entry'
import { fromHex } from '../../../functions/core/pure/bytes'
import { isIncluded } from '../../../functions/lottery/rules/draw/proof'
import { verifyPublished } from '../../../functions/lottery/rules/draw/verify/verify'
import { verifyBls, verifyEd25519 } from '../../../functions/lottery/rules/draw/curves'
import { hashBlocks } from '../../../functions/core/pure/sha256'
import type { Check } from '../../../functions/lottery/rules/draw/verify/checks'
import { enter, entryOf, fetched, later, pool, tonight, type Prize } from './evening'
import { eachWorld, OPERATOR, type World } from './world'

let world: World
eachWorld((fresh) => (world = fresh))

describe('a day’s draw', () => {
  const people = ['陈甲', '李乙', '王丙', '赵丁']
  beforeEach(async () => {
    await world.publish()
    for (const name of people) await world.person(name)
  })

  test('is frozen, drawn, published and verified from its files alone; each entrant has her proof', async () => {
    const ids = await Promise.all(people.map((as) => enter(world, as)))
    tonight(world)
    await world.run()
    const mine = await entryOf(world, ids[0] ?? '', '陈甲')
    const drawId = mine.draws[0]?.id ?? ''
    expect(mine.draws).toMatchObject([{ state: 'frozen' }])
    later(world)
    await world.run()
    const { draw } = await world.must<{ draw: { state: string; count: number; fen: number } }>(
      'lottery/draw',
      {
        id: drawId,
      },
    )
    expect(draw).toMatchObject({ state: 'published', count: 4, fen: 80_000 + 3 * 20_000 })
    const failed: Check[] = []
    const holds = await verifyPublished({
      files: fetched(world, drawId),
      hash: hashBlocks,
      verifyBls,
      verifyEd25519,
      allowTestChain: true,
      tell: (check) => check.state === 'fails' && failed.push(check),
    })
    expect(failed).toEqual([])
    expect(holds).toBe(true)
    const freeze = JSON.parse((await fetched(world, drawId).text('freeze.json')) ?? '{}') as {
      commitment: string
    }
    for (const [i, id] of ids.entries()) {
      const { proof } = await world.must<{ proof: { entry: string } }>('lottery/proof', {
        drawId,
        entryId: id,
      })
      expect(isIncluded(proof, freeze.commitment)).toBe(true)
      const { salt, holder } = await entryOf(world, id, people[i] ?? '')
      expect(proof.entry).toContain(holderCommitment(fromHex(salt), holder))
    }
  })

  test('gives each place a prize once, whatever runs twice, and its money is set aside', async () => {
    await Promise.all(people.map((as) => enter(world, as)))
    tonight(world)
    await world.run()
    later(world)
    await Promise.all([world.run(), world.run()])
    const won: Prize[] = []
    for (const as of people)
      won.push(...(await world.must<{ items: Prize[] }>('lottery/prizes', {}, { as })).items)
    expect(won.map(({ fen }) => fen).sort((a, b) => b - a)).toEqual([80_000, 20_000, 20_000, 20_000])
    expect(await pool(world)).toMatchObject({ left: 19_860_000, held: 140_000, paid: 0 })
  })

  test('a prize is claimed, paid once, and its money is booked', async () => {
    const id = await enter(world, '陈甲')
    tonight(world)
    await world.run()
    later(world)
    await world.run()
    const { prizes } = await entryOf(world, id, '陈甲')
    const prizeId = prizes[0] ?? ''
    const account = { bank: '示范银行', number: '6222020200112345678' }
    expect(await world.refused('lottery/claim', { id: prizeId, account }, { as: '李乙' })).toBe('NOT_FOUND')
    await world.must('lottery/claim', { id: prizeId, account }, { as: '陈甲' })
    expect(await world.refused('lottery/claim', { id: prizeId, account }, { as: '陈甲' })).toBe('CASE_STATE')
    await Promise.all([world.run(), world.run()])
    await world.run()
    const { prize } = await world.must<{ prize: Prize }>('lottery/prize', { id: prizeId }, { as: '陈甲' })
    expect(prize).toMatchObject({ state: 'paid', payable: 80_000, moves: [] })
    expect(await pool(world)).toMatchObject({ left: 19_920_000, held: 0, paid: 80_000 })
  })

  test('what is declined, or whose invoice became void, goes back to the pool', async () => {
    const ids = [await enter(world, '陈甲'), await enter(world, '李乙')]
    tonight(world)
    await world.run()
    later(world)
    await world.run()
    for (const [i, as] of ['陈甲', '李乙'].entries()) {
      const { prizes } = await entryOf(world, ids[i] ?? '', as)
      await world.must('lottery/decline', { id: prizes[0] }, { as })
    }
    await world.run()
    expect(await pool(world)).toMatchObject({ left: 20_000_000, held: 0, paid: 0 })
  })

  test('without its round nothing is drawn; a forged one is refused, and the right one is taken from anybody', async () => {
    const id = await enter(world, '陈甲')
    world.relay.sign = undefined
    tonight(world)
    await world.run()
    later(world)
    await world.run()
    const drawId = (await entryOf(world, id, '陈甲')).draws[0]?.id ?? ''
    const stateNow = async () =>
      (await world.must<{ draw: { state: string; round: number } }>('lottery/draw', { id: drawId })).draw
    expect(await stateNow()).toMatchObject({ state: 'frozen' })
    const { round } = await stateNow()
    const forged = world.chain.sign(round + 1).signature
    const as = `${OPERATOR}甲`
    expect(await world.refused('lottery/bringBeacon', { id: drawId, signature: forged }, { as })).toBe(
      'CASE_STATE',
    )
    await world.must(
      'lottery/bringBeacon',
      { id: drawId, signature: world.chain.sign(round).signature },
      { as },
    )
    expect(await stateNow()).toMatchObject({ state: 'published' })
  })

  test('nobody joins a list that is frozen; the next period takes the entry', async () => {
    await enter(world, '陈甲')
    tonight(world)
    await world.run()
    const id = await enter(world, '李乙')
    const { draws } = await entryOf(world, id, '李乙')
    expect(draws).toMatchObject([{ state: 'open' }])
    later(world)
    await world.run()
    expect((await entryOf(world, id, '李乙')).draws).toMatchObject([{ state: 'open' }])
  })
})
