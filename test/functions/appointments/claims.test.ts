/** What may come between a seat's claim and the commit that books it: nothing, for too long, the hall, the same call again. */
import { appointments, slots, type AppointmentDoc } from '../../../functions/appointments/collections'
import { MINUTE } from '../../../functions/core/pure/time'
import { delayCommits, type Delay } from './delay'
import { DAY, defects, disagreements, eachWorld, HALL, wish, type World } from './world'

let world: World
eachWorld((fresh) => (world = fresh))

const delayed = (): Delay => {
  const [delay] = delayCommits(world, 1)
  if (!delay) throw new Error('one delay was asked for')
  return delay
}
const left = async (start = 600): Promise<number> => (await world.slot(DAY, start)).left.online
const states = async (): Promise<string[]> =>
  (await world.all<AppointmentDoc>(appointments)).map(({ doc }) => doc.state).sort()
const close = async () =>
  world.expect('closeDay', { hallId: HALL, day: DAY, reason: 'test' }, { token: await world.signIn('周敏') })

describe('a claim whose commit is long in coming', () => {
  it('is given back after two minutes; the late commit is refused, and a repeat of the call books', async () => {
    const token = await world.signIn('林小雨')
    const delay = delayed()
    const call = world.call('book', wish, { token, key: 'k-0000000000000001' })
    await delay.arrived
    expect(await left()).toBe(9)
    world.now += 2 * MINUTE - 1
    expect(await world.settleClaims()).toEqual({ confirmed: 0, freed: 0 })
    world.now += 1
    expect(await world.settleClaims()).toEqual({ confirmed: 0, freed: 1 })
    expect(await left()).toBe(10)
    delay.release()
    expect(await call).toMatchObject({ ok: false, code: 'BUSY' })
    expect([await left(), await states()]).toEqual([10, ['void']])
    const { appointment } = await world.expect('book', wish, { token, key: 'k-0000000000000001' })
    expect([await left(), await states()]).toEqual([9, ['booked', 'void']])
    expect((await world.expect('mine', {}, { token })).items.map(({ id }) => id)).toEqual([appointment.id])
  })

  it('leaves nothing that anybody is shown', async () => {
    const token = await world.signIn('林小雨')
    const delay = delayed()
    const call = world.call('book', wish, { token })
    await delay.arrived
    world.now += 2 * MINUTE
    await world.settleClaims()
    delay.release()
    await call
    const [barred] = await world.all(appointments)
    for (const view of ['upcoming', 'past'] as const)
      expect((await world.expect('mine', { view }, { token })).items).toEqual([])
    expect(
      (await world.expect('dayList', { hallId: HALL, day: DAY }, { token: await world.signIn('周敏') }))
        .items,
    ).toEqual([])
    const id = barred?.id ?? ''
    for (const answer of [
      await world.call('get', { id }, { token }),
      await world.call('cancel', { id }, { token }),
      await world.call('book', { holdId: id }, { token }),
    ]) {
      expect(answer).toMatchObject({ ok: false, code: 'NOT_FOUND' })
    }
  })

  it('that comes in time is settled as booked', async () => {
    const delay = delayed()
    const call = world.call('book', wish, { token: await world.signIn('林小雨') })
    await delay.arrived
    delay.release()
    expect((await call).ok).toBe(true)
    world.now += 2 * MINUTE
    expect(await world.settleClaims()).toEqual({ confirmed: 1, freed: 0 })
    const slot = await world.slot(DAY, 600)
    expect([Object.values(slot.holders), slot.unsettled, slot.left.online]).toEqual([[0], null, 9])
  })

  it('is found though the slot never rests: new claims do not put it off', async () => {
    const delay = delayed()
    const lost = world.call('book', wish, { token: await world.signIn('林小雨') })
    await delay.arrived
    for (let minute = 1; minute <= 3; minute += 1) {
      world.now += MINUTE
      await world.expect('book', wish, { token: await world.signIn(`新${minute}`) })
      const { freed } = await world.settleClaims()
      expect(freed).toBe(minute === 2 ? 1 : 0)
    }
    delay.release()
    expect((await lost).ok).toBe(false)
    expect(await left()).toBe(7)
  })
})

describe('a day closed between claim and commit', () => {
  it('swept before the commit comes: it is refused, and nothing stands', async () => {
    const delay = delayed()
    const call = world.call('book', wish, { token: await world.signIn('林小雨') })
    await delay.arrived
    expect((await close()).affected).toBe(1)
    await world.settle()
    expect((await world.slot(DAY, 600)).holders).toEqual({})
    delay.release()
    expect(await call).toMatchObject({ ok: false, code: 'SLOT_CLOSED', data: { nearest: expect.any(Array) } })
    expect(await states()).toEqual(['void'])
  })

  it('swept after the commit has come: it is cancelled by the hall', async () => {
    const token = await world.signIn('林小雨')
    const delay = delayed()
    const call = world.call('book', wish, { token })
    await delay.arrived
    expect((await close()).affected).toBe(1)
    delay.release()
    expect((await call).ok).toBe(true)
    await world.settle()
    expect(await states()).toEqual(['cancelledByHall'])
    await world.expect('book', { ...wish, day: '2026-11-25' }, { token })
  })

  it('tells the same number again to the same call, after everything was swept', async () => {
    const officer = await world.signIn('周敏')
    for (const token of await world.signInAll(3, '关')) await world.expect('book', wish, { token })
    const ask = () =>
      world.expect(
        'closeDay',
        { hallId: HALL, day: DAY, reason: 'test' },
        { token: officer, key: 'k-0000000000000009' },
      )
    const first = await ask()
    await world.settle()
    expect([first.affected, await ask()]).toEqual([3, first])
  })

  it('tells the same number again to the same call; another that closes it for the same reason is refused', async () => {
    const officer = await world.signIn('周敏')
    await world.expect('book', wish, { token: await world.signIn('林小雨') })
    const ask = (key: string) =>
      world.call('closeDay', { hallId: HALL, day: DAY, reason: 'test' }, { token: officer, key })
    const first = await ask('k-0000000000000009')
    await world.settle()
    expect(first).toMatchObject({ ok: true, body: { affected: 1 } })
    expect(await ask('k-0000000000000010')).toMatchObject({ ok: false, code: 'ALREADY_CLOSED' })
    expect(await ask('k-0000000000000009')).toEqual(first)
  })

  it('decided but not carried out is carried out by its event', async () => {
    await world.expect('book', wish, { token: await world.signIn('林小雨') })
    const { store } = world.instance.services
    const dying = jest.spyOn(store, 'patch').mockRejectedValue(new Error('died'))
    const answer = await world.call(
      'closeDay',
      { hallId: HALL, day: DAY, reason: 'test' },
      { token: await world.signIn('周敏') },
    )
    dying.mockRestore()
    expect([answer.ok, defects.splice(0).length, (await world.slot(DAY, 600)).state]).toEqual([
      false,
      1,
      'open',
    ])
    // Its gate is still open, but the hall has decided.
    expect(
      await world.call('book', { ...wish, start: 630 }, { token: await world.signIn('陈建国') }),
    ).toMatchObject({ ok: false, code: 'SLOT_CLOSED', data: { nearest: expect.any(Array) } })
    expect((await world.slot(DAY, 630)).left.online).toBe(10)
    await world.settle()
    expect(
      new Set(
        (await world.all(slots))
          .filter(({ doc }) => doc.day === DAY && doc.hallId === HALL)
          .map(({ doc }) => doc.state),
      ),
    ).toEqual(new Set(['closed']))
    expect(await states()).toEqual(['cancelledByHall', 'void'])
  })
})

describe('the same call again', () => {
  it('after its appointment was cancelled: the first answer, and no seat is claimed', async () => {
    const token = await world.signIn('林小雨')
    const first = await world.expect('book', wish, { token, key: 'k-0000000000000001' })
    await world.expect('cancel', { id: first.appointment.id }, { token })
    const patch = jest.spyOn(world.instance.services.store, 'patch')
    expect(await world.expect('book', wish, { token, key: 'k-0000000000000001' })).toEqual(first)
    expect(patch).not.toHaveBeenCalled()
    world.now += 5 * MINUTE
    await world.settle()
    expect(await left()).toBe(10)
  })

  it('while the first is between claim and commit: one seat, one answer', async () => {
    const token = await world.signIn('林小雨')
    const delay = delayed()
    const first = world.call('book', wish, { token, key: 'k-0000000000000001' })
    await delay.arrived
    const second = await world.expect('book', wish, { token, key: 'k-0000000000000001' })
    expect(await left()).toBe(9)
    delay.release()
    expect(await first).toEqual({ ok: true, body: second })
    expect([await left(), await states()]).toEqual([9, ['booked']])
  })

  it('while the first is refused and gives the claim up: the second never books without a seat', async () => {
    const token = await world.signIn('林小雨')
    const [one, two] = delayCommits(world, 2)
    const calls = [1, 2].map(() => world.call('book', wish, { token, key: 'k-0000000000000001' }))
    await Promise.all([one?.arrived, two?.arrived])
    const other = await world.expect('book', { ...wish, start: 660 }, { token })
    one?.release()
    expect(await Promise.race(calls)).toMatchObject({ ok: false, code: 'LIMIT_HALF_DAY' })
    await world.expect('cancel', { id: other.appointment.id }, { token })
    two?.release()
    expect((await Promise.all(calls)).map((answer) => (answer.ok ? 'ok' : answer.code)).sort()).toEqual([
      'BUSY',
      'LIMIT_HALF_DAY',
    ])
    expect([await left(), await states()]).toEqual([10, ['cancelled', 'void']])
  })

  it('after the first lost the reply to its claim: it holds the one seat it has', async () => {
    const { store } = world.instance.services
    const patch = store.patch.bind(store)
    jest.spyOn(store, 'patch').mockImplementationOnce(async (spec) => {
      await patch(spec)
      return { outcome: 'unknown' }
    })
    const { appointment } = await world.expect('book', wish, { token: await world.signIn('林小雨') })
    const slot = await world.slot(DAY, 600)
    expect([slot.left.online, Object.keys(slot.holders), Object.keys(slot.codes)]).toEqual([
      9,
      [appointment.id],
      [appointment.code.slice(2)],
    ])
  })
})

it('gives a refused booking’s seat back at once, and its key books when the limit allows', async () => {
  const token = await world.signIn('林小雨')
  const delay = delayed()
  const call = world.call('book', wish, { token, key: 'k-0000000000000001' })
  await delay.arrived
  const other = await world.expect('book', { ...wish, start: 660 }, { token })
  delay.release()
  expect(await call).toMatchObject({ ok: false, code: 'LIMIT_HALF_DAY' })
  expect([await left(), await left(660), await states()]).toEqual([10, 9, ['booked', 'void']])
  await world.expect('cancel', { id: other.appointment.id }, { token })
  await world.expect('book', wish, { token, key: 'k-0000000000000001' })
  world.now += 5 * MINUTE
  await world.settle()
  expect([await left(), await left(660)]).toEqual([9, 10])
})

it('settles a full slot by one patch', async () => {
  for (const token of await world.signInAll(10, '满')) await world.expect('book', wish, { token })
  world.now += 2 * MINUTE
  const patch = jest.spyOn(world.instance.services.store, 'patch')
  expect(await world.settleClaims()).toEqual({ confirmed: 10, freed: 0 })
  expect(patch.mock.calls.filter(([{ collection }]) => collection === slots.name)).toHaveLength(1)
  expect(await world.settleClaims()).toEqual({ confirmed: 0, freed: 0 })
})

it('does not forget a claim that is made between the settling’s look and its patch', async () => {
  const [one, two] = [await world.signIn('林小雨'), await world.signIn('陈建国')]
  const { appointment: first } = await world.expect('book', wish, { token: one })
  world.now += 2 * MINUTE
  const { store } = world.instance.services
  const patch = store.patch.bind(store)
  const made: string[] = []
  jest.spyOn(store, 'patch').mockImplementation(async (spec) => {
    if (made.length === 0 && spec.set?.unsettled === null) {
      made.push('')
      made[0] = (await world.expect('book', wish, { token: two })).appointment.id
    }
    return patch(spec)
  })
  expect(await world.settleClaims()).toEqual({ confirmed: 1, freed: 0 })
  const slot = await world.slot(DAY, 600)
  expect(slot.holders).toEqual({ [first.id]: 0, [made[0] ?? '']: world.now + 2 * MINUTE })
  expect(slot.unsettled).toEqual(expect.any(String))
})

it('settles and cancels at the same moment: each seat goes back once', async () => {
  const tokens = await world.signInAll(10, '并')
  const booked = await Promise.all(
    tokens.map(async (token) => ({
      token,
      id: (await world.expect('book', wish, { token })).appointment.id,
    })),
  )
  world.now += 2 * MINUTE
  await Promise.all([
    world.settleClaims(),
    ...booked.slice(0, 6).map(({ token, id }) => world.expect('cancel', { id }, { token })),
    world.call('book', wish, { token: await world.signIn('新') }),
  ])
  expect(await disagreements(world)).toEqual([])
  world.now += 5 * MINUTE
  await Promise.all([world.settleClaims(), world.settle()])
  await world.settleClaims()
  expect(await disagreements(world)).toEqual([])
  expect(Object.keys((await world.slot(DAY, 600)).holders)).toHaveLength(
    (await states()).filter((state) => state === 'booked').length,
  )
})

it('gives the seat of a hold that was let go back by its event when it could not at once', async () => {
  const token = await world.signIn('林小雨')
  const { appointment } = await world.expect('hold', wish, { token })
  jest.spyOn(world.instance.services.store, 'patch').mockRejectedValueOnce(new Error('died'))
  await world.expect('cancel', { id: appointment.id }, { token })
  expect(await left()).toBe(9)
  expect(await disagreements(world)).toEqual([])
  await world.settle({ again: true })
  expect(await left()).toBe(10)
})

describe('the seat of a cancelled booking', () => {
  it('comes back once, one to five minutes later, at a moment that differs from one to the next', async () => {
    const tokens = await world.signInAll(6, '退')
    const ids = await Promise.all(
      tokens.map(async (token) => (await world.expect('book', wish, { token })).appointment.id),
    )
    // Also when its claim was settled before, or is due to be settled meanwhile.
    world.now += MINUTE
    for (const [at, token] of tokens.entries()) await world.expect('cancel', { id: ids[at] ?? '' }, { token })
    const since = world.now
    const returned: number[] = []
    while (world.now < since + 6 * MINUTE) {
      world.now += 1000
      await world.settle({ again: true })
      await world.settleClaims()
      const { holders } = await world.slot(DAY, 600)
      returned.push(Object.keys(holders).length)
    }
    expect(returned.slice(0, 59)).toEqual(Array<number>(59).fill(6))
    expect(returned[301]).toBe(0)
    expect(new Set(returned).size).toBeGreaterThan(3)
    expect(await left()).toBe(10)
  })

  it('comes back at once when the hall closes the day', async () => {
    const token = await world.signIn('林小雨')
    const { appointment } = await world.expect('book', wish, { token })
    await world.expect('cancel', { id: appointment.id }, { token })
    const officer = await world.signIn('周敏')
    await world.expect('closeDay', { hallId: HALL, day: DAY, reason: '停电' }, { token: officer })
    await world.settle()
    expect(await left()).toBe(10)
  })
})

it('sets a whole day’s seats or none, when a booking slips in half-way', async () => {
  const [officer, token] = [await world.signIn('周敏'), await world.signIn('林小雨')]
  const { store } = world.instance.services
  const patch = store.patch.bind(store)
  let slipped = false
  jest.spyOn(store, 'patch').mockImplementation(async (spec) => {
    const done = await patch(spec)
    if (!slipped && spec.add?.['capacity.online'] !== undefined) {
      slipped = true
      await world.expect('book', wish, { token })
    }
    return done
  })
  const answer = await world.call(
    'setCapacity',
    { hallId: HALL, day: DAY, capacity: { online: 0, walkIn: 9, priority: 0 }, reason: 'test' },
    { token: officer },
  )
  expect(answer).toMatchObject({
    ok: false,
    code: 'CAPACITY_TAKEN',
    data: { start: 600, taken: { online: 1 } },
  })
  const day = (await world.all(slots)).filter(({ doc }) => doc.day === DAY && doc.hallId === HALL)
  expect(new Set(day.map(({ doc }) => JSON.stringify(doc.capacity)))).toEqual(
    new Set([JSON.stringify({ online: 10, walkIn: 3, priority: 2 })]),
  )
})
