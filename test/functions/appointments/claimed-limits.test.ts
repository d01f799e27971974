/**
 * What an account may book by claims, whatever numbers it binds and lets go; and what may stand for one number, however many
 * accounts claim it.
 */
import { DAY_MS } from '../../../functions/core/pure/time'
import { claimants, codeOf, DAYS, numbered, STARTS } from './claimants'
import { DAY, disagreements, eachWorld, wish, type World } from './world'

let world: World
eachWorld((fresh) => (world = fresh))
const { ask, bind, mustBind, mustVerify, standing, stranger, unbind } = claimants(() => world)

describe('an account', () => {
  it('that binds an invented number, books for it and lets it go, again and again, takes four seats and not the hall', async () => {
    const token = await stranger('占座')
    const codes: string[] = []
    for (let n = 0; n < 78; n += 1) {
      const taxpayerId = await bind(token, numbered(n))
      if (taxpayerId === undefined) continue
      const start = STARTS[n % STARTS.length] ?? 540
      codes.push(codeOf(await world.call('book', { ...wish, start, taxpayerId }, { token })))
      await unbind(token, taxpayerId)
    }
    // Nine: signing in for the first time has added one that day.
    expect(codes).toEqual([...Array<string>(4).fill('ok'), ...Array<string>(5).fill('LIMIT_ACCOUNT')])
    expect(await standing()).toHaveLength(4)
  })

  it('names the rule, its figures and the way out when it has used up what it may', async () => {
    const token = await stranger('家里人')
    for (let n = 0; n < 4; n += 1)
      await world.expect('book', { ...wish, taxpayerId: await mustBind(token, numbered(n)) }, { token })
    const fifth = { ...wish, taxpayerId: await mustBind(token, numbered(5)) }
    expect(await world.call('book', fifth, { token, language: 'en' })).toMatchObject({
      ok: false,
      code: 'LIMIT_ACCOUNT',
      data: { limit: 4, used: 4, unconfirmed: true, rule: expect.stringContaining('verified at a window') },
    })
    await mustVerify(fifth.taxpayerId)
    await world.settle()
    await world.expect('book', fifth, { token })
  })

  it('holds six at once, over two weeks', async () => {
    world.now += 3 * DAY_MS
    const token = await stranger('两周')
    const days = ['2026-11-26', '2026-11-27', '2026-11-30', '2026-12-01'] as const
    const codes: string[] = []
    for (let n = 0; n < 8; n += 1) {
      const input = { ...wish, day: days[n % 4] ?? DAY, start: 540 + n * 15 - ((n * 15) % 30) }
      codes.push(
        codeOf(
          await world.call('book', { ...input, taxpayerId: await mustBind(token, numbered(n)) }, { token }),
        ),
      )
    }
    expect(codes).toEqual([...Array<string>(6).fill('ok'), 'LIMIT_ACCOUNT', 'LIMIT_ACCOUNT'])
  })

  it('that is suspended for one number books for no other, bound before or after', async () => {
    const token = await stranger('取消')
    const [one, other] = [await mustBind(token, numbered(1)), await mustBind(token, numbered(2))]
    for (let i = 0; i < 5; i += 1) {
      const { appointment } = await world.expect('book', { ...wish, taxpayerId: one }, { token })
      await world.expect('cancel', { id: appointment.id }, { token })
    }
    await unbind(token, one)
    for (const taxpayerId of [other, await mustBind(token, numbered(3)), await mustBind(token, numbered(1))])
      expect(await world.call('book', { ...wish, taxpayerId }, { token })).toMatchObject({
        ok: false,
        code: 'CANCEL_LIMIT',
      })
    await world.erase(token)
    const again = await stranger('取消')
    const taxpayerId = await mustBind(again, numbered(4))
    expect(await world.call('book', { ...wish, taxpayerId }, { token: again })).toMatchObject({
      code: 'CANCEL_LIMIT',
    })
  })

  it('whose verified taxpayer is suspended does not go on under a number that it claims', async () => {
    const token = await world.signIn('陈建国')
    for (let i = 0; i < 5; i += 1) {
      const { appointment } = await world.expect('book', wish, { token })
      await world.expect('cancel', { id: appointment.id }, { token })
    }
    const taxpayerId = await mustBind(token, numbered(1))
    expect(await world.call('book', { ...wish, taxpayerId }, { token })).toMatchObject({
      ok: false,
      code: 'CANCEL_LIMIT',
    })
  })

  it('that asks for many numbers at once, binding and letting go beside it, holds no more', async () => {
    const token = await stranger('并行')
    const loops = Array.from({ length: 8 }, async (_, i) => {
      const taxpayerId = await bind(token, numbered(i))
      if (taxpayerId === undefined) return
      const tries = Array.from({ length: 3 }, (_none, n) =>
        world.call(
          n === 1 ? 'hold' : 'book',
          { ...wish, day: DAYS[(i + n) % 5] ?? DAY, start: STARTS[i % 6] ?? 540, taxpayerId },
          { token },
        ),
      )
      await Promise.all([...tries, unbind(token, taxpayerId)])
    })
    await Promise.all(loops)
    expect((await standing()).length).toBeLessThanOrEqual(4)
    expect(await disagreements(world)).toEqual([])
  })
})

describe('one number', () => {
  const six = () => Promise.all(Array.from({ length: 6 }, (_, i) => stranger(`同号${i}`)))

  it('claimed by six accounts at once has one seat of a slot', async () => {
    const tokens = await six()
    const codes = await Promise.all(
      tokens.map(async (token) => {
        const taxpayerId = await mustBind(token, numbered(1))
        return codeOf(await world.call('book', { ...wish, taxpayerId }, { token }))
      }),
    )
    expect([...codes].sort()).toEqual([...Array<string>(5).fill('LIMIT_SLOT'), 'ok'])
    expect((await world.slot(DAY, 600)).left.online).toBe(9)
  })

  it('has two bookings a week, and the seventh account is told what it would be told of its own', async () => {
    const tokens = await six()
    const ids = await Promise.all(tokens.map((token) => mustBind(token, numbered(1))))
    const book = (at: number, day: string) =>
      world.call('book', { ...wish, day, taxpayerId: ids[at] }, { token: tokens[at] ?? '' })
    expect([codeOf(await book(0, DAYS[1])), codeOf(await book(1, DAYS[2]))]).toEqual(['ok', 'ok'])
    const others = await book(2, DAYS[3])
    const own = await stranger('自己')
    const taxpayerId = await mustBind(own, numbered(2))
    for (const day of [DAYS[1], DAYS[2]])
      await world.expect('book', { ...wish, day, taxpayerId }, { token: own })
    expect(others).toEqual(await world.call('book', { ...wish, day: DAYS[3], taxpayerId }, { token: own }))
    expect(others).toMatchObject({ ok: false, code: 'LIMIT_WEEK', data: { limit: 2, used: 2 } })
  })

  it('is free again for others when its booking is cancelled, lapses or leaves with its account', async () => {
    const [one, two, three] = await six()
    const first = { ...wish, taxpayerId: await mustBind(one ?? '', numbered(1)) }
    const second = { ...wish, taxpayerId: await mustBind(two ?? '', numbered(1)) }
    const third = { ...wish, taxpayerId: await mustBind(three ?? '', numbered(1)) }
    const { appointment } = await world.expect('hold', first, { token: one ?? '' })
    expect(await world.call('book', second, { token: two ?? '' })).toMatchObject({ code: 'LIMIT_SLOT' })
    await world.expect('cancel', { id: appointment.id }, { token: one ?? '' })
    await world.expect('book', second, { token: two ?? '' })
    await world.erase(two ?? '')
    await world.settle()
    await world.expect('book', third, { token: three ?? '' })
  })

  it('once verified is not touched by what others booked for it before, nor banned by them', async () => {
    const [owner, other] = [await stranger('本人'), await stranger('别人')]
    const [mine, theirs] = [await mustBind(owner, numbered(1)), await mustBind(other, numbered(1))]
    for (let i = 0; i < 5; i += 1) {
      const { appointment } = await world.expect('book', { ...wish, taxpayerId: theirs }, { token: other })
      if (i < 4) await world.expect('cancel', { id: appointment.id }, { token: other })
    }
    expect(await world.call('book', { ...wish, taxpayerId: mine }, { token: owner })).toMatchObject({
      code: 'LIMIT_SLOT',
    })
    await mustVerify(mine)
    await world.settle()
    await world.expect('book', { ...wish, taxpayerId: mine }, { token: owner })
  })

  it('verified takes along what its account booked and cancelled for it, and the account keeps its cancellations', async () => {
    const token = await stranger('本人')
    const [mine, other] = [await mustBind(token, numbered(1)), await mustBind(token, numbered(2))]
    await world.expect('book', { ...wish, taxpayerId: other }, { token })
    for (let i = 0; i < 5; i += 1) {
      const { appointment } = await world.expect('book', { ...wish, taxpayerId: mine }, { token })
      await world.expect('cancel', { id: appointment.id }, { token })
    }
    await mustVerify(mine)
    await world.settle({ again: true })
    for (const taxpayerId of [mine, other])
      expect(await world.call('book', { ...wish, day: '2026-11-26', taxpayerId }, { token })).toMatchObject({
        code: 'CANCEL_LIMIT',
      })
  })

  it('verified a moment ago, before its event has come, is booked by what its claim has left', async () => {
    const token = await stranger('本人')
    const taxpayerId = await mustBind(token, numbered(1))
    const { appointment } = await world.expect('book', { ...wish, taxpayerId }, { token })
    world.now += 1
    await mustVerify(taxpayerId)
    world.now += 1
    expect(await world.call('book', { ...wish, taxpayerId }, { token })).toMatchObject({ code: 'LIMIT_SLOT' })
    await world.expect('book', { ...wish, day: DAYS[2], taxpayerId }, { token })
    expect(await world.call('book', { ...wish, day: DAYS[3], taxpayerId }, { token })).toMatchObject({
      code: 'LIMIT_WEEK',
    })
    await world.settle({ again: true })
    expect(await world.call('book', { ...wish, taxpayerId }, { token })).toMatchObject({ code: 'LIMIT_SLOT' })
    await world.expect('cancel', { id: appointment.id }, { token })
    await world.expect('book', { ...wish, taxpayerId }, { token })
  })

  it('verified once more after it was let go, it is so again', async () => {
    const token = await stranger('本人')
    const first = await mustBind(token, numbered(1))
    await mustVerify(first)
    await world.settle()
    await world.expect('book', { ...wish, day: DAYS[2], taxpayerId: first }, { token })
    await unbind(token, first)
    world.now += 1
    const again = await mustBind(token, numbered(1))
    await world.expect('book', { ...wish, taxpayerId: again }, { token })
    world.now += 1
    await mustVerify(again)
    expect(await world.call('book', { ...wish, taxpayerId: again }, { token })).toMatchObject({
      code: 'LIMIT_SLOT',
    })
  })

  it('verified, let go and claimed anew counts as a claim like any other', async () => {
    const [owner, other] = [await stranger('本人'), await stranger('别人')]
    await mustVerify(await mustBind(owner, numbered(1)))
    await world.settle()
    const { body } = await ask<{ taxpayers: { id: string }[] }>(owner, 'me', {})
    await unbind(owner, body.taxpayers[0]?.id ?? '')
    world.now += 1
    const [mine, theirs] = [await mustBind(owner, numbered(1)), await mustBind(other, numbered(1))]
    const { appointment } = await world.expect('book', { ...wish, taxpayerId: mine }, { token: owner })
    expect(await world.call('book', { ...wish, taxpayerId: theirs }, { token: other })).toMatchObject({
      code: 'LIMIT_SLOT',
    })
    await world.expect('cancel', { id: appointment.id }, { token: owner })
    await world.expect('book', { ...wish, taxpayerId: theirs }, { token: other })
  })
})
