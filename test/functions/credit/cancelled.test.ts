/** Late cancellations are recorded once, and forgiven once their hall closes that day. */
import { allOf } from '../../../functions/core/io/store/pages'
import { instantOf } from '../../../functions/core/pure/time'
import { creditEvents } from '../../../functions/credit/collections'
import { countedLate } from '../../../functions/credit/rules/fold'
import { hearCancelled, hearForgiven } from '../../../functions/credit/work/cancelled'
import { HALL, openWorld, PERSON, REVIEWER, type World } from './world'

const DAY = '2026-12-02'
let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

interface Mine {
  readonly cancellations: readonly { readonly appointmentId: string; readonly late: boolean }[]
}
const cancellations = async () =>
  (await world.must<Mine>('credit/mine', {}, { as: PERSON })).cancellations.map(({ appointmentId, late }) => [
    appointmentId,
    late,
  ])
const events = async () =>
  (await allOf(world.services.store, creditEvents, { index: 'account' })).map(({ doc }) => doc)
const cancel = (id: string) => world.must('appointments/cancel', { id }, { as: PERSON })

/** Booked for ten in the morning, and it is nine. */
const lateBooking = async (): Promise<string> => {
  const id = await world.book(DAY)
  world.services.time.now = instantOf(DAY, 540)
  return id
}

it('tells a late cancellation from one in time, and records the late one once', async () => {
  const early = await world.book(DAY, { start: 660 })
  await cancel(early)
  const late = await lateBooking()
  await cancel(late)
  await world.settle()
  await hearCancelled(world.services, late)
  expect(await events()).toMatchObject([{ appointmentId: late, kind: 'cancelledLate', day: DAY }])
  expect((await cancellations()).sort()).toEqual(
    [
      [early, false],
      [late, true],
    ].sort(),
  )
})

it('records a late rebooking too, which counts as one', async () => {
  const late = await lateBooking()
  await world.must('appointments/openDays', {}, { timer: 'openDays' })
  await world.must(
    'appointments/rebook',
    { id: late, hallId: HALL, day: '2026-12-03', start: 600 },
    { as: PERSON },
  )
  await world.settle()
  expect((await events()).map(({ kind }) => kind)).toEqual(['cancelledLate'])
  expect(await cancellations()).toEqual([[late, true]])
})

it('records one that was cancelled late while its hall still looked at it', async () => {
  world.services.time.now = instantOf('2026-12-01', 1015)
  await world.must('appointments/openDays', {}, { timer: 'openDays' })
  const wish = { hallId: HALL, matter: 'TS02', day: DAY, start: 600 }
  const { appointment } = await world.must<{ appointment: { id: string } }>('appointments/book', wish, {
    as: PERSON,
  })
  world.services.time.now = instantOf(DAY, 500)
  expect((await world.visit(appointment.id)).state).toBe('reviewing')
  await cancel(appointment.id)
  await world.settle()
  expect((await events()).map(({ kind }) => kind)).toEqual(['cancelledLate'])
})

it('is forgiven with the ledger’s, once its hall closes the day', async () => {
  const late = await lateBooking()
  await cancel(late)
  await world.must('appointments/closeDay', { hallId: HALL, day: DAY, reason: '停电检修' }, { as: REVIEWER })
  await world.settle()
  await hearForgiven(world.services, late)
  const told = await events()
  expect(told.map(({ kind }) => kind).sort()).toEqual(['cancelledLate', 'forgiven'])
  expect([...countedLate(told).keys()]).toEqual([])
  expect(await cancellations()).toEqual([])
})
