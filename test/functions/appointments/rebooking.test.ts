/** Moving an appointment to another time: the old seat is never lost before the new one is sure. */
import { appointments, ledgers } from '../../../functions/appointments/collections'
import { isActive } from '../../../functions/appointments/rules/states'
import { instantOf, MINUTE } from '../../../functions/core/pure/time'
import { Died, mortal } from '../../harness/mortal'
import { DAY, defects, disagreements, eachWorld, HALL, openWorld, restless, wish, type World } from './world'

let world: World
eachWorld((fresh) => (world = fresh))

const later = { hallId: HALL, day: DAY, start: 660 }
const active = async (of: World) =>
  (await of.all(appointments))
    .filter(({ doc }) => isActive(doc.state))
    .map(({ doc }) => [doc.start, doc.state])

it('books the new time, and the old seat comes back a few minutes later; in time it counts for nothing', async () => {
  const token = await world.signIn('林小雨')
  const { appointment } = await world.expect('book', wish, { token })
  // The same half-day: the old one is not in the way of the new one.
  const moved = await world.expect('rebook', { id: appointment.id, ...later }, { token })
  expect(moved.appointment).toMatchObject({ state: 'booked', start: 660, matter: wish.matter })
  expect((await world.expect('get', { id: appointment.id }, { token })).appointment.state).toBe('cancelled')
  expect((await world.all(ledgers)).flatMap(({ doc }) => doc.cancellations)).toEqual([])
  expect((await world.slot(DAY, 600)).left.online).toBe(9)
  world.now += 5 * MINUTE
  await world.settle()
  expect((await world.slot(DAY, 600)).left.online).toBe(10)
})

it('late, counts as a late cancellation', async () => {
  const token = await world.signIn('林小雨')
  const { appointment } = await world.expect('book', wish, { token })
  world.now = instantOf(DAY, 500)
  const again = await world.signIn('林小雨')
  await world.expect(
    'rebook',
    { id: appointment.id, hallId: HALL, day: '2026-11-26', start: 660 },
    { token: again },
  )
  expect((await world.all(ledgers)).flatMap(({ doc }) => doc.cancellations)).toMatchObject([{ late: true }])
})

it('into a time that is full, or that the rules refuse, leaves the old one as it was', async () => {
  const token = await world.signIn('林小雨')
  const { appointment } = await world.expect('book', wish, { token })
  for (const other of await world.signInAll(10, '满'))
    await world.expect('book', { ...wish, start: 660 }, { token: other })
  const { id } = appointment
  const refused = async (to: object) => world.call('rebook', { id, ...later, ...to }, { token })
  expect(await refused({})).toMatchObject({ code: 'SLOT_FULL' })
  expect(await refused({ start: 600 })).toMatchObject({ code: 'SAME_TIME' })
  expect(await refused({ day: '2026-11-20' })).toMatchObject({ code: 'SLOT_PAST' })
  expect((await world.expect('get', { id }, { token })).appointment).toEqual(appointment)
  await world.expect('cancel', { id }, { token })
  expect(await refused({ start: 690 })).toMatchObject({ code: 'CANNOT_CANCEL' })
})

it('of a mere hold, or of somebody else’s, is none', async () => {
  const token = await world.signIn('林小雨')
  const { appointment } = await world.expect('hold', wish, { token })
  expect(await world.call('rebook', { id: appointment.id, ...later }, { token })).toMatchObject({
    code: 'CANNOT_CANCEL',
  })
  const other = await world.signIn('陈建国')
  expect(await world.call('rebook', { id: appointment.id, ...later }, { token: other })).toMatchObject({
    code: 'NOT_FOUND',
  })
})

it('while it is cancelled, or moved elsewhere, at the same moment: one of them, and one seat', async () => {
  const token = await world.signIn('林小雨')
  const { appointment } = await world.expect('book', wish, { token })
  const { id } = appointment
  await Promise.all([
    world.call('rebook', { id, ...later }, { token }),
    world.call('rebook', { id, ...later, start: 690 }, { token }),
    world.call('cancel', { id }, { token }),
  ])
  expect((await active(world)).length).toBeLessThanOrEqual(1)
  expect((await world.expect('get', { id }, { token })).appointment.state).toBe('cancelled')
})

it.each(['before', 'after'] as const)(
  'dying %s any write: she has the old seat or the new one, and her repeat the new one',
  async (told) => {
    for (let at = 0; ; at += 1) {
      const own = await openWorld()
      try {
        const token = await own.signIn('林小雨')
        const { appointment } = await own.expect('book', wish, { token })
        const fate = mortal(own.instance.services.store)
        fate.meet(at, told)
        const move = () =>
          own.call('rebook', { id: appointment.id, ...later }, { token, key: 'k-0000000000000001' })
        await move()
        fate.live()
        expect(await disagreements(own)).toEqual([])
        expect(await active(own)).toHaveLength(1)
        await move()
        expect(await active(own)).toEqual([[660, 'booked']])
        expect(await restless(own)).toEqual([])
        if (!fate.died) break
      } finally {
        await own.close()
      }
    }
    defects.splice(0).forEach(({ err }) => expect(err).toBeInstanceOf(Died))
  },
  60_000,
)
