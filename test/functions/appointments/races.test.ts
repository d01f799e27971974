import { appointments, hallDays, ledgers } from '../../../functions/appointments/collections'
import { sweepDay } from '../../../functions/appointments/work/sweep-day'
import { release } from '../../../functions/appointments/work/release'
import { MINUTE } from '../../../functions/core/pure/time'
import { delayCommits } from './delay'
import { type Answer, DAY, disagreements, eachWorld, HALL, wish, type World } from './world'

let world: World
eachWorld((fresh) => (world = fresh))

const setOnline = async (online: number): Promise<void> => {
  await world.expect(
    'setCapacity',
    { hallId: HALL, day: DAY, capacity: { online, walkIn: 0, priority: 0 }, reason: 'test' },
    { token: await world.signIn('周敏') },
  )
}
const codes = (answers: readonly Answer<'book'>[]): Record<string, number> =>
  answers.reduce<Record<string, number>>((count, answer) => {
    const code = answer.ok ? 'ok' : answer.code
    return { ...count, [code]: (count[code] ?? 0) + 1 }
  }, {})

it('gives 19 seats to exactly 19 of 200 takers', async () => {
  await setOnline(19)
  const tokens = await world.signInAll(200, '抢')
  const answers = await Promise.all(tokens.map((token) => world.call('book', wish, { token })))
  expect(codes(answers)).toEqual({ ok: 19, SLOT_FULL: 181 })
  expect((await world.slot(DAY, 600)).left.online).toBe(0)
  expect(new Set(answers.flatMap((answer) => (answer.ok ? [answer.body.appointment.code] : []))).size).toBe(
    19,
  )
}, 30_000)

it('fills 200 seats at once without giving a code twice', async () => {
  await setOnline(200)
  const tokens = await world.signInAll(200, '满')
  expect(codes(await Promise.all(tokens.map((token) => world.call('book', wish, { token }))))).toEqual({
    ok: 200,
  })
}, 30_000)

it('books a taxpayer once who asks twice at once, while there are seats for both claims', async () => {
  await setOnline(20)
  for (let i = 0; i < 10; i += 1) {
    const token = await world.signIn(`双${i}`)
    const answers = await Promise.all([
      world.call('book', wish, { token }),
      world.call('book', { ...wish, start: 600 }, { token }),
    ])
    expect(codes(answers)).toEqual({ ok: 1, LIMIT_SLOT: 1 })
    const started = await Promise.all([
      world.call('book', { ...wish, day: '2026-11-25' }, { token }),
      world.call('book', { ...wish, day: '2026-11-26' }, { token }),
    ])
    expect(codes(started)).toEqual({ ok: 1, LIMIT_WEEK: 1 })
  }
})

it('answers one key at once with one booking and one answer', async () => {
  for (let i = 0; i < 10; i += 1) {
    const token = await world.signIn(`键${i}`)
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => world.call('book', wish, { token, key: `same-key-000000000${i}` })),
    )
    expect(codes(answers)).toEqual({ ok: 5 })
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  }
  expect((await world.slot(DAY, 600)).left.online).toBe(0)
})

it('lets a hold either be booked or lapse, never both', async () => {
  for (let i = 0; i < 12; i += 1) {
    const token = await world.signIn(`守${i}`)
    const { appointment } = await world.expect('hold', { ...wish, start: 540 + (i % 6) * 30 }, { token })
    world.now += 10 * MINUTE - (i % 2)
    const [answer] = await Promise.all([
      world.call('book', { holdId: appointment.id }, { token }),
      release(world.instance.services, appointment.id, 'lapsed'),
      release(world.instance.services, appointment.id, 'lapsed'),
    ])
    const { state } = (await world.expect('get', { id: appointment.id }, { token })).appointment
    expect([answer.ok ? 'ok' : answer.code, state]).toEqual(
      i % 2 ? ['ok', 'booked'] : ['HOLD_EXPIRED', 'lapsed'],
    )
    expect(await disagreements(world)).toEqual([])
  }
})

it('never confirms a hold that a later call saw lapse and booked in its stead', async () => {
  const token = await world.signIn('林小雨')
  const { appointment: held } = await world.expect('hold', wish, { token })
  world.now += 10 * MINUTE - 1
  const { store } = world.instance.services
  const commit = store.commit.bind(store)
  const spy = jest.spyOn(store, 'commit').mockImplementationOnce(async (changes) => {
    world.now += 1
    await world.expect('book', { ...wish, start: 660 }, { token })
    return commit(changes)
  })
  expect(await world.call('book', { holdId: held.id }, { token })).toMatchObject({
    ok: false,
    code: 'HOLD_EXPIRED',
  })
  spy.mockRestore()
  expect((await world.expect('mine', {}, { token })).items.map(({ start }) => start)).toEqual([660])
  await world.settleClaims()
  expect((await world.slot(DAY, 600)).left.online).toBe(10)
})

it('cancels once, in the hall’s name, by its owner’s call or by the sweep', async () => {
  const tokens = await world.signInAll(10, '销')
  const booked = await Promise.all(
    tokens.map(async (token) => ({
      token,
      id: (await world.expect('book', wish, { token })).appointment.id,
    })),
  )
  await world.expect(
    'closeDay',
    { hallId: HALL, day: DAY, reason: 'test' },
    { token: await world.signIn('周敏') },
  )
  const [answers] = await Promise.all([
    Promise.all(booked.map(({ token, id }) => world.call('cancel', { id }, { token }))),
    sweepDay(world.instance.services, HALL, DAY),
    sweepDay(world.instance.services, HALL, DAY),
  ])
  const states = await Promise.all(
    booked.map(async ({ token, id }) => (await world.expect('get', { id }, { token })).appointment.state),
  )
  answers.forEach((answer) =>
    expect(answer).toMatchObject(answer.ok ? { body: { counted: false } } : { code: 'CANNOT_CANCEL' }),
  )
  expect(new Set(states)).toEqual(new Set(['cancelledByHall']))
  expect((await world.slot(DAY, 600)).left.online).toBe(10)
  for (const { doc } of await world.all(ledgers)) expect(doc.active).toEqual([])
})

it('finds a claim that lands a second time when all is over, though a settling lands a second time after it', async () => {
  const token = await world.signIn('林小雨')
  const { store } = world.instance.services
  const patch = store.patch.bind(store)
  const late: (() => Promise<unknown>)[] = []
  const loseFirst = () =>
    jest.spyOn(store, 'patch').mockImplementationOnce(async (spec) => {
      late.push(() => patch(spec))
      return { outcome: 'unknown' }
    })
  loseFirst()
  const { appointment } = await world.expect('book', wish, { token })
  world.now += 3 * MINUTE
  loseFirst()
  expect(await world.settleClaims()).toEqual({ confirmed: 1, freed: 0 })
  await world.expect('cancel', { id: appointment.id }, { token })
  world.now += 5 * MINUTE
  await world.settle()
  for (const land of late) await land()
  expect([late.length, (await world.slot(DAY, 600)).left.online]).toEqual([2, 9])
  expect(await world.settleClaims()).toEqual({ confirmed: 0, freed: 1 })
  expect((await world.slot(DAY, 600)).left.online).toBe(10)
})

it('gives the seat back that an account booked while it was erased', async () => {
  const token = await world.signIn('林小雨')
  const [delay] = delayCommits(world, 1)
  const call = world.call('book', wish, { token })
  await delay?.arrived
  await world.erase(token)
  await world.settle()
  delay?.release()
  expect((await call).ok).toBe(true)
  world.now += 5 * MINUTE
  await world.settle()
  expect([
    (await world.all(appointments)).map(({ doc }) => doc.state),
    (await world.slot(DAY, 600)).left.online,
  ]).toEqual([['cancelled'], 10])
})

it('tells no number of a closed day that it has not written down', async () => {
  const officer = await world.signIn('周敏')
  const tokens = await world.signInAll(2, '数')
  const booked = await Promise.all(
    tokens.map(async (token) => ({
      token,
      id: (await world.expect('book', wish, { token })).appointment.id,
    })),
  )
  const { store } = world.instance.services
  const patch = store.patch.bind(store)
  let tries = 0
  jest
    .spyOn(store, 'patch')
    .mockImplementation(async (spec) =>
      spec.collection === hallDays.name && (tries += 1) < 20 ? { outcome: 'busy' } : patch(spec),
    )
  const close = () =>
    world.call(
      'closeDay',
      { hallId: HALL, day: DAY, reason: 'test' },
      { token: officer, key: 'k-0000000000000001' },
    )
  expect(await close()).toMatchObject({ ok: false, code: 'BUSY' })
  await world.expect('cancel', { id: booked[0]?.id ?? '' }, { token: booked[0]?.token ?? '' })
  const answer = await close()
  expect([answer, await close()]).toEqual([
    { ok: true, body: { hallId: HALL, day: DAY, affected: 1 } },
    answer,
  ])
})

it('never leaves a booking on a day that was closed at the same moment', async () => {
  const tokens = await world.signInAll(60, '关')
  await setOnline(20)
  const officer = await world.signIn('周敏')
  const [answers, closed] = await Promise.all([
    Promise.all(
      tokens.map(async (token, i) => {
        await new Promise((resolve) => setTimeout(resolve, i / 3))
        return world.call('book', { ...wish, start: 540 + (i % 6) * 30 }, { token })
      }),
    ),
    new Promise((resolve) => setTimeout(resolve, 10)).then(() =>
      world.expect('closeDay', { hallId: HALL, day: DAY, reason: 'test' }, { token: officer }),
    ),
  ])
  const booked = codes(answers)
  // A claim that met the closing and never became a booking held a seat too.
  expect(booked.ok ?? 0).toBeLessThanOrEqual(closed.affected)
  expect((booked.ok ?? 0) + (booked.SLOT_CLOSED ?? 0)).toBe(60)
  await world.settle()
  expect((await world.all(appointments)).filter(({ doc }) => doc.state === 'booked')).toEqual([])
})

it('never sets capacity below what is taken at the same moment', async () => {
  const officer = await world.signIn('周敏')
  const tokens = await world.signInAll(10, '容')
  for (let i = 0; i < 5; i += 1) {
    await Promise.all([
      ...tokens.slice(i * 2, i * 2 + 2).map((token) => world.call('book', wish, { token })),
      world.call(
        'setCapacity',
        {
          hallId: HALL,
          day: DAY,
          start: 600,
          capacity: { online: i + 1, walkIn: 0, priority: 0 },
          reason: 'test',
        },
        { token: officer },
      ),
    ])
    const slot = await world.slot(DAY, 600)
    expect(slot.left.online).toBeGreaterThanOrEqual(0)
    expect(await disagreements(world)).toEqual([])
  }
})

it('sees a booking that slips in between the officer’s look and the commit', async () => {
  const [officer, token] = [await world.signIn('周敏'), await world.signIn('林小雨')]
  const { store } = world.instance.services
  const original = store.commit.bind(store)
  let slipped = false
  const spy = jest.spyOn(store, 'commit').mockImplementation(async (changes) => {
    if (!slipped && changes.some(({ collection }) => collection === 'auditEntries')) {
      slipped = true
      await world.expect('book', wish, { token })
    }
    return original(changes)
  })
  const answer = await world.call(
    'setCapacity',
    { hallId: HALL, day: DAY, start: 600, capacity: { online: 0, walkIn: 0, priority: 0 }, reason: 'test' },
    { token: officer },
  )
  spy.mockRestore()
  expect(answer).toMatchObject({ ok: false, code: 'CAPACITY_TAKEN', data: { taken: { online: 1 } } })
  expect((await world.slot(DAY, 600)).capacity.online).toBe(10)
})
