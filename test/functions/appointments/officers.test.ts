import { auditEntries } from '../../../functions/core/io/audit/collections'
import { appointments, hallDays, ledgers } from '../../../functions/appointments/collections'
import { eventHandlers } from '../../../functions/appointments/events'
import { openComingDays } from '../../../functions/appointments/public'
import { reader } from '../../../functions/core/io/store/reader'
import { dayKind } from '../../../functions/core/pure/calendar'
import { addDays, DAY_MS, instantOf } from '../../../functions/core/pure/time'
import { DAY, defects, eachWorld, HALL, MATTER, wish, type World } from './world'

let world: World
eachWorld((fresh) => (world = fresh))

const seats = { online: 12, walkIn: 4, priority: 2 }

describe('the day list', () => {
  it('shows the day by time, with masked names and the seats', async () => {
    const [one, two, officer] = [
      await world.signIn('林小雨'),
      await world.signIn('陈建国'),
      await world.signIn('周敏'),
    ]
    const late = await world.expect('book', { ...wish, start: 810 }, { token: one })
    const early = await world.expect('book', wish, { token: two })
    const list = await world.expect('dayList', { hallId: HALL, day: DAY }, { token: officer })
    expect(list.items).toMatchObject([
      {
        id: early.appointment.id,
        start: 600,
        code: early.appointment.code,
        name: '陈*国',
        standing: 'verified',
        matterName: '车辆购置税申报',
        state: 'booked',
      },
      { id: late.appointment.id, start: 810, name: '林*雨', standing: 'claimed' },
    ])
    expect(list).toMatchObject({ state: 'open', asOf: world.now, hallId: HALL })
    expect(list.slots).toHaveLength(13)
    expect(list.slots[2]).toMatchObject({ start: 600, booked: 1, left: { online: 9 } })
    const page = await world.expect('dayList', { hallId: HALL, day: DAY, limit: 1 }, { token: officer })
    expect(
      (
        await world.expect(
          'dayList',
          { hallId: HALL, day: DAY, limit: 1, after: page.next },
          { token: officer },
        )
      ).items[0]?.id,
    ).toBe(late.appointment.id)
  })

  it('and all else is for that hall’s officers only: another’s hall answers as an unknown one', async () => {
    const [other, supervisor, taxpayer] = [
      await world.signIn('吴刚'),
      await world.signIn('郑岚'),
      await world.signIn('林小雨'),
    ]
    const asks = [
      (hallId: string, token: string) => world.call('dayList', { hallId, day: DAY }, { token }),
      (hallId: string, token: string) =>
        world.call('setCapacity', { hallId, day: DAY, capacity: seats, reason: 'test' }, { token }),
      (hallId: string, token: string) =>
        world.call('closeDay', { hallId, day: DAY, reason: 'test' }, { token }),
    ]
    for (const ask of asks) {
      expect(await ask(HALL, other)).toEqual(await ask('nowhere', other))
      expect(await ask(HALL, other)).toMatchObject({ ok: false, status: 404, code: 'NOT_FOUND' })
      expect(await ask(HALL, taxpayer)).toMatchObject({ ok: false, code: 'FORBIDDEN' })
      expect((await ask(HALL, supervisor)).ok).toBe(true)
    }
  })
})

describe('setting capacity', () => {
  it('moves what is left by as much, of one slot or the whole day, and is audited', async () => {
    const officer = await world.signIn('周敏')
    await world.expect('book', wish, { token: await world.signIn('林小雨') })
    const one = await world.expect(
      'setCapacity',
      { hallId: HALL, day: DAY, start: 600, capacity: seats, reason: '增开窗口' },
      { token: officer },
    )
    expect(one.slots).toMatchObject([
      { start: 600, capacity: seats, left: { online: 11, walkIn: 4, priority: 2 } },
    ])
    expect((await world.slot(DAY, 630)).capacity.online).toBe(10)
    expect(
      (
        await world.expect(
          'setCapacity',
          { hallId: HALL, day: DAY, capacity: { online: 1, walkIn: 0, priority: 0 }, reason: '减开窗口' },
          { token: officer },
        )
      ).slots,
    ).toHaveLength(13)
    expect((await world.slot(DAY, 600)).left).toEqual({ online: 0, walkIn: 0, priority: 0 })
    const entries = (await world.all(auditEntries)).filter(
      ({ doc }) => doc.action === 'appointments/setCapacity',
    )
    expect(entries).toHaveLength(2)
    expect(JSON.stringify(entries)).not.toContain('窗口')
  })

  it('never goes below what is taken', async () => {
    await world.expect('book', wish, { token: await world.signIn('林小雨') })
    const answer = await world.call(
      'setCapacity',
      { hallId: HALL, day: DAY, capacity: { online: 0, walkIn: 0, priority: 0 }, reason: 'test' },
      { token: await world.signIn('周敏') },
    )
    expect(answer).toMatchObject({
      ok: false,
      code: 'CAPACITY_TAKEN',
      data: { start: 600, taken: { online: 1, walkIn: 0, priority: 0 } },
    })
    expect((await world.slot(DAY, 540)).capacity.online).toBe(10)
  })

  it('knows days that are over, not open, or no slot', async () => {
    const token = await world.signIn('周敏')
    const ask = (day: string, start?: number) =>
      world.call(
        'setCapacity',
        { hallId: HALL, day, capacity: seats, reason: 'test', ...(start === undefined ? {} : { start }) },
        { token },
      )
    expect(await ask('2026-11-20')).toMatchObject({ code: 'DAY_PAST' })
    expect(await ask('2026-11-28')).toMatchObject({ code: 'NOT_FOUND' })
    expect(await ask(DAY, 545)).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('closing a day', () => {
  it('cancels its bookings without counting against anyone, and says why', async () => {
    const [one, two, officer] = [
      await world.signIn('林小雨'),
      await world.signIn('陈建国'),
      await world.signIn('周敏'),
    ]
    const booked = await world.expect('book', wish, { token: one })
    const held = await world.expect('hold', { ...wish, start: 810 }, { token: two })
    expect(
      await world.expect('closeDay', { hallId: HALL, day: DAY, reason: '停电检修' }, { token: officer }),
    ).toEqual({ hallId: HALL, day: DAY, affected: 2 })
    expect(await world.call('book', { ...wish, start: 660, matter: 'SB02' }, { token: two })).toMatchObject({
      ok: false,
      code: 'SLOT_CLOSED',
      data: { nearest: expect.any(Array) },
    })
    expect(await world.call('book', { holdId: held.appointment.id }, { token: two })).toMatchObject({
      ok: false,
      code: 'SLOT_CLOSED',
    })
    await world.settle({ again: true })
    for (const [token, id] of [
      [one, booked.appointment.id],
      [two, held.appointment.id],
    ] as const) {
      expect((await world.expect('get', { id }, { token })).appointment).toMatchObject({
        state: 'cancelledByHall',
        note: '停电检修',
        canCancel: false,
      })
    }
    for (const { doc } of await world.all(ledgers))
      expect([doc.active.length, doc.cancellations.length]).toEqual([0, 0])
    expect(
      (await world.expect('days', { hallId: HALL, matter: MATTER })).days.find(({ day }) => day === DAY),
    ).toMatchObject({ state: 'stopped', left: 0 })
    expect(
      (await world.expect('dayList', { hallId: HALL, day: DAY }, { token: officer })).items.map(
        ({ state }) => state,
      ),
    ).toEqual(['cancelledByHall', 'cancelledByHall'])
    await world.expect('book', { ...wish, day: '2026-11-25' }, { token: one })
    const [entry] = (await world.all(auditEntries)).filter(
      ({ doc }) => doc.action === 'appointments/closeDay',
    )
    expect(entry?.doc).toMatchObject({
      subject: `${HALL}.20261124`,
      hallId: HALL,
      detail: { day: DAY, affected: 2 },
    })
    expect(JSON.stringify([entry, await world.all(hallDays), await world.all(appointments)])).not.toContain(
      '停电',
    )
  })

  it('goes on where it stopped: a sweep that died half-way is finished by the next', async () => {
    const tokens = await world.signInAll(8, '乙')
    for (const token of tokens) await world.expect('book', { ...wish, matter: 'SB02' }, { token })
    await world.expect(
      'closeDay',
      { hallId: HALL, day: DAY, reason: 'test' },
      { token: await world.signIn('周敏') },
    )
    const { store } = world.instance.services
    const original = store.commit.bind(store)
    let commits = 0
    const broken = jest.spyOn(store, 'commit').mockImplementation((changes) => {
      commits += 1
      return commits > 3 ? Promise.reject(new Error('died')) : original(changes)
    })
    await expect(world.settle()).rejects.toThrow('died')
    broken.mockRestore()
    expect(Object.keys((await world.slot(DAY, 600)).holders).length).toBeGreaterThan(0)
    await world.settle()
    expect((await world.slot(DAY, 600)).holders).toEqual({})
    expect(new Set((await world.all(appointments)).map(({ doc }) => doc.state))).toEqual(
      new Set(['cancelledByHall']),
    )
  })

  it('stops a day that is not open yet, and opening respects it', async () => {
    const day = '2026-12-09'
    await world.expect(
      'closeDay',
      { hallId: HALL, day, reason: '搬迁' },
      { token: await world.signIn('周敏') },
    )
    world.now = instantOf('2026-12-02', 600)
    await openComingDays(world.instance.services)
    expect((await world.expect('slots', { hallId: HALL, matter: MATTER, day })).slots).toEqual([])
    expect((await world.expect('slots', { hallId: 'chengdong-3', matter: MATTER, day })).slots).toHaveLength(
      13,
    )
    expect(await world.call('book', { ...wish, day }, { token: await world.signIn('林小雨') })).toMatchObject(
      { ok: false, code: 'SLOT_CLOSED' },
    )
  })

  it('refuses a day that is over', async () => {
    expect(
      await world.call(
        'closeDay',
        { hallId: HALL, day: '2026-11-20', reason: 'test' },
        { token: await world.signIn('周敏') },
      ),
    ).toMatchObject({ code: 'DAY_PAST' })
  })
})

describe('opening days', () => {
  it('is a timer’s, opens working days only, and opens none twice', async () => {
    expect(await world.call('openDays', {})).toMatchObject({ ok: false, code: 'FORBIDDEN' })
    const days = new Set((await world.all(hallDays)).map(({ doc }) => doc.day))
    expect(days.size).toBe(10)
    expect([...days].every((day) => dayKind(day) === 'working')).toBe(true)
    const run = () =>
      world.instance.entry.handle({
        procedure: 'appointments/openDays',
        input: {},
        headers: {},
        source: { timer: 'openDays' },
      })
    expect(await run()).toMatchObject({ status: 200, body: { opened: 0 } })
    world.now += 2 * DAY_MS
    const [a, b] = await Promise.all([run(), run()])
    expect((a.body as { opened: number }).opened + (b.body as { opened: number }).opened).toBe(6)
  })

  it('opens the others where one hall’s hours make no slots, and operators are told', async () => {
    const { store } = world.instance.services
    const [known] = await store.read('halls', [HALL])
    await store.commit([
      {
        op: 'insert',
        collection: 'halls',
        id: 'odd',
        doc: { ...known?.doc, region: '000000', hours: [{ from: 545, to: 720 }] },
      },
    ])
    world.now += 2 * DAY_MS
    expect(await openComingDays(world.instance.services)).toBe(6)
    const told = defects.splice(0)
    expect(told.length).toBeGreaterThan(0)
    expect(new Set(told.map(({ hallId }) => hallId))).toEqual(new Set(['odd']))
  })

  it('opens nothing of a year that is not published', async () => {
    world.now = instantOf('2026-12-28', 600)
    await openComingDays(world.instance.services)
    const last = (await world.all(hallDays))
      .map(({ doc }) => doc.day)
      .sort()
      .at(-1)
    expect(last).toBe('2026-12-31')
    expect(
      await world.call(
        'book',
        { ...wish, day: addDays('2026-12-31', 4) },
        { token: await world.signIn('林小雨') },
      ),
    ).toMatchObject({ code: 'CALENDAR_UNPUBLISHED' })
  })
})

describe('verification', () => {
  it('carries the claimed ledger over, once: what was booked still counts and can be cancelled', async () => {
    const [token, officer] = [await world.signIn('林小雨'), await world.signIn('周敏')]
    const { appointment } = await world.expect('book', wish, { token })
    const before = (await world.all(ledgers)).find(({ doc }) => doc.active.length > 0)
    const reply = await world.instance.entry.handle({
      procedure: 'accounts/verify',
      input: { taxpayerId: appointment.taxpayer.id, evidence: '身份证原件' },
      headers: { authorization: `Bearer ${officer}` },
    })
    expect(reply.status).toBe(200)
    await world.settle({ again: true })
    const account = before && (await reader(world.instance.services.store).get(ledgers, before.id))
    expect(account).toMatchObject({ active: [], moved: expect.any(Object) })
    expect(await world.call('book', wish, { token })).toMatchObject({ ok: false, code: 'LIMIT_SLOT' })
    expect(await world.expect('cancel', { id: appointment.id }, { token })).toMatchObject({
      monthCancellations: 1,
    })
    await world.expect('book', wish, { token })
  })

  it('ignores events it does not understand loudly', async () => {
    const event = { id: 'ev_x', kind: 'accounts.verified', at: 0, due: 0, attempts: 0, payload: {} }
    await expect(eventHandlers['accounts.verified']?.(event, world.instance.services)).rejects.toThrow()
  })
})
