/** A hall's days, counted as they are booked and cancelled, for its officers. */
import { appointments, type AppointmentDoc } from '../../../functions/appointments/collections'
import { recountHallDays } from '../../../functions/appointments/work/tallies'
import { events, type EventDoc } from '../../../functions/core/io/events/collections'
import { addDays, HOUR, instantOf } from '../../../functions/core/pure/time'
import { DAY, defects, eachWorld, HALL, wish, type World } from './world'

let world: World
eachWorld((fresh) => {
  world = fresh
})

const tallied = async (token: string, until = DAY) =>
  (await world.expect('tallies', { hallId: HALL, until }, { token })).days
const ofDay = async (token: string) => (await tallied(token)).find(({ day }) => day === DAY)
const toldOf = async (): Promise<unknown[]> =>
  (await world.all<EventDoc>(events))
    .filter(({ doc }) => doc.kind === 'appointments.booked' || doc.kind === 'appointments.cancelled')
    .map(({ doc: { kind, payload } }) => [
      kind.slice('appointments.'.length),
      payload.by ?? null,
      payload.appointmentId,
    ])

it('says what was booked, and what of it was cancelled and by whom', async () => {
  const officer = await world.signIn('周敏')
  const [own, hall, lapsed, direct] = await world.signInAll(4, '人')
  const book = async (token: string | undefined) =>
    (await world.expect('book', wish, { token: token ?? '' })).appointment.id
  const cancelledId = await book(own)
  await world.expect('cancel', { id: cancelledId }, { token: own ?? '' })
  const { appointment: held } = await world.expect('hold', wish, { token: hall ?? '' })
  await world.expect('book', { holdId: held.id }, { token: hall ?? '' })
  await world.expect('hold', { ...wish, start: 630 }, { token: lapsed ?? '' })
  const directId = await book(direct)
  await world.settle({ again: true })
  expect(await ofDay(officer)).toEqual({ day: DAY, booked: 3, cancelled: 1, cancelledByHall: 0 })
  world.now += HOUR
  await world.expect('closeDay', { hallId: HALL, day: DAY, reason: '停电' }, { token: officer })
  while ((await world.settle({ again: true })) > 0);
  expect(await ofDay(officer)).toEqual({ day: DAY, booked: 3, cancelled: 1, cancelledByHall: 2 })
  expect((await toldOf()).map((row) => JSON.stringify(row)).sort()).toEqual(
    [
      ['booked', null, cancelledId],
      ['booked', null, held.id],
      ['booked', null, directId],
      ['cancelled', 'owner', cancelledId],
      ['cancelled', 'hall', held.id],
      ['cancelled', 'hall', directId],
    ]
      .map((row) => JSON.stringify(row))
      .sort(),
  )
})

it('is of thirty days to the one asked for, and of no other hall', async () => {
  const officer = await world.signIn('周敏')
  const [token = ''] = await world.signInAll(1, '人')
  await world.expect('book', wish, { token })
  await world.settle()
  const days = await tallied(officer, addDays(DAY, 29))
  expect(days).toHaveLength(30)
  expect([days[0]?.day, days[0]?.booked, days[29]?.day]).toEqual([DAY, 1, addDays(DAY, 29)])
  expect((await tallied(officer, addDays(DAY, 30))).every(({ booked }) => booked === 0)).toBe(true)
  const today = await world.expect('tallies', { hallId: HALL }, { token: officer })
  expect(today.days.at(-1)?.day).toBe('2026-11-22')
  expect(await world.call('tallies', { hallId: HALL }, { token })).toMatchObject({ code: 'FORBIDDEN' })
  expect(
    await world.call('tallies', { hallId: HALL, until: '0000-01-05' }, { token: officer }),
  ).toMatchObject({
    code: 'INVALID_INPUT',
  })
})

it('counts once a cancellation that many ask for at once, and a hold that many confirm', async () => {
  const officer = await world.signIn('周敏')
  const [token = ''] = await world.signInAll(1, '人')
  const { appointment } = await world.expect('hold', wish, { token })
  await Promise.all(
    Array.from({ length: 8 }, () => world.call('book', { holdId: appointment.id }, { token })),
  )
  await Promise.all([
    ...Array.from({ length: 8 }, () => world.call('cancel', { id: appointment.id }, { token })),
    world.call('closeDay', { hallId: HALL, day: DAY, reason: '停电' }, { token: officer }),
  ])
  while ((await world.settle({ again: true })) > 0);
  const counts = await ofDay(officer)
  expect(counts).toMatchObject({ booked: 1 })
  expect((counts?.cancelled ?? 0) + (counts?.cancelledByHall ?? 0)).toBe(1)
})

it('an appointment that is erased with its person counts as cancelled by her', async () => {
  const officer = await world.signIn('周敏')
  const [token = ''] = await world.signInAll(1, '人')
  const { appointment } = await world.expect('book', wish, { token })
  await world.erase(token)
  const { store, random, clock } = world.instance.services
  const { leaveSeats } = await import('../../../functions/appointments/work/leave')
  const [{ doc } = { doc: undefined }] = (await world.all<AppointmentDoc>(appointments)).filter(
    ({ id }) => id === appointment.id,
  )
  await leaveSeats({ ...world.instance.services, store, random, clock }, { accountId: doc?.accountId ?? '' })
  while ((await world.settle({ again: true })) > 0);
  expect(await ofDay(officer)).toEqual({ day: DAY, booked: 1, cancelled: 1, cancelledByHall: 0 })
})

it('the recount names what is not counted yet', async () => {
  const [token = ''] = await world.signInAll(1, '人')
  await world.expect('book', wish, { token })
  const days = { hallId: HALL, from: DAY, to: DAY }
  expect(await recountHallDays(world.instance.services, days)).toEqual([
    {
      key: `${HALL}.20261124`,
      counted: { booked: 0, cancelled: 0, cancelledByHall: 0 },
      truth: { booked: 1, cancelled: 0, cancelledByHall: 0 },
    },
  ])
  await world.settle()
  expect(await recountHallDays(world.instance.services, days)).toEqual([])
})

it('is recounted each night, and a difference told to the operator', async () => {
  const [token = ''] = await world.signInAll(1, '人')
  await world.expect('book', wish, { token })
  const recount = async (): Promise<unknown> => {
    const envelope = {
      procedure: 'appointments/recount',
      input: {},
      headers: {},
      source: { timer: 'recount' },
    }
    return (await world.instance.entry.handle(envelope)).body
  }
  const before = world.now
  world.now = instantOf(addDays(DAY, 1), 200)
  expect(await recount()).toEqual({ differences: 1 })
  expect(defects.splice(0)).toEqual([
    {
      key: `${HALL}.20261124`,
      counted: { booked: 0, cancelled: 0, cancelledByHall: 0 },
      truth: { booked: 1, cancelled: 0, cancelledByHall: 0 },
    },
  ])
  await world.settle()
  expect(await recount()).toEqual({ differences: 0 })
  world.now = before
})
