/** A day closed by mistake is opened again: what was cancelled stays so, every seat is free, and no order comes too late. */
import { auditEntries } from '../../../functions/core/io/audit/collections'
import { events } from '../../../functions/core/io/events/collections'
import { instantOf } from '../../../functions/core/pure/time'
import { appointments, hallDays, ledgers } from '../../../functions/appointments/collections'
import { openComingDays } from '../../../functions/appointments/public'
import { DAY, defects, disagreements, eachWorld, HALL, MATTER, restless, wish, type World } from './world'

let world: World
eachWorld((fresh) => (world = fresh))

describe('opening a closed day again', () => {
  const day = { hallId: HALL, day: DAY, reason: '误操作' }

  it('frees every seat; what was cancelled stays so and is told, and the day is booked anew', async () => {
    const [one, two, officer] = await Promise.all(['林小雨', '陈建国', '周敏'].map(world.signIn))
    const { appointment } = await world.expect('book', wish, { token: one })
    await world.expect('hold', wish, { token: two })
    await world.expect('closeDay', { ...day, reason: '停电检修' }, { token: officer })
    expect(await world.expect('reopenDay', day, { token: officer })).toEqual({
      hallId: HALL,
      day: DAY,
      cancelled: 2,
    })
    expect(await world.slot(DAY, 600)).toMatchObject({ state: 'open', holders: {}, codes: {} })
    expect((await world.slot(DAY, 600)).left).toEqual((await world.slot(DAY, 600)).capacity)
    expect((await world.expect('get', { id: appointment.id }, { token: one })).appointment).toMatchObject({
      state: 'cancelledByHall',
      note: '停电检修',
      dayReopened: true,
    })
    expect(await world.call('book', { holdId: appointment.id }, { token: one })).toMatchObject({ ok: false })
    const again = await world.expect('book', wish, { token: one })
    await world.settle({ again: true })
    expect(
      (await world.expect('get', { id: again.appointment.id }, { token: one })).appointment,
    ).toMatchObject({
      state: 'booked',
    })
    for (const { doc } of await world.all(ledgers)) expect(doc.cancellations).toEqual([])
  })

  it('tells a later inbox hall, day, since when and of which closing, in one event; who is told follows from them', async () => {
    const [token, officer] = await Promise.all(['林小雨', '周敏'].map(world.signIn))
    const { appointment } = await world.expect('book', wish, { token })
    world.now += 1_000
    await world.expect('closeDay', day, { token: officer })
    const since = world.now
    world.now += 1_000
    await world.expect('reopenDay', day, { token: officer })
    const told = (await world.all(events)).filter(({ doc }) => doc.kind === 'appointments.dayReopened')
    expect(told.map(({ doc }) => doc.payload)).toEqual([{ hallId: HALL, day: DAY, since, closing: 1 }])
    const concerned = (await world.all(appointments)).filter(
      ({ doc }) =>
        doc.hallId === HALL && doc.day === DAY && doc.state === 'cancelledByHall' && doc.closing === 1,
    )
    expect(concerned.map(({ id }) => id)).toEqual([appointment.id])
  })

  it('is audited with a reason that is not in the clear, and answered once to a repeat', async () => {
    const officer = await world.signIn('周敏')
    await world.expect('closeDay', { ...day, reason: '停电' }, { token: officer })
    const key = 'reopen-0000000000001'
    const first = await world.expect('reopenDay', day, { token: officer, key })
    await world.expect('closeDay', { ...day, reason: '停水' }, { token: officer })
    expect(await world.expect('reopenDay', day, { token: officer, key })).toEqual(first)
    expect((await world.slot(DAY, 600)).state).toBe('closed')
    const entries = (await world.all(auditEntries)).filter(
      ({ doc }) => doc.action === 'appointments/reopenDay',
    )
    expect(entries.map(({ doc }) => doc)).toMatchObject([
      { subject: `${HALL}.20261124`, hallId: HALL, detail: { day: DAY, cancelled: 0 } },
    ])
    expect(JSON.stringify(entries)).not.toContain('误操作')
  })

  it('is refused for a day that is open, was never opened, or is over', async () => {
    const officer = await world.signIn('周敏')
    const ask = (on: string) => world.call('reopenDay', { ...day, day: on }, { token: officer })
    expect(await ask(DAY)).toMatchObject({ code: 'DAY_NOT_CLOSED' })
    expect(await ask('2027-03-01')).toMatchObject({ code: 'DAY_NOT_CLOSED' })
    expect(await ask('2026-11-20')).toMatchObject({ code: 'DAY_PAST' })
  })

  it('opens the slots of a day that was stopped before it had any', async () => {
    const officer = await world.signIn('周敏')
    const far = { ...day, day: '2026-12-09' }
    await world.expect('closeDay', far, { token: officer })
    world.now = instantOf('2026-12-02', 600)
    await openComingDays(world.instance.services)
    const ask = () => world.expect('slots', { hallId: HALL, matter: MATTER, day: far.day })
    expect((await ask()).slots).toEqual([])
    await world.expect('reopenDay', far, { token: await world.signIn('周敏') })
    expect((await ask()).slots.map(({ state }) => state)).toContain('open')
  })

  it('opens that day of that hall alone', async () => {
    const officer = await world.signIn('周敏')
    const far = { ...day, day: '2026-12-09' }
    await world.expect('closeDay', far, { token: officer })
    world.now = instantOf('2026-12-02', 600)
    const known = new Set((await world.all(hallDays)).map(({ id }) => id))
    await world.expect('reopenDay', far, { token: await world.signIn('周敏') })
    const opened = (await world.all(hallDays)).map(({ id, doc }) => [id, doc.state])
    expect(opened.filter(([id]) => !known.has(id ?? ''))).toEqual([])
    expect(opened).toContainEqual([`${HALL}.20261209`, 'open'])
  })

  it('is finished by the event when the officer’s call dies after its decision', async () => {
    const officer = await world.signIn('周敏')
    await world.expect('closeDay', day, { token: officer })
    await world.settle()
    const { store } = world.instance.services
    const dies = jest.spyOn(store, 'patch').mockRejectedValue(new Error('died'))
    expect(await world.call('reopenDay', day, { token: officer })).toMatchObject({ code: 'INTERNAL' })
    defects.splice(0)
    dies.mockRestore()
    expect((await world.slot(DAY, 600)).state).toBe('closed')
    await world.settle({ again: true })
    expect((await world.slot(DAY, 600)).state).toBe('open')
  })

  it('orders that come late move nothing: each slot obeys the last closing or reopening', async () => {
    const officer = await world.signIn('周敏')
    const { store } = world.instance.services
    const patch = store.patch.bind(store)
    const sent: (() => Promise<unknown>)[] = []
    jest.spyOn(store, 'patch').mockImplementation((spec) => {
      sent.push(() => patch(spec))
      return patch(spec)
    })
    const ask = (procedure: 'closeDay' | 'reopenDay', reason: string) =>
      world.expect(procedure, { ...day, reason }, { token: officer })
    await ask('closeDay', '原因a')
    await ask('reopenDay', '原因b')
    const [closed, reopened] = [sent.splice(0), sent]
    for (const late of closed) await late()
    expect((await world.slot(DAY, 600)).state).toBe('open')
    await ask('closeDay', '原因c')
    for (const late of [...closed, ...reopened]) await late()
    expect((await world.slot(DAY, 600)).state).toBe('closed')
  })

  it('closing what is closed is refused, but with other words, which change nothing else', async () => {
    const [token, officer] = await Promise.all(['林小雨', '周敏'].map(world.signIn))
    const { appointment } = await world.expect('book', wish, { token })
    const close = (reason: string) => world.call('closeDay', { ...day, reason }, { token: officer })
    const closed = { ok: true, body: { hallId: HALL, day: DAY, affected: 1 } }
    expect(await close('停电')).toEqual(closed)
    expect(await close('停电')).toMatchObject({ ok: false, status: 409, code: 'ALREADY_CLOSED' })
    const audited = async () =>
      (await world.all(auditEntries)).filter(({ doc }) => doc.action === 'appointments/closeDay').length
    expect(await audited()).toBe(1)
    await world.settle()
    expect(await close('停水')).toEqual(closed)
    expect(await audited()).toBe(2)
    expect((await world.expect('get', { id: appointment.id }, { token })).appointment.note).toBe('停水')
  })

  it('each ticket says why its own closing was, whatever the day was closed for since', async () => {
    const [one, two, officer] = await Promise.all(['林小雨', '陈建国', '周敏'].map(world.signIn))
    const close = (reason: string) => world.expect('closeDay', { ...day, reason }, { token: officer })
    const noteOf = async ({ id }: { id: string }, token: string | undefined) =>
      (await world.expect('get', { id }, { token })).appointment.note
    const first = (await world.expect('book', wish, { token: one })).appointment
    await close('停电')
    await world.expect('reopenDay', day, { token: officer })
    const second = (await world.expect('book', wish, { token: two })).appointment
    await close('停水')
    const notes = async () => [await noteOf(first, one), await noteOf(second, two)]
    expect(await notes()).toEqual(['停电', '停水'])
    await world.settle({ again: true })
    await close('停水检修')
    expect(await notes()).toEqual(['停电', '停水检修'])
    await world.expect('reopenDay', day, { token: officer })
    expect(await notes()).toEqual(['停电', '停水检修'])
  })

  it('what is cancelled once it is open again counts as on any day, and what was before never did', async () => {
    const [token, officer] = [await world.signIn('林小雨'), await world.signIn('周敏')]
    const bookAndCancel = async (): Promise<number> => {
      const { appointment } = await world.expect('book', wish, { token })
      return (await world.expect('cancel', { id: appointment.id }, { token })).monthCancellations
    }
    expect(await bookAndCancel()).toBe(1)
    await world.expect('closeDay', day, { token: officer })
    await world.expect('reopenDay', day, { token: officer })
    expect(await bookAndCancel()).toBe(1)
    await world.settle({ again: true })
    expect((await world.all(ledgers)).flatMap(({ doc }) => doc.cancellations)).toHaveLength(1)
  })

  it('seats of a closed day cannot be set', async () => {
    const officer = await world.signIn('周敏')
    await world.expect('closeDay', day, { token: officer })
    const order = { ...day, capacity: { online: 20, walkIn: 3, priority: 2 } }
    expect(await world.call('setCapacity', order, { token: officer })).toMatchObject({ code: 'DAY_CLOSED' })
    expect((await world.all(auditEntries)).map(({ doc }) => doc.action)).not.toContain(
      'appointments/setCapacity',
    )
    await world.expect('reopenDay', day, { token: officer })
    expect((await world.expect('setCapacity', order, { token: officer })).slots[0]?.capacity.online).toBe(20)
  })

  it('closing, reopening and closing again under bookings: no seat is lost, none is doubled', async () => {
    const officer = await world.signIn('周敏')
    const tokens = await world.signInAll(12, '众')
    const book = () => Promise.all(tokens.map((token) => world.call('book', wish, { token })))
    const ask = (procedure: 'closeDay' | 'reopenDay', reason: string) =>
      world.call(procedure, { ...day, reason }, { token: officer })
    await Promise.all([book(), ask('closeDay', '原因a')])
    expect(await disagreements(world)).toEqual([])
    await Promise.all([book(), ask('reopenDay', '原因b'), world.settle(), world.settleClaims()])
    expect(await disagreements(world)).toEqual([])
    await Promise.all([book(), ask('closeDay', '原因c'), ask('reopenDay', '原因d'), world.settle()])
    expect(await disagreements(world)).toEqual([])
    await Promise.all([ask('reopenDay', '原因e'), world.settle()])
    expect(await restless(world)).toEqual([])
    const { state, left, capacity, holders } = await world.slot(DAY, 600)
    expect([state, left.online + Object.keys(holders).length]).toEqual(['open', capacity.online])
  })
})
