/** The proof of a booking: one for each, without a name, and withdrawn with what it proves. */
import { verifications } from '../../../functions/core/io/verification/collections'
import { sweepDay } from '../../../functions/appointments/work/sweep-day'
import { DAY, eachWorld, HALL, wish, type World } from './world'

let world: World
eachWorld((fresh) => (world = fresh))

const states = async (): Promise<readonly string[]> =>
  (await world.all(verifications)).map(({ doc }) => doc.state)

it('is one, however often it is asked for, and names nobody', async () => {
  const token = await world.signIn('林小雨')
  const { appointment } = await world.expect('book', wish, { token })
  const answers = await Promise.all(
    [1, 2, 3].map(() => world.expect('proof', { id: appointment.id }, { token })),
  )
  expect(new Set(answers.map(({ code }) => code)).size).toBe(1)
  const [paper, ...others] = await world.all(verifications)
  expect(others).toEqual([])
  expect(JSON.stringify(paper)).not.toMatch(/林|tp_|ac_/)
})

it('is withdrawn in the very commit in which its owner cancels', async () => {
  const token = await world.signIn('林小雨')
  const { appointment } = await world.expect('book', wish, { token })
  await world.expect('proof', { id: appointment.id }, { token })
  expect(await states()).toEqual(['valid'])
  await world.expect('cancel', { id: appointment.id }, { token })
  expect(await states()).toEqual(['withdrawn'])
  await world.settle({ again: true })
  expect(await states()).toEqual(['withdrawn'])
})

it('is withdrawn with what the sweep of a closed day cancels,', async () => {
  const [token, officer] = [await world.signIn('林小雨'), await world.signIn('周敏')]
  const { appointment } = await world.expect('book', wish, { token })
  await world.expect('proof', { id: appointment.id }, { token })
  await world.expect('closeDay', { hallId: HALL, day: DAY, reason: '停电检修' }, { token: officer })
  await sweepDay(world.instance.services, HALL, DAY)
  expect(await states()).toEqual(['withdrawn'])
})

it('is not to be had of a hold', async () => {
  const token = await world.signIn('林小雨')
  const { appointment } = await world.expect('hold', wish, { token })
  expect(await world.call('proof', { id: appointment.id }, { token })).toMatchObject({
    ok: false,
    code: 'NOT_BOOKED',
  })
})
