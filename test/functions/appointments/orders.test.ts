/** An officer's order that changes nothing is refused and not audited; one that meets a closing half-way changes nothing. */
import { auditEntries } from '../../../functions/core/io/audit/collections'
import { reader } from '../../../functions/core/io/store/reader'
import { DAY_MS } from '../../../functions/core/pure/time'
import { hallDays, slots } from '../../../functions/appointments/collections'
import { DAY, defects, eachWorld, HALL, type World } from './world'

let world: World
eachWorld((fresh) => (world = fresh))

const seats = { online: 12, walkIn: 4, priority: 2 }
const audited = async (): Promise<number> =>
  (await world.all(auditEntries)).filter(({ doc }) => doc.action.startsWith('appointments/')).length

describe('setting seats', () => {
  it('refuses an order that changes nothing, which is not audited; a repeat is answered as the first time', async () => {
    const token = await world.signIn('周敏')
    const ask = (key: string, start?: number) =>
      world.call(
        'setCapacity',
        {
          hallId: HALL,
          day: DAY,
          capacity: seats,
          reason: 'test',
          ...(start === undefined ? {} : { start }),
        },
        { token, key },
      )
    const first = await ask('k-0000000000000001')
    expect(first).toMatchObject({ ok: true })
    expect(await ask('k-0000000000000001')).toEqual(first)
    expect(await ask('k-0000000000000002')).toMatchObject({ status: 409, code: 'SAME_CAPACITY' })
    expect(await ask('k-0000000000000003', 600)).toMatchObject({ code: 'SAME_CAPACITY' })
    expect(await audited()).toBe(1)
  })

  it('goes on with its own order when it died before it was answered', async () => {
    const token = await world.signIn('周敏')
    const ask = () =>
      world.call(
        'setCapacity',
        { hallId: HALL, day: DAY, capacity: seats, reason: 'test' },
        { token, key: 'k-0000000000000001' },
      )
    const { store } = world.instance.services
    const commit = store.commit.bind(store)
    const dying = jest.spyOn(store, 'commit')
    dying.mockImplementationOnce(commit).mockRejectedValueOnce(new Error('died'))
    expect(await ask()).toMatchObject({ code: 'INTERNAL' })
    defects.splice(0)
    dying.mockRestore()
    expect((await world.slot(DAY, 600)).capacity).toEqual(seats)
    expect(await ask()).toMatchObject({ ok: true })
    expect(await audited()).toBe(1)
  })

  it.each([
    ['is made smaller', { online: 4, walkIn: 1, priority: 1 }],
    ['is made larger', seats],
    ['is made both', { online: 4, walkIn: 9, priority: 1 }],
  ])('changes nothing of a day that is closed while it %s', async (_, capacity) => {
    const [token, other] = await Promise.all([world.signIn('周敏'), world.signIn('郑岚')])
    const { store } = world.instance.services
    const patch = store.patch.bind(store)
    let patched = 0
    jest.spyOn(store, 'patch').mockImplementation(async (spec) => {
      const orders = spec.add?.['capacity.online'] !== undefined
      if (orders && (patched += 1) === 3)
        await world.expect('closeDay', { hallId: HALL, day: DAY, reason: '停电' }, { token: other })
      return patch(spec)
    })
    expect(
      await world.call('setCapacity', { hallId: HALL, day: DAY, capacity, reason: 'test' }, { token }),
    ).toMatchObject({ ok: false, code: 'DAY_CLOSED' })
    const ofDay = (await world.all(slots)).filter(({ doc }) => doc.hallId === HALL && doc.day === DAY)
    expect(new Set(ofDay.map(({ doc }) => JSON.stringify([doc.state, doc.capacity, doc.left])))).toEqual(
      new Set([JSON.stringify(['closed', ...Array(2).fill({ online: 10, walkIn: 3, priority: 2 })])]),
    )
  })
})

describe('closing a day on which nothing could be booked', () => {
  const ask = async (day: string, language = 'en') =>
    world.call(
      'closeDay',
      { hallId: HALL, day, reason: 'test' },
      { token: await world.signIn('周敏'), language },
    )

  it.each([
    ['2026-11-28', 'HALL_CLOSED', 'holidays and weekends'],
    ['2026-10-01', 'DAY_PAST', undefined],
    ['2031-03-03', 'CALENDAR_UNPUBLISHED', 'not published yet'],
    ['9999-12-31', 'CALENDAR_UNPUBLISHED', 'not published yet'],
  ])('is refused: %s', async (day, code, rule) => {
    const answer = await ask(day)
    expect(answer).toMatchObject({ ok: false, status: 409, code })
    if (rule !== undefined) expect(answer).toMatchObject({ data: { rule: expect.stringContaining(rule) } })
    expect(await audited()).toBe(0)
  })

  it('is not, when it was opened: the calendar may have changed since', async () => {
    const { store } = world.instance.services
    const opened = { ...(await reader(store).get(hallDays, `${HALL}.20261124`)), day: '2026-11-28' }
    await store.commit([
      { op: 'insert', collection: hallDays.name, id: `${HALL}.20261128`, doc: { v: 1, ...opened } },
    ])
    expect(await ask('2026-11-28')).toMatchObject({ ok: true })
  })

  it('a repeat of a call that was answered is answered the same, also when the day has passed', async () => {
    const key = 'k-0000000000000001'
    const close = async () =>
      world.call(
        'closeDay',
        { hallId: HALL, day: '2026-11-23', reason: 'test' },
        { token: await world.signIn('周敏'), key },
      )
    const first = await close()
    expect(first).toMatchObject({ ok: true })
    world.now += 1.5 * DAY_MS
    expect(await close()).toEqual(first)
  })
})
