/** Waiting for a seat of a full slot, through the real entry. */
import { appointments } from '../../../functions/appointments/collections'
import { HOUR, instantOf, MINUTE } from '../../../functions/core/pure/time'
import { waitLines, waits } from '../../../functions/waitlist/collections'
import { everything } from '../../harness/seats'
import { waitingEvents } from '../../harness/events'
import { DAY, eachWorld, faults, HALL, restless, wish, type World, START } from './world'

let world: World
eachWorld((fresh) => (world = fresh))

/** A slot of one seat that somebody has. */
const full = async () => {
  await world.seats(1)
  return world.booked('甲')
}
const joins = async (person: string) => {
  const token = await world.signIn(person)
  const { wait } = await world.must('waitlist/join', wish, token)
  return { token, id: wait.id, place: wait.place }
}
const mine = async (token: string) => (await world.must('waitlist/mine', {}, token)).items[0]
const frees = ({ token, id }: { readonly token: string; readonly id: string }) =>
  world.must('appointments/cancel', { id }, token)
const states = async () =>
  (await everything(world.services.store, waits))
    .map(({ doc }) => doc)
    .sort((a, b) => a.place - b.place)
    .map(({ state }) => state)
/** Kinds of what people were told, as the inbox would have it. */
const told = async () =>
  (await waitingEvents(world.services.store))
    .filter(({ doc }) => doc.kind === 'inbox.notice')
    .map(({ doc }) => doc.payload.kind as string)
    .filter((kind) => kind.startsWith('waitlist.'))
    .sort()

it('a seat that comes free is offered to the first in line, who takes it', async () => {
  const first = await full()
  const [li, wang] = [await joins('乙'), await joins('丙')]
  expect([li.place, wang.place]).toEqual([1, 2])
  await world.must('appointments/cancel', { id: first.id }, first.token)
  await world.pass(6)
  const offered = await mine(li.token)
  expect(offered).toMatchObject({ state: 'offered' })
  expect((offered?.offerUntil ?? 0) - world.now).toBeLessThanOrEqual(20 * MINUTE)
  expect(await mine(wang.token)).toMatchObject({ state: 'waiting', place: 1 })
  const { appointment } = await world.must('waitlist/accept', { id: li.id }, li.token)
  expect(appointment).toMatchObject({ state: 'booked', day: wish.day, start: START })
  expect(await mine(li.token)).toMatchObject({ state: 'booked', appointmentId: appointment.id })
  expect(Object.keys((await world.slot()).holders)).toEqual([appointment.id])
  expect(await restless(world)).toEqual([])
})

describe('joining', () => {
  it('is refused while there are seats', async () => {
    await world.seats(2)
    await world.booked('甲')
    expect(await world.call('waitlist/join', wish, await world.signIn('乙'))).toMatchObject({
      code: 'NOT_FULL',
    })
  })

  it('is held to the rules of booking: nobody waits at the time of her own appointment', async () => {
    const first = await full()
    expect(await world.call('waitlist/join', wish, first.token)).toMatchObject({ code: 'LIMIT_SLOT' })
    const past = { ...wish, day: '2026-11-20' }
    expect(await world.call('waitlist/join', past, await world.signIn('乙'))).toMatchObject({
      code: 'SLOT_PAST',
    })
  })

  it('twice is standing there once, also at the same moment; under one key it is answered the same', async () => {
    await full()
    const token = await world.signIn('乙')
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => world.call('waitlist/join', wish, token)),
    )
    expect(answers.map(({ body }) => body.wait.place)).toEqual([1, 1, 1, 1, 1, 1])
    const two = await world.signIn('丙')
    const once = await world.call('waitlist/join', wish, two, 'k-0000000000000001')
    expect(await world.call('waitlist/join', wish, two, 'k-0000000000000001')).toEqual(once)
    expect(await states()).toEqual(['waiting', 'waiting'])
  })

  it('at the same moment gives everybody another place, and the line is never longer than it may be', async () => {
    await full()
    const tokens = await Promise.all(Array.from({ length: 54 }, (_, at) => world.signIn(`众${at}`)))
    const codes: string[] = []
    for (let at = 0; at < tokens.length; at += 6) {
      const some = await Promise.all(
        tokens.slice(at, at + 6).map((token) => world.call('waitlist/join', wish, token)),
      )
      codes.push(...some.map(({ code }) => code))
    }
    expect(codes.filter((code) => code === '')).toHaveLength(50)
    expect(new Set(codes.filter((code) => code !== ''))).toEqual(new Set(['LINE_FULL']))
    expect(await faults(world)).toEqual([])
    expect(await world.must('waitlist/line', { hallId: HALL, day: DAY, start: START })).toMatchObject({
      open: false,
      waiting: 50,
      longest: 50,
    })
  }, 30_000)

  it('for a taxpayer for whom another account waits already is refused: she could not accept what is offered', async () => {
    await full()
    const [clerk, agent] = [await world.signIn('王会芳'), await world.signIn('赵明理')]
    const taxpayerId = await world.taxpayerOf(agent, '城东')
    await world.must('waitlist/join', { ...wish, taxpayerId }, clerk)
    expect(await world.call('waitlist/join', { ...wish, taxpayerId }, agent)).toMatchObject({
      code: 'WAITS_ELSEWHERE',
    })
    expect(await states()).toEqual(['waiting'])
  })

  it('of more than five lines at once is refused', async () => {
    const token = await world.signIn('乙')
    const starts = [540, 570, 600, 630, 660, 690]
    const codes: string[] = []
    for (const [at, start] of starts.entries()) {
      await world.seats(1, start)
      await world.must('appointments/book', { ...wish, start }, await world.signIn(`占${at}`))
      codes.push((await world.call('waitlist/join', { ...wish, start }, token)).code)
    }
    expect(codes).toEqual(['', '', '', '', '', 'WAITS_LIMIT'])
  })
})

describe('while people wait', () => {
  it('what comes free is nobody else’s: by cancelling, by a hold that lapses, by more seats', async () => {
    await world.seats(2)
    const first = await world.booked('甲')
    await world.must('appointments/hold', wish, await world.signIn('持'))
    const waiting = [await joins('乙'), await joins('丙'), await joins('丁')]
    const passer = await world.signIn('过路')
    const tries = async () => (await world.call('appointments/book', wish, passer)).code
    await frees(first)
    await world.seats(3)
    const codes = new Set<string>()
    for (let minute = 0; minute < 12; minute += 1) {
      codes.add(await tries())
      await world.pass(1)
    }
    expect(codes).toEqual(new Set(['SLOT_FULL']))
    expect(await states()).toEqual(['offered', 'offered', 'offered'])
    for (const { id, token } of waiting) await world.must('waitlist/accept', { id }, token)
    expect((await world.slot()).left.online).toBe(0)
    expect(await restless(world)).toEqual([])
  })

  it('the slot shows no seat, and the nearest ones instead', async () => {
    const first = await full()
    await joins('乙')
    await frees(first)
    world.now += 5 * MINUTE
    const seen = await world.call('appointments/book', wish, await world.signIn('过路'))
    expect(seen).toMatchObject({ code: 'SLOT_FULL', body: { data: { nearest: expect.any(Array) } } })
    // One more, that nobody was asked to take yet.
    await world.seats(2)
    expect((await world.slot()).left.online).toBeGreaterThan(0)
    const day = { hallId: HALL, matter: wish.matter, day: DAY }
    const { slots } = (await world.must('appointments/slots', day)) as unknown as {
      slots: readonly { start: number; state: string; left: { online: number } }[]
    }
    expect(slots.find(({ start }) => start === START)).toMatchObject({ state: 'full', left: { online: 0 } })
  })

  it('and the last of them leaves, the slot is everybody’s again', async () => {
    const first = await full()
    const { id, token } = await joins('乙')
    await frees(first)
    await world.pass(6)
    expect(await world.must('waitlist/leave', { id }, token)).toMatchObject({ wait: { state: 'declined' } })
    expect((await world.slot()).line).toBeUndefined()
    await world.must('appointments/book', wish, await world.signIn('过路'))
    expect(await restless(world)).toEqual([])
    await world.pass(3)
    expect((await everything(world.services.store, waitLines)).map(({ doc }) => doc.state)).toEqual(['over'])
  })
})

describe('an offer', () => {
  it('that is declined goes to the next at once; who declined may join again, at the end', async () => {
    const first = await full()
    const [one, two] = [await joins('乙'), await joins('丙')]
    await frees(first)
    await world.pass(6)
    await world.must('waitlist/leave', { id: one.id }, one.token)
    expect(await mine(two.token)).toMatchObject({ state: 'offered' })
    expect(await joins('乙')).toMatchObject({ id: one.id, place: 1 })
    expect(await told()).toEqual(['waitlist.offered', 'waitlist.offered'])
  })

  it('ends after twenty minutes: it cannot be accepted any more, the next is asked, both are told once', async () => {
    const first = await full()
    const [one, two] = [await joins('乙'), await joins('丙')]
    await frees(first)
    await world.pass(6)
    world.now = (await mine(one.token))?.offerUntil ?? 0
    expect(await mine(one.token)).toMatchObject({ state: 'expired' })
    expect(await world.call('waitlist/accept', { id: one.id }, one.token)).toMatchObject({
      code: 'OFFER_OVER',
    })
    while ((await world.settle({ again: true })) > 0);
    expect(await states()).toEqual(['expired', 'offered'])
    expect(await mine(two.token)).toMatchObject({ state: 'offered', offerUntil: world.now + 20 * MINUTE })
    await world.pass(1)
    expect(await told()).toEqual(['waitlist.expired', 'waitlist.offered', 'waitlist.offered'])
  })

  it('can be accepted in its last moment, while it is being ended: one of both, and one seat', async () => {
    const first = await full()
    const one = await joins('乙')
    await frees(first)
    await world.pass(6)
    world.now = ((await mine(one.token))?.offerUntil ?? 0) - 1
    const accepting = world.call('waitlist/accept', { id: one.id }, one.token)
    world.now += 1
    await world.settle()
    const { code } = await accepting
    expect(['', 'OFFER_OVER']).toContain(code)
    expect(await states()).toEqual([code === '' ? 'booked' : 'expired'])
    expect(await faults(world)).toEqual([])
    expect(await restless(world)).toEqual([])
  })

  it('accepted at the same moment, under one key and under others, books once', async () => {
    const first = await full()
    const one = await joins('乙')
    await frees(first)
    await world.pass(6)
    const keys = ['k-0000000000000001', 'k-0000000000000001', 'k-0000000000000002', 'k-0000000000000003']
    const answers = await Promise.all(
      keys.map((key) => world.call('waitlist/accept', { id: one.id }, one.token, key)),
    )
    const [same, again] = [answers[0], answers[1]]
    if (same?.ok) expect(again).toEqual(same)
    expect(new Set(answers.filter(({ ok }) => ok).map(({ body }) => body.appointment.id)).size).toBe(1)
    const booked = (await everything(world.services.store, appointments)).filter(
      ({ doc }) => doc.state === 'booked',
    )
    expect(booked).toHaveLength(1)
    expect(await restless(world)).toEqual([])
  })

  it('is held to the limits: what they refuse leaves it open until it ends', async () => {
    const first = await full()
    const one = await joins('乙')
    await world.must('appointments/book', { ...wish, start: 660 }, one.token)
    await frees(first)
    await world.pass(6)
    expect(await world.call('waitlist/accept', { id: one.id }, one.token)).toMatchObject({
      code: 'LIMIT_HALF_DAY',
    })
    expect(await mine(one.token)).toMatchObject({ state: 'offered' })
    expect(await faults(world)).toEqual([])
  })

  it('is none of anybody else’s', async () => {
    const first = await full()
    const [one, two] = [await joins('乙'), await joins('丙')]
    await frees(first)
    await world.pass(6)
    expect(await world.call('waitlist/accept', { id: one.id }, two.token)).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await world.call('waitlist/get', { id: one.id }, two.token)).toMatchObject({ code: 'NOT_FOUND' })
    expect((await world.must('waitlist/get', { id: one.id }, one.token)).wait).toEqual(await mine(one.token))
    expect(await world.call('waitlist/accept', { id: two.id }, two.token)).toMatchObject({ code: 'NO_OFFER' })
  })

  it('is not sent from 21:00 to 8:00: what comes free at night waits until eight', async () => {
    const first = await full()
    const one = await joins('乙')
    world.now = instantOf('2026-11-22', 20 * 60 + 58)
    await frees({ ...first, token: await world.signIn('甲') })
    world.now = instantOf('2026-11-22', 21 * 60)
    await world.pass(10)
    expect(await states()).toEqual(['waiting'])
    expect(await world.call('appointments/book', wish, await world.signIn('夜'))).toMatchObject({
      code: 'SLOT_FULL',
    })
    world.now = instantOf('2026-11-23', 8 * 60) - MINUTE
    await world.job('waitlist/tend')
    expect(await states()).toEqual(['waiting'])
    await world.pass(1)
    expect(await mine(await world.signIn('乙'))).toMatchObject({
      id: one.id,
      state: 'offered',
      offerUntil: instantOf('2026-11-23', 8 * 60 + 20),
    })
  })
})

describe('a line ends', () => {
  it('when its day can be booked no more: who waits is told, and the slot keeps nothing', async () => {
    await full()
    await joins('乙')
    world.now = instantOf(DAY, 1)
    await world.job('waitlist/tend')
    expect(await states()).toEqual(['over'])
    expect(await told()).toEqual(['waitlist.over'])
    expect(await restless(world)).toEqual([])
  })

  it('when the hall closes the day, with a seat that was offered', async () => {
    await world.seats(2)
    const first = await world.booked('甲')
    await world.booked('子')
    await joins('乙')
    await joins('丙')
    await frees(first)
    await world.pass(6)
    const officer = await world.signIn('周敏')
    await world.must('appointments/closeDay', { hallId: HALL, day: DAY, reason: '停电' }, officer)
    await world.pass(1)
    expect(await states()).toEqual(['over', 'over'])
    expect(await restless(world)).toEqual([])
    expect((await world.slot()).left.online).toBe(2)
  })

  it('for one who is erased: the seat that was offered to her goes on, and nothing of her is left', async () => {
    const first = await full()
    const [one, two] = [await joins('乙'), await joins('丙')]
    await frees(first)
    await world.pass(6)
    expect(await mine(one.token)).toMatchObject({ state: 'offered' })
    await world.must('accounts/erase', { confirm: 'ERASE' }, one.token)
    await world.pass(30)
    expect((await everything(world.services.store, waits)).map(({ id }) => id)).toEqual([two.id])
    expect(await mine(two.token)).toMatchObject({ state: 'offered' })
    expect(world.now).toBeLessThan(instantOf('2026-11-22', 720) + HOUR)
  })
})
