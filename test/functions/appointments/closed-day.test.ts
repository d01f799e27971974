/** A closed day before its sweep has come: nothing of it stands or counts, and every answer says so. */
import { appointments, ledgers } from '../../../functions/appointments/collections'
import { sweepDay } from '../../../functions/appointments/work/sweep-day'
import { instantOf, MINUTE } from '../../../functions/core/pure/time'
import { DAY, eachWorld, HALL, MATTER, wish, type World } from './world'

let world: World
eachWorld((fresh) => (world = fresh))

const close = async (): Promise<void> => {
  const token = await world.signIn('周敏')
  await world.expect('closeDay', { hallId: HALL, day: DAY, reason: '停电检修' }, { token })
}
const cancellations = async (): Promise<number> =>
  (await world.all(ledgers)).flatMap(({ doc }) => doc.cancellations).length

describe('before its sweep', () => {
  it('a cancellation of one’s own is the hall’s, counts for nothing, and stays so', async () => {
    const token = await world.signIn('林小雨')
    const { appointment } = await world.expect('book', wish, { token })
    await close()
    expect(await world.expect('cancel', { id: appointment.id }, { token })).toMatchObject({
      counted: false,
      monthCancellations: 0,
      appointment: { state: 'cancelledByHall', canCancel: false, note: '停电检修' },
    })
    expect((await world.slot(DAY, 600)).left.online).toBe(10)
    await world.settle({ again: true })
    expect(await cancellations()).toBe(0)
    expect((await world.expect('get', { id: appointment.id }, { token })).appointment.state).toBe(
      'cancelledByHall',
    )
  })

  it('so is letting a hold go, or confirming it: the hall was first', async () => {
    const token = await world.signIn('林小雨')
    const { appointment } = await world.expect('hold', wish, { token })
    await close()
    expect(await world.call('book', { holdId: appointment.id }, { token })).toMatchObject({
      ok: false,
      code: 'SLOT_CLOSED',
    })
    expect(await world.expect('cancel', { id: appointment.id }, { token })).toMatchObject({
      counted: false,
      appointment: { state: 'cancelledByHall' },
    })
  })

  it('the owner’s lists, the ticket and the officer’s list say that the hall cancelled it, and why', async () => {
    const [token, officer] = [await world.signIn('林小雨'), await world.signIn('周敏')]
    const { appointment } = await world.expect('book', wish, { token })
    await close()
    const told = { id: appointment.id, state: 'cancelledByHall', canCancel: false, note: '停电检修' }
    expect((await world.expect('get', { id: appointment.id }, { token })).appointment).toMatchObject(told)
    expect((await world.expect('mine', {}, { token })).items).toEqual([])
    expect((await world.expect('mine', { view: 'past' }, { token })).items).toMatchObject([told])
    expect(
      (await world.expect('dayList', { hallId: HALL, day: DAY }, { token: officer })).items,
    ).toMatchObject([{ id: appointment.id, state: 'cancelledByHall' }])
    expect((await world.all(appointments)).map(({ doc }) => doc.state)).toEqual(['booked'])
  })

  it('a cancellation that is on its way while the day is closed does not count', async () => {
    const token = await world.signIn('林小雨')
    const { appointment } = await world.expect('book', wish, { token })
    const { store } = world.instance.services
    const commit = store.commit.bind(store)
    jest.spyOn(store, 'commit').mockImplementationOnce(async (changes) => {
      await close()
      return commit(changes)
    })
    expect(await world.expect('cancel', { id: appointment.id }, { token })).toMatchObject({
      counted: false,
      appointment: { state: 'cancelledByHall' },
    })
  })
})

describe('what it took counts in no limit, though its sweep is still to come', () => {
  it.each(['林小雨', '陈建国'])('of a week, of %s', async (name) => {
    const token = await world.signIn(name)
    const book = (day: string) => world.call('book', { ...wish, day }, { token })
    await Promise.all([DAY, '2026-11-25'].map(book))
    expect(await book('2026-11-26')).toMatchObject({ code: 'LIMIT_WEEK' })
    await close()
    expect(await book('2026-11-26')).toMatchObject({ ok: true })
    expect(await book('2026-11-27')).toMatchObject({ code: 'LIMIT_WEEK' })
  })

  it.each(['林小雨', '陈建国'])('of cancellations, of %s', async (name) => {
    const token = await world.signIn(name)
    const elsewhere = { ...wish, day: '2026-11-25' }
    const cancelOne = async (at: typeof wish) => {
      const { appointment } = await world.expect('book', at, { token })
      return world.expect('cancel', { id: appointment.id }, { token })
    }
    for (let i = 0; i < 5; i += 1) await cancelOne(wish)
    expect(await world.call('book', elsewhere, { token })).toMatchObject({ code: 'CANCEL_LIMIT' })
    await close()
    expect(await cancelOne(elsewhere)).toMatchObject({ counted: true, monthCancellations: 1 })
    expect(await cancellations()).toBe(6)
  })

  it('of a hold kept for another place at the same time', async () => {
    const token = await world.signIn('林小雨')
    await world.expect('book', wish, { token })
    const elsewhere = { ...wish, hallId: 'chengdong-3' }
    expect(await world.call('hold', elsewhere, { token })).toMatchObject({ code: 'LIMIT_SLOT' })
    await close()
    expect(await world.call('hold', elsewhere, { token })).toMatchObject({ ok: true })
  })
})

it('cancelled before it was closed counts no more, and a suspension by it ends', async () => {
  const token = await world.signIn('林小雨')
  for (let i = 0; i < 5; i += 1) {
    const { appointment } = await world.expect('book', wish, { token })
    await world.expect('cancel', { id: appointment.id }, { token })
  }
  const other = { ...wish, day: '2026-11-25' }
  expect(await world.call('book', other, { token })).toMatchObject({ ok: false, code: 'CANCEL_LIMIT' })
  await close()
  await world.settle({ again: true })
  expect(await cancellations()).toBe(0)
  await world.expect('book', other, { token })
})

describe('says that it is closed, on the officer’s list as on a taxpayer’s', () => {
  it.each([
    ['today, which is too late to book', DAY, instantOf(DAY, 9 * 60)],
    ['a day beyond the window', '2026-12-02', instantOf('2026-11-22', 720)],
  ])('%s', async (_, day, now) => {
    world.now = now
    const token = await world.signIn('周敏')
    await world.expect('closeDay', { hallId: HALL, day, reason: '停电检修' }, { token })
    expect(await world.expect('dayList', { hallId: HALL, day }, { token })).toMatchObject({
      state: 'stopped',
    })
    const { days } = await world.expect('days', { hallId: HALL, matter: MATTER })
    expect(days.find((row) => row.day === day)).toMatchObject({ state: 'stopped', left: 0 })
  })

  it('and the days to come are read at once, however many', async () => {
    const read = jest.spyOn(world.instance.services.store, 'read')
    await world.expect('days', { hallId: HALL, matter: MATTER })
    const collections = read.mock.calls.map(([collection]) => collection)
    expect(collections.filter((name) => name === 'hallDays' || name === 'slots').sort()).toEqual([
      'hallDays',
      'slots',
    ])
  })
})

describe('closed in the middle of it', () => {
  const [morning, afternoon] = [600, 870]
  const at = (minute: number): number => instantOf(DAY, minute)
  const closeNow = async () =>
    world.expect(
      'closeDay',
      { hallId: HALL, day: DAY, reason: '停电' },
      { token: await world.signIn('周敏') },
    )

  it('it takes what had not begun; a visit that had begun or is over stays one', async () => {
    const [one, two] = await Promise.all(['林小雨', '陈建国'].map(world.signIn))
    const begun = await world.expect('book', { ...wish, start: morning }, { token: one })
    const coming = await world.expect('book', { ...wish, start: afternoon }, { token: two })
    world.now = at(morning)
    expect(await closeNow()).toMatchObject({ affected: 1 })
    const stateOf = async ({ appointment }: typeof begun, name: string) =>
      (await world.expect('get', { id: appointment.id }, { token: await world.signIn(name) })).appointment
        .state
    const states = async () => [await stateOf(begun, '林小雨'), await stateOf(coming, '陈建国')]
    expect(await states()).toEqual(['booked', 'cancelledByHall'])
    expect(
      await world.call('cancel', { id: begun.appointment.id }, { token: await world.signIn('林小雨') }),
    ).toMatchObject({ code: 'CANNOT_CANCEL', data: { rule: expect.stringContaining('开始后') } })
    while ((await world.settle({ again: true })) > 0);
    expect(await states()).toEqual(['booked', 'cancelledByHall'])
    expect(Object.keys((await world.slot(DAY, morning)).holders)).toEqual([begun.appointment.id])
    const again = { hallId: HALL, day: DAY, reason: '来电了' }
    expect(await world.expect('reopenDay', again, { token: await world.signIn('周敏') })).toMatchObject({
      cancelled: 1,
    })
  })

  it('a cancellation of what it takes counts no more, one of what had begun does', async () => {
    const [one, two] = await Promise.all(['林小雨', '陈建国'].map(world.signIn))
    for (const [token, start] of [
      [one, morning],
      [two, afternoon],
    ] as const) {
      const { appointment } = await world.expect('book', { ...wish, start }, { token })
      await world.expect('cancel', { id: appointment.id }, { token })
    }
    world.now = at(morning + 1)
    await closeNow()
    await world.settle({ again: true })
    expect(await cancellations()).toBe(1)
  })
})

it('a sweep that goes on in another run forgives when it is done, not in each', async () => {
  const token = await world.signIn('林小雨')
  await world.expect('book', wish, { token })
  await close()
  const { store } = world.instance.services
  const patch = jest.spyOn(store, 'patch').mockResolvedValue({ outcome: 'refused', reason: 'guard' })
  const query = jest.spyOn(store, 'query')
  const walks = () => query.mock.calls.filter(([name]) => name === appointments.name).length
  await sweepDay(world.instance.services, HALL, DAY)
  expect(walks()).toBe(0)
  patch.mockRestore()
  await sweepDay(world.instance.services, HALL, DAY)
  expect(walks()).toBe(1)
})

describe('cancelling what is no appointment any more says what it is', () => {
  const reasonOf = async (id: string, token: string, language = 'zh-CN'): Promise<string> => {
    const answer = await world.call('cancel', { id }, { token, language })
    expect(answer).toMatchObject({ ok: false, code: 'CANNOT_CANCEL', data: { basis: expect.any(String) } })
    return answer.ok ? '' : String(answer.data.rule)
  }

  it('cancelled before', async () => {
    const token = await world.signIn('林小雨')
    const { appointment } = await world.expect('book', wish, { token })
    await world.expect('cancel', { id: appointment.id }, { token })
    expect(await reasonOf(appointment.id, token)).toContain('已经取消')
    expect(await reasonOf(appointment.id, token, 'en')).toContain('was cancelled before')
  })

  it('lapsed, swept or not', async () => {
    const token = await world.signIn('林小雨')
    const { appointment } = await world.expect('hold', wish, { token })
    world.now += 10 * MINUTE
    expect(await reasonOf(appointment.id, token)).toContain('保留的时间已过')
    await world.settle()
    expect(await reasonOf(appointment.id, token, 'en')).toContain('has run out')
  })

  it('cancelled by the hall', async () => {
    const token = await world.signIn('林小雨')
    const { appointment } = await world.expect('book', wish, { token })
    await close()
    await world.settle()
    expect(await reasonOf(appointment.id, token)).toContain('大厅已停止')
    expect(await reasonOf(appointment.id, token, 'en')).toContain('does not count against you')
  })

  it('begun', async () => {
    const { appointment } = await world.expect('book', wish, { token: await world.signIn('林小雨') })
    world.now = instantOf(DAY, 600)
    expect(await reasonOf(appointment.id, await world.signIn('林小雨'))).toContain('开始后')
  })
})
