/** What people are told of their appointments: once each, and nothing of what no longer stands. */
import { appointments } from '../../../functions/appointments/collections'
import { remind } from '../../../functions/appointments/work/inform'
import { remindAt } from '../../../functions/appointments/rules/reminding'
import { notices } from '../../../functions/appointments/data/notices'
import { deliveries } from '../../../functions/core/io/delivery/collections'
import { planDeliveries } from '../../../functions/core/io/delivery/plan'
import { transact } from '../../../functions/core/io/store/transact'
import { DEFAULT_CHOICES } from '../../../functions/core/pure/delivery/choices'
import { events } from '../../../functions/core/io/events/collections'
import { HOUR, instantOf } from '../../../functions/core/pure/time'
import { DAY, eachWorld, HALL, wish, type World } from './world'

let world: World
eachWorld((fresh) => (world = fresh))

const EVENING = instantOf('2026-11-23', 18 * 60)

/** What the inbox is given, in order. */
const told = async (): Promise<readonly { kind: string; about: string; once: string }[]> =>
  (await world.all(events))
    .filter(({ doc }) => doc.subscriber === 'inbox')
    .sort((a, b) => a.doc.at - b.doc.at)
    .map(({ doc }) => doc.payload as unknown as { kind: string; about: string; once: string })

/** Told by different things: a repeat of the same thing is told once. */
const kinds = async (): Promise<readonly string[]> => [
  ...new Map((await told()).map(({ kind, once }) => [once, kind.replace('appointments.', '')])).values(),
]

const book = async (token: string | undefined) => (await world.expect('book', wish, { token })).appointment

test('a booking is told at once, and once more at six the evening before, though handlers run twice', async () => {
  const token = await world.signIn('林小雨')
  const { id } = await book(token)
  await world.settle({ again: true })
  expect(await kinds()).toEqual(['booked'])
  world.now = EVENING - 1
  await world.settle({ again: true })
  expect(await kinds()).toEqual(['booked'])
  world.now = EVENING
  await world.settle({ again: true })
  expect(await kinds()).toEqual(['booked', 'tomorrow'])
  for (const { about } of await told()) expect(about).toBe(id)
})

test('an hour before it is told once more, after a late evening’s word too, and never once it is cancelled', async () => {
  const [one, other] = await Promise.all(['林小雨', '王会芳'].map(world.signIn))
  await book(one)
  const { id } = await book(other)
  await world.settle({ again: true })
  world.now = EVENING
  await world.expect('cancel', { id }, { token: await world.signIn('王会芳') })
  world.now += HOUR
  await world.settle({ again: true })
  world.now = instantOf(wish.day, wish.start) - HOUR - 1
  await world.settle({ again: true })
  expect(await kinds()).not.toContain('soon')
  world.now += 1
  await world.settle({ again: true })
  expect((await kinds()).filter((kind) => kind === 'soon')).toHaveLength(1)
})

test('what was cancelled is not reminded of, and one’s own doing is not told', async () => {
  const token = await world.signIn('林小雨')
  const { id } = await book(token)
  await world.settle()
  await world.expect('cancel', { id }, { token })
  await world.settle()
  world.now = EVENING
  await world.settle()
  expect(await kinds()).toEqual(['booked'])
})

test('a message of it that waits for the morning is taken back when it is cancelled in the night', async () => {
  const token = await world.signIn('林小雨')
  const { id } = await book(token)
  await world.settle()
  const { services } = world.instance
  const [visit] = await world.all(appointments)
  const accountId = visit?.doc.accountId ?? ''
  const planned = await transact(services, (tx) =>
    planDeliveries(tx, {
      noticeId: 'nt_1',
      accountId,
      kind: notices.tomorrow.kind,
      terms: notices.tomorrow,
      facts: {},
      about: id,
      choices: { ...DEFAULT_CHOICES, channels: { wechat: false, sms: true, email: false } },
    }),
  )
  expect(planned).toHaveLength(1)
  await world.expect('cancel', { id }, { token })
  await world.settle({ again: true })
  expect((await world.all(deliveries)).map(({ doc: { state, why } }) => [state, why])).toEqual([
    ['failed', 'Withdrawn'],
  ])
})

test('closed by its hall it is told, not reminded of even while its sweep is to come, and told again when the day opens', async () => {
  const { id } = await book(await world.signIn('林小雨'))
  await world.settle()
  const day = { hallId: HALL, day: DAY, reason: '停电检修' }
  world.now = EVENING
  const [token, officer] = await Promise.all(['林小雨', '周敏'].map(world.signIn))
  await world.expect('closeDay', day, { token: officer })
  const [standing] = await world.all(appointments)
  expect(standing?.doc.state).toBe('booked')
  expect(await remind(world.instance.services, id, world.now)).toBe(false)
  await world.settle({ again: true })
  await world.settle({ again: true })
  expect(await kinds()).toEqual(['booked', 'cancelledByHall'])
  world.now += HOUR
  await world.expect('reopenDay', day, { token: officer })
  await world.settle({ again: true })
  expect(await kinds()).toEqual(['booked', 'cancelledByHall', 'dayReopened'])
  // The officer's words are sealed, and stay on the ticket.
  expect(JSON.stringify(await told())).not.toContain('停电')
  expect((await world.expect('get', { id }, { token })).appointment.note).toBe('停电检修')
})

test('nobody is told of an earlier closing that a later one opens', async () => {
  const [token, officer] = await Promise.all(['林小雨', '周敏'].map(world.signIn))
  await book(token)
  const day = { hallId: HALL, day: DAY, reason: '停电检修' }
  for (const round of [1, 2]) {
    world.now += HOUR
    await world.expect('closeDay', { ...day, reason: `第${round}次停电` }, { token: officer })
    world.now += HOUR
    await world.expect('reopenDay', day, { token: officer })
    await world.settle()
  }
  expect((await kinds()).filter((kind) => kind === 'dayReopened')).toHaveLength(1)
})

test('that it is open again is told only while it is', async () => {
  const [one, officer] = await Promise.all(['林小雨', '周敏'].map(world.signIn))
  await book(one)
  await world.settle()
  const day = { hallId: HALL, day: DAY, reason: '停电检修' }
  await world.expect('closeDay', day, { token: officer })
  await world.expect('reopenDay', day, { token: officer })
  await world.expect('closeDay', { ...day, reason: '又停电了' }, { token: officer })
  while ((await world.settle({ again: true })) > 0);
  const both = ['booked', 'cancelledByHall']
  expect([...(await kinds())].sort()).toEqual(both)
  // Opened again, the second closing is undone, which cancelled nobody's.
  await world.expect('reopenDay', day, { token: officer })
  await world.settle({ again: true })
  expect([...(await kinds())].sort()).toEqual(both)
})

test('a seat merely held is not told of when its day opens again', async () => {
  const [token, officer] = await Promise.all(['林小雨', '周敏'].map(world.signIn))
  await world.expect('hold', wish, { token })
  const day = { hallId: HALL, day: DAY, reason: '停电检修' }
  await world.expect('closeDay', day, { token: officer })
  await world.settle()
  await world.expect('reopenDay', day, { token: officer })
  await world.settle({ again: true })
  expect(await kinds()).toEqual([])
})

test('what is booked after six the evening before is not reminded of', () => {
  expect(remindAt(DAY, EVENING - 1)).toBe(EVENING)
  expect(remindAt(DAY, EVENING)).toBeUndefined()
  expect(remindAt('2026-12-01', EVENING)).toBe(instantOf('2026-11-30', 18 * 60))
})
