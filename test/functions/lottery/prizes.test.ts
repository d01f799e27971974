/** What becomes of a prize: looked at twice, replaced, claimed in time or back in the pool. */
import type { InvoiceFacts } from '../../../functions/core/pure/invoice-facts'
import { text } from '../../../functions/core/pure/text'
import { instantOf } from '../../../functions/core/pure/time'
import type { Campaign } from '../../../functions/lottery/rules/campaign'
import { dailyCampaign } from './campaign'
import { enter, later, pool, tonight, type Prize } from './evening'
import { CAMPAIGN, eachWorld, type World } from './world'

let world: World
eachWorld((fresh) => (world = fresh))

describe('a second look at the invoice', () => {
  const looked = (): Campaign => {
    const { terms, ...rest } = dailyCampaign()
    const secondCheck = { value: 7, basis: rest.basis, unconfirmed: true }
    return { ...rest, terms: terms.map((row) => ({ ...row, secondCheck })) }
  }

  test('a void or red-letter invoice loses its prize, and the money goes back; the others are confirmed', async () => {
    await world.publish(looked())
    for (const name of ['陈甲', '李乙']) await world.person(name)
    const bad = await world.invoice('陈甲')
    await world.must('lottery/enter', { campaign: CAMPAIGN, facts: bad }, { as: '陈甲' })
    await enter(world, '李乙')
    tonight(world)
    await world.run()
    later(world)
    await world.run()
    const stateOf = async (as: string) =>
      (await world.must<{ items: Prize[] }>('lottery/prizes', {}, { as })).items[0]?.state
    expect([await stateOf('陈甲'), await stateOf('李乙')]).toEqual(['checking', 'checking'])
    await world.void(bad)
    world.services.time.now = instantOf('2026-12-01', 60)
    await world.must('invoices/check', bad, { as: '陈甲' })
    await world.run()
    expect([await stateOf('陈甲'), await stateOf('李乙')]).toEqual(['void', 'confirmed'])
    const { held, left } = (await pool(world)) ?? { held: 0, left: 0 }
    expect(held + left).toBe(20_000_000)
    expect(held === 20_000 || held === 80_000).toBe(true)
  })

  test('the next in the order of the draw steps in, once, with its own time to claim', async () => {
    const { terms, draws, ...rest } = looked()
    const redraw = { value: 'replacement', basis: rest.basis, unconfirmed: true } as const
    const one = { key: 'only', name: text('唯一奖', 'The only prize'), prize: 80_000, count: 1 }
    await world.publish({
      ...rest,
      terms: terms.map((row) => ({ ...row, redraw })),
      draws: draws.map((draw) => (draw.kind === 'periodic' ? { ...draw, tiers: [one] } : draw)),
    })
    const people = ['陈甲', '李乙', '王丙']
    const facts = new Map<string, InvoiceFacts>()
    for (const as of people) {
      await world.person(as)
      const own = await world.invoice(as)
      facts.set(as, own)
      await world.must('lottery/enter', { campaign: CAMPAIGN, facts: own }, { as })
    }
    tonight(world)
    await world.run()
    later(world)
    await world.run()
    const won = async () => {
      const all: (Prize & { as: string })[] = []
      for (const as of people)
        all.push(
          ...(await world.must<{ items: Prize[] }>('lottery/prizes', {}, { as })).items.map((prize) => ({
            ...prize,
            as,
          })),
        )
      return all
    }
    const [first] = await won()
    const invoice = facts.get(first?.as ?? '')
    if (!first || !invoice) throw new Error('nobody won')
    await world.void(invoice)
    world.services.time.now = instantOf('2026-12-01', 60)
    await world.must('invoices/check', invoice, { as: first.as })
    await world.run()
    await world.run()
    const after = await won()
    expect(after.map(({ state }) => state).sort()).toEqual(['checking', 'void'])
    expect(after.find(({ state }) => state === 'checking')?.as).not.toBe(first.as)
    expect(await pool(world)).toMatchObject({ left: 19_920_000, held: 80_000, paid: 0 })
  })

  test('what is not claimed in time goes back', async () => {
    const { terms, ...rest } = dailyCampaign()
    const claim = {
      value: { days: 20, from: 'win', defer: 'nextWorkingDay' },
      basis: rest.basis,
      unconfirmed: true,
    } as const
    await world.publish({ ...rest, terms: terms.map((row) => ({ ...row, claim })) })
    await world.person('陈甲')
    await enter(world, '陈甲')
    tonight(world)
    await world.run()
    later(world)
    await world.run()
    // The twentieth day is a Monday; that day it can still be claimed.
    world.services.time.now = instantOf('2026-12-14', 1400)
    await world.run()
    expect((await world.must<{ items: Prize[] }>('lottery/prizes', {}, { as: '陈甲' })).items).toMatchObject([
      { state: 'confirmed' },
    ])
    world.services.time.now = instantOf('2026-12-15', 60)
    await world.run()
    expect((await world.must<{ items: Prize[] }>('lottery/prizes', {}, { as: '陈甲' })).items).toMatchObject([
      { state: 'expired' },
    ])
    expect(await pool(world)).toMatchObject({ left: 20_000_000, held: 0, paid: 0 })
  })
})
