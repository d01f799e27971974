import { ticketText } from '../../../functions/appointments/work/ticket'
import { events } from '../../../functions/core/io/events/collections'
import { DAY_MS, instantOf, MINUTE } from '../../../functions/core/pure/time'
import { DAY, eachWorld, HALL, MATTER, SUNDAY, wish, type World } from './world'

let world: World
eachWorld((fresh) => (world = fresh))

describe('the catalogue', () => {
  it('shows halls nearest first, with today’s load, in the language asked for', async () => {
    const { halls } = await world.expect(
      'halls',
      { position: { latitude: 30_318_000, longitude: 120_268_000 } },
      { language: 'en' },
    )
    expect(halls.map(({ id }) => id)).toEqual(['chengdong-3', 'chengdong-2', 'chengdong-1'])
    expect(halls[0]).toMatchObject({
      name: 'Dongjiao Tax Office hall (demonstration)',
      openToday: false,
      load: null,
      demonstration: true,
    })
    expect(halls.reduce((sum, { windows }) => sum + windows, 0)).toBe(12)
    expect(halls[0]?.distance).toBeLessThan(200)
    world.now = instantOf('2026-11-23', 600)
    expect((await world.expect('halls', {})).halls[0]).toMatchObject({ openToday: true, load: 0 })
    expect((await world.expect('halls', { matter: 'ZM02' })).halls.map(({ id }) => id)).toEqual([HALL])
  })

  it('shows twenty matters with what to bring, and at least five that can be done online', async () => {
    const { matters } = await world.expect('matters', {})
    expect(matters).toHaveLength(20)
    expect(matters.filter(({ online }) => online).length).toBeGreaterThanOrEqual(5)
    expect(
      matters.every(({ bring, halls, basis }) => bring.length > 0 && halls.length > 0 && basis.length > 0),
    ).toBe(true)
    expect((await world.expect('matters', { hallId: 'chengdong-3' })).matters).toHaveLength(10)
  })
})

describe('days and slots', () => {
  it('say what can be booked, and why the rest cannot', async () => {
    const { days, rules } = await world.expect('days', { hallId: HALL, matter: MATTER })
    const state = Object.fromEntries(days.map((row) => [row.day, row.state]))
    expect(state).toMatchObject({
      '2026-11-22': 'closed',
      '2026-11-23': 'open',
      '2026-11-27': 'open',
      '2026-11-28': 'closed',
      '2026-11-30': 'tooFar',
    })
    expect(days).toHaveLength(14)
    expect(days.filter((row) => row.state !== 'open').every(({ why }) => why && why.rule && why.basis)).toBe(
      true,
    )
    expect(days.find((row) => row.day === '2026-11-24')?.left).toBe(13 * 10)
    expect(rules.length).toBeGreaterThan(8)
  })

  it('block the 23rd’s afternoon, with the rule', async () => {
    const { slots, state } = await world.expect('slots', { hallId: HALL, matter: MATTER, day: '2026-11-23' })
    expect(state).toBe('open')
    expect(slots.map((slot) => slot.state)).toEqual([...Array(6).fill('open'), ...Array(7).fill('blocked')])
    expect(slots[12]?.why?.rule).toContain('23日')
    expect(
      (await world.expect('days', { hallId: HALL, matter: MATTER })).days.find(
        ({ day }) => day === '2026-11-23',
      )?.left,
    ).toBe(60)
  })

  it('tell a year that is not published from one that is', async () => {
    world.now = instantOf('2026-12-30', 600)
    await world.instance.services.store.read('halls', [HALL])
    const { days } = await world.expect('days', { hallId: HALL, matter: MATTER })
    expect(days.find(({ day }) => day === '2027-01-04')?.state).toBe('unpublished')
  })

  it('answer for an unknown hall or matter alike', async () => {
    expect(await world.call('days', { hallId: 'nowhere', matter: MATTER })).toMatchObject({
      ok: false,
      code: 'NOT_FOUND',
    })
    expect(await world.call('slots', { hallId: HALL, matter: 'XX99', day: DAY })).toMatchObject({
      ok: false,
      code: 'NOT_FOUND',
    })
    expect(await world.call('slots', { hallId: 'chengdong-2', matter: MATTER, day: DAY })).toMatchObject({
      ok: false,
      code: 'MATTER_NOT_HERE',
    })
  })
})

describe('booking', () => {
  it('takes its turn, claims its seat by one patch, writes what counts and the appointment in one commit, and shows the ticket', async () => {
    const token = await world.signIn('林小雨')
    const steps: string[] = []
    const { store } = world.instance.services
    const original = store.commit.bind(store)
    const spy = jest.spyOn(store, 'commit').mockImplementation((changes) => {
      steps.push(`commit ${changes.map(({ op, collection: name }) => `${op} ${name}`).join(', ')}`)
      return original(changes)
    })
    const patch = store.patch.bind(store)
    const patches = jest.spyOn(store, 'patch').mockImplementation((spec) => {
      steps.push(`patch ${spec.collection}`)
      return patch(spec)
    })
    const reads = jest.spyOn(store, 'read')
    await world.expect('halls', {})
    reads.mockClear()
    const { appointment } = await world.expect('book', wish, { token })
    expect(steps).toEqual([
      'commit insert ledgers',
      'patch slots',
      'commit insert receipts, replace ledgers, insert numbers, insert appointments, insert events',
    ])
    // The caller's account, whether this call has booked before, whether a seat is left, and what counts: looked at, then checked; and
    // whether the hall has closed the day.
    expect(reads.mock.calls.map(([collection]) => collection).sort()).toEqual([
      'accounts',
      'appointments',
      'hallDays',
      'ledgers',
      'ledgers',
      'numbers',
      'numbers',
      'slots',
    ])
    spy.mockRestore()
    patches.mockRestore()
    expect(appointment).toMatchObject({
      state: 'booked',
      ...wish,
      end: 630,
      taxpayer: { name: '林*雨' },
      canCancel: true,
      demonstration: true,
      createdAt: SUNDAY,
    })
    expect(appointment.hallName).toContain('演示')
    expect(appointment.cancelUntil).toBe(instantOf(DAY, 480))
    expect(appointment.checkInFrom).toBe(instantOf(DAY, 585))
    expect(appointment.code).toMatch(/^40\d{4}$/)
    const { vault } = world.instance.services
    expect(appointment.qr).toMatch(new RegExp(`^SB1\\.${appointment.id}\\.${appointment.code}\\.[\\w-]{16}$`))
    expect(appointment.qr).toBe(ticketText(vault, appointment.id, appointment.code))
    // Another code has another seal.
    expect(ticketText(vault, appointment.id, '000000').slice(-16)).not.toBe(appointment.qr.slice(-16))
    expect((await world.slot(DAY, 600)).left.online).toBe(9)
    expect((await world.expect('get', { id: appointment.id }, { token })).appointment).toEqual(appointment)
  })

  it('repeats its answer for the same key, and books once', async () => {
    const token = await world.signIn('林小雨')
    const first = await world.expect('book', wish, { token, key: 'k-0000000000000001' })
    const second = await world.expect('book', wish, { token, key: 'k-0000000000000001' })
    expect(second).toEqual(first)
    expect(
      await world.call('book', { ...wish, start: 630 }, { token, key: 'k-0000000000000001' }),
    ).toMatchObject({ ok: false, code: 'KEY_REUSED' })
    expect((await world.slot(DAY, 600)).left.online).toBe(9)
  })

  it.each([
    [
      'an online matter',
      { ...wish, matter: 'ZM01' },
      'DO_ONLINE',
      { url: expect.stringContaining('http'), way: expect.any(String) },
    ],
    ['an unknown hall', { ...wish, hallId: 'nowhere' }, 'NOT_FOUND', {}],
    ['an unknown matter', { ...wish, matter: 'XX99' }, 'NOT_FOUND', {}],
    ['a matter that the hall does not handle', { ...wish, hallId: 'chengdong-2' }, 'MATTER_NOT_HERE', {}],
    ['a day that is over', { ...wish, day: '2026-11-20' }, 'SLOT_PAST', {}],
    [
      'a Saturday',
      { ...wish, day: '2026-11-28' },
      'HALL_CLOSED',
      { rule: expect.any(String), unconfirmed: false },
    ],
    [
      'a day too far ahead',
      { ...wish, day: '2026-11-30' },
      'TOO_FAR_AHEAD',
      { rule: expect.stringContaining('5') },
    ],
    [
      'a year not published',
      { ...wish, day: '2027-01-04' },
      'CALENDAR_UNPUBLISHED',
      { rule: expect.any(String) },
    ],
    [
      'the 23rd’s afternoon',
      { ...wish, day: '2026-11-23', start: 810 },
      'BLOCKED_TIME',
      { rule: expect.stringContaining('23日'), basis: expect.any(String) },
    ],
    ['a time that is no slot', { ...wish, start: 615 }, 'NOT_FOUND', {}],
    ['a time that would run into the next day', { ...wish, start: 1440 }, 'NOT_FOUND', {}],
    ['somebody else’s taxpayer', { ...wish, taxpayerId: 'tp_unknown' }, 'NOT_FOUND', {}],
  ])('refuses %s', async (_, input, code, data) => {
    const token = await world.signIn('林小雨')
    expect(await world.call('book', input, { token })).toMatchObject({ ok: false, code, data })
    expect(await world.call('hold', input, { token })).toMatchObject({ ok: false, code })
  })

  it('wants a signed-in account with somebody to act for', async () => {
    expect(await world.call('book', wish)).toMatchObject({ ok: false, code: 'SIGN_IN' })
    expect(await world.call('book', wish, { token: await world.signIn('周敏') })).toMatchObject({
      ok: false,
      code: 'NO_TAXPAYER',
    })
  })

  it('counts the limits of a taxpayer, and names rule, figure and use in the language asked for', async () => {
    const token = await world.signIn('林小雨')
    await world.expect('book', wish, { token })
    expect(await world.call('book', { ...wish, matter: 'SB02' }, { token, language: 'en' })).toMatchObject({
      ok: false,
      code: 'LIMIT_SLOT',
      data: {
        rule: 'A taxpayer may hold 1 appointment in one time slot',
        limit: 1,
        used: 1,
        unconfirmed: false,
      },
    })
    expect(await world.call('book', { ...wish, start: 660 }, { token })).toMatchObject({
      ok: false,
      code: 'LIMIT_HALF_DAY',
    })
    await world.expect('book', { ...wish, start: 810 }, { token })
    expect(await world.call('book', { ...wish, day: '2026-11-26' }, { token })).toMatchObject({
      ok: false,
      code: 'LIMIT_WEEK',
      data: { limit: 2, used: 2, unconfirmed: true },
    })
  })

  it('counts a verified taxpayer once, whoever acts for it', async () => {
    const [owner, agent] = [await world.signIn('王会芳'), await world.signIn('赵明理')]
    const enterprise = { taxpayerId: '' }
    const mine = await world.instance.entry.handle({
      procedure: 'accounts/me',
      input: {},
      headers: { authorization: `Bearer ${owner}` },
    })
    enterprise.taxpayerId =
      (mine.body as { taxpayers: { id: string; kind: string }[] }).taxpayers.find(
        ({ kind }) => kind === 'enterprise',
      )?.id ?? ''
    await world.expect('book', { ...wish, ...enterprise }, { token: agent })
    expect(await world.call('book', { ...wish, ...enterprise }, { token: owner })).toMatchObject({
      ok: false,
      code: 'LIMIT_SLOT',
    })
  })

  it('of a full slot names the nearest free ones', async () => {
    const tokens = await world.signInAll(11, '甲')
    for (const token of tokens.slice(0, 10))
      await world.expect('book', { ...wish, matter: 'SB02' }, { token })
    world.now += 2_000
    const last = tokens[10] ?? ''
    const refused = await world.call('book', { ...wish, matter: 'SB02' }, { token: last })
    expect(refused).toMatchObject({ ok: false, code: 'SLOT_FULL' })
    const nearest = refused.ok
      ? []
      : (refused.data.nearest as { hallId: string; day: string; start: number; left: number }[])
    expect(nearest.slice(0, 3).map(({ hallId, day, start }) => [hallId, day, start])).toEqual([
      [HALL, DAY, 570],
      [HALL, DAY, 630],
      [HALL, DAY, 540],
    ])
    expect(
      new Set(nearest.map(({ hallId }) => hallId)).size + new Set(nearest.map(({ day }) => day)).size,
    ).toBeGreaterThan(2)
    const first = nearest[0]
    if (first)
      await world.expect(
        'book',
        { hallId: first.hallId, matter: 'SB02', day: first.day, start: first.start },
        { token: last },
      )
    expect((await world.expect('slots', { hallId: HALL, matter: 'SB02', day: DAY })).slots[2]).toMatchObject({
      state: 'full',
      left: { online: 0, walkIn: 3, priority: 2 },
    })
  })
})

describe('holding', () => {
  it('keeps a seat for ten minutes, and booking confirms it', async () => {
    const token = await world.signIn('林小雨')
    const { appointment } = await world.expect('hold', wish, { token })
    expect(appointment).toMatchObject({ state: 'held', heldUntil: SUNDAY + 10 * MINUTE })
    world.now += 10 * MINUTE - 1
    const booked = await world.expect('book', { holdId: appointment.id }, { token })
    expect(booked.appointment).toMatchObject({ id: appointment.id, code: appointment.code, state: 'booked' })
    expect(booked.appointment.heldUntil).toBeUndefined()
    world.now += MINUTE
    await world.settle({ again: true })
    expect((await world.slot(DAY, 600)).left.online).toBe(9)
    expect((await world.expect('book', { holdId: appointment.id }, { token })).appointment.state).toBe(
      'booked',
    )
  })

  it('gives the seat back once when it lapses, however often the event comes', async () => {
    const token = await world.signIn('林小雨')
    const { appointment } = await world.expect('hold', wish, { token })
    expect(await world.all(events)).toMatchObject([
      ...(await world.all(events)).slice(0, -1).map(() => ({})),
      { doc: { kind: 'appointments.holdLapses', due: SUNDAY + 10 * MINUTE } },
    ])
    world.now += 10 * MINUTE
    await world.settle({ again: true })
    await world.settle({ again: true })
    expect((await world.slot(DAY, 600)).left.online).toBe(10)
    expect((await world.expect('get', { id: appointment.id }, { token })).appointment.state).toBe('lapsed')
    expect(await world.call('book', { holdId: appointment.id }, { token })).toMatchObject({
      ok: false,
      code: 'HOLD_EXPIRED',
    })
    await world.expect('book', wish, { token })
  })

  it('is over on time even if the dispatcher is late: trying to book it gives the seat back', async () => {
    const token = await world.signIn('林小雨')
    const { appointment } = await world.expect('hold', wish, { token })
    world.now += 10 * MINUTE
    expect((await world.expect('mine', { view: 'past' }, { token })).items).toMatchObject([
      { state: 'lapsed', canCancel: false },
    ])
    expect(await world.call('book', { holdId: appointment.id }, { token })).toMatchObject({
      ok: false,
      code: 'HOLD_EXPIRED',
    })
    expect((await world.slot(DAY, 600)).left.online).toBe(10)
    await world.settle({ again: true })
    expect((await world.slot(DAY, 600)).left.online).toBe(10)
  })

  it('can be let go, which counts for nothing', async () => {
    const token = await world.signIn('林小雨')
    const { appointment } = await world.expect('hold', wish, { token })
    expect(await world.expect('cancel', { id: appointment.id }, { token })).toMatchObject({
      counted: false,
      monthCancellations: 0,
      appointment: { state: 'cancelled' },
    })
    expect((await world.slot(DAY, 600)).left.online).toBe(10)
  })
})

describe('cancelling', () => {
  it('gives the seat and the limit back, and counts', async () => {
    const token = await world.signIn('林小雨')
    const { appointment } = await world.expect('book', wish, { token })
    expect(await world.expect('cancel', { id: appointment.id, reason: '改天' }, { token })).toMatchObject({
      counted: true,
      monthCancellations: 1,
      limit: 5,
      appointment: { state: 'cancelled', canCancel: false },
    })
    world.now += 5 * MINUTE
    await world.settle()
    expect((await world.slot(DAY, 600)).left.online).toBe(10)
    expect(await world.call('cancel', { id: appointment.id }, { token })).toMatchObject({
      ok: false,
      code: 'CANNOT_CANCEL',
    })
    await world.expect('book', wish, { token })
  })

  it('is late in the last two hours, and impossible from the start on', async () => {
    const token = await world.signIn('林小雨')
    const { appointment } = await world.expect('book', wish, { token })
    world.now = instantOf(DAY, 481)
    const again = await world.signIn('林小雨')
    expect((await world.expect('get', { id: appointment.id }, { token: again })).appointment.canCancel).toBe(
      true,
    )
    const other = await world.expect('book', { ...wish, day: '2026-11-25', start: 540 }, { token: again })
    expect(await world.expect('cancel', { id: appointment.id }, { token: again })).toMatchObject({
      counted: true,
      appointment: { state: 'cancelledLate' },
    })
    world.now = instantOf('2026-11-25', 540)
    expect(
      await world.call('cancel', { id: other.appointment.id }, { token: await world.signIn('林小雨') }),
    ).toMatchObject({ ok: false, code: 'CANNOT_CANCEL' })
  })

  it('five times in a month suspends booking for 30 days', async () => {
    const token = await world.signIn('林小雨')
    for (let i = 0; i < 5; i += 1) {
      const { appointment } = await world.expect('book', wish, { token })
      await world.expect('cancel', { id: appointment.id }, { token })
    }
    expect(await world.call('book', wish, { token })).toMatchObject({
      ok: false,
      code: 'CANCEL_LIMIT',
      data: { limit: 5, used: 5, until: SUNDAY + 30 * DAY_MS },
    })
  })
})
