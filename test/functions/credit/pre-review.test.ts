/** Bookings that their hall looks at first: asked → agreed, refused, or standing by time; through the real entry. */
import { restFaults } from '../../harness/seats'
import { HOUR, instantOf, MINUTE } from '../../../functions/core/pure/time'
import { reviewIdOf } from '../../../functions/credit/rules/states'
import { noticesOf } from './notices'
import { HALL, openWorld, PERSON, REVIEWER, type World } from './world'

/** Looked at first: with a way to do it online, and without. */
const MATTER = 'TS02'
const OFFLINE = 'DJ02'
const DAY = '2026-12-02'

const SENT = '预约已提交，等待大厅预审'
const STANDS = '预约成功'
const REFUSED = '预约没有通过预审'
const STOPPED = '大厅取消了您的预约'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
/** In rest, seats, ledgers and appointments tell the same. */
afterEach(async () => {
  world.services.time.now += HOUR
  await world.settle()
  await world.must('appointments/settle', {}, { timer: 'settle' })
  expect(await restFaults(world.services.store, world.services.time.now)).toEqual([])
  await world.close()
})

interface Shown {
  readonly appointment: {
    readonly state: string
    readonly review?: { readonly state: string; readonly until?: number }
    readonly canCancel: boolean
  }
}
const get = async (id: string): Promise<Shown['appointment']> =>
  (await world.must<Shown>('appointments/get', { id }, { as: PERSON })).appointment
const asked = async (matter = MATTER): Promise<string> => {
  const id = await world.book(DAY, { matter })
  await world.settle()
  return id
}
const decide = (id: string, outcome: string, reason?: string) => ({
  id: reviewIdOf(id),
  outcome,
  ...(reason === undefined ? {} : { reason }),
})
const REASON = '请先补齐完税凭证，再来预约'

it('keeps the seat while it waits, and says until when: four working hours from the booking', async () => {
  const id = await world.book(DAY, { matter: MATTER })
  // Booked at 10:00 of the working day before: two hours before lunch, two after it.
  const until = instantOf('2026-12-01', 930)
  expect(await get(id)).toMatchObject({
    state: 'booked',
    review: { state: 'waiting', until },
    canCancel: true,
  })
  expect((await world.visit(id)).state).toBe('reviewing')
  const refused = await world.refused('appointments/proof', { id }, { as: PERSON })
  expect(refused).toBe('NOT_BOOKED')
  await world.settle()
  expect(await noticesOf(world)).toEqual([SENT])
})

it('is work of its hall, and stands once an officer agrees', async () => {
  const id = await asked()
  const { items } = await world.must<{ items: { id: string; kind: string; due: string }[] }>(
    'workbench/list',
    { hallId: HALL, view: 'open', feature: 'credit', kind: 'preReview' },
    { as: REVIEWER },
  )
  expect(items).toMatchObject([{ id: reviewIdOf(id), due: '2026-12-01' }])
  const sight = await world.must<{ visit: { online: { url: string } | null }; work: { mayAct: boolean } }>(
    'credit/reviewVisit',
    { id: reviewIdOf(id) },
    { as: REVIEWER },
  )
  expect(sight.work.mayAct).toBe(true)
  expect(sight.visit.online?.url).toMatch(/^https:/)
  await world.must('credit/decideVisit', decide(id, 'approve'), { as: REVIEWER })
  expect(await get(id)).not.toHaveProperty('review')
  expect((await world.visit(id)).state).toBe('booked')
  await world.settle()
  expect(await noticesOf(world)).toEqual([SENT, STANDS])
  // Its own event comes, and changes nothing.
  world.services.time.now = instantOf('2026-12-01', 931)
  await world.settle()
  expect(await noticesOf(world)).toHaveLength(2)
})

it('gives the seat and the limits back when it is refused, with the reason', async () => {
  const id = await asked()
  const { hallId, start } = await world.visit(id)
  expect(await world.refused('credit/decideVisit', decide(id, 'refuse'), { as: REVIEWER })).toBe(
    'INVALID_INPUT',
  )
  await world.must('credit/decideVisit', decide(id, 'refuse', REASON), { as: REVIEWER })
  expect(await get(id)).toMatchObject({
    state: 'cancelledByHall',
    review: { state: 'refused' },
    canCancel: false,
  })
  expect(await get(id)).not.toHaveProperty('note')
  const told = await world.must<{ review: { state: string; reason: string; online: unknown } }>(
    'credit/preReview',
    { appointmentId: id },
    { as: PERSON },
  )
  expect(told.review).toMatchObject({ state: 'refused', reason: REASON, online: null })
  await world.settle()
  expect(await noticesOf(world)).toEqual([SENT, REFUSED])
  // Within the limit of one a slot and half day, and no cancellation of hers.
  const wish = { hallId, matter: MATTER, day: DAY, start }
  await world.must('appointments/book', wish, { as: PERSON })
  const mine = await world.must<{ limits: { cancellations: { used: number } } }>(
    'credit/mine',
    {},
    { as: PERSON },
  )
  expect(mine.limits.cancellations.used).toBe(0)
})

it('leads to the online way where there is one', async () => {
  const id = await asked()
  await world.must('credit/decideVisit', decide(id, 'refuseOnline', '网上就能办'), { as: REVIEWER })
  const told = await world.must<{ review: object }>('credit/preReview', { appointmentId: id }, { as: PERSON })
  expect(told.review).toMatchObject({
    state: 'refusedOnline',
    reason: '网上就能办',
    online: { url: 'https://etax.chinatax.gov.cn/' },
  })
  const other = await asked(OFFLINE)
  const answer = await world.refused('credit/decideVisit', decide(other, 'refuseOnline', '网上就能办'), {
    as: REVIEWER,
  })
  expect(answer).toBe('NO_ONLINE_WAY')
  expect((await world.visit(other)).state).toBe('reviewing')
})

it('stands by time, exactly then and once, and cannot be refused afterwards', async () => {
  const id = await asked()
  const until = instantOf('2026-12-01', 930)
  world.services.time.now = until - 5 * MINUTE
  await world.must('timers/dispatch', { subscriber: 'credit' }, { timer: 'dispatch' })
  expect((await world.visit(id)).state).toBe('reviewing')
  world.services.time.now = until
  // On the wire it stands from that moment on, event or not.
  expect(await get(id)).not.toHaveProperty('review')
  await world.settle()
  expect((await world.visit(id)).state).toBe('booked')
  expect(await noticesOf(world)).toEqual([SENT, STANDS])
  expect(await world.refused('credit/decideVisit', decide(id, 'refuse', REASON), { as: REVIEWER })).toBe(
    'CASE_STATE',
  )
  const told = await world.must<{ review: object }>('credit/preReview', { appointmentId: id }, { as: PERSON })
  expect(told.review).toMatchObject({ state: 'approved', reason: '' })
})

it('is looked at only once it is confirmed, where it was held first', async () => {
  world.services.time.now = instantOf('2026-12-01', 600)
  await world.must('appointments/openDays', {}, { timer: 'openDays' })
  const wish = { hallId: HALL, matter: MATTER, day: DAY, start: 600 }
  const { appointment } = await world.must<{ appointment: { id: string } }>('appointments/hold', wish, {
    as: PERSON,
  })
  expect((await world.visit(appointment.id)).state).toBe('held')
  const confirm = () => world.must<Shown>('appointments/book', { holdId: appointment.id }, { as: PERSON })
  expect((await confirm()).appointment.review?.state).toBe('waiting')
  expect((await confirm()).appointment.review?.state).toBe('waiting')
})

it('is over when its owner cancels or rebooks it, and when its hall closes the day, who tells her so', async () => {
  const cancelled = await asked()
  await world.must('appointments/cancel', { id: cancelled }, { as: PERSON })
  await world.settle()
  expect(await world.refused('credit/decideVisit', decide(cancelled, 'approve'), { as: REVIEWER })).toBe(
    'CASE_STATE',
  )
  const moved = await world.book(DAY, { matter: MATTER, start: 630 })
  await world.settle()
  await world.must('appointments/rebook', { id: moved, hallId: HALL, day: DAY, start: 660 }, { as: PERSON })
  await world.settle()
  const open = { hallId: HALL, view: 'open', feature: 'credit' }
  const { items } = await world.must<{ items: unknown[] }>('workbench/list', open, { as: REVIEWER })
  expect(items).toHaveLength(1)
  await world.must('appointments/closeDay', { hallId: HALL, day: DAY, reason: '停电检修' }, { as: REVIEWER })
  await world.settle()
  const left = await world.must<{ items: unknown[] }>('workbench/list', open, { as: REVIEWER })
  expect(left.items).toEqual([])
  expect((await noticesOf(world)).filter((title) => title === STOPPED)).toHaveLength(1)
})

it('is not kept waiting where there is no time for it: at the latest when a ticket can be taken', async () => {
  const id = await world.book('2026-12-02', { matter: MATTER, start: 540 })
  // By working hours it would be 15:30 of the day before; a booking later that day has less.
  await world.must('appointments/cancel', { id }, { as: PERSON })
  world.services.time.now = instantOf('2026-12-01', 1000)
  const late = { hallId: HALL, matter: MATTER, day: DAY, start: 570 }
  const { appointment } = await world.must<Shown>('appointments/book', late, { as: PERSON })
  expect(appointment.review?.until).toBe(instantOf(DAY, 555))
})

it('is nobody’s to decide in one’s own affair', async () => {
  await world.must(
    'accounts/bind',
    { kind: 'person', name: '周敏', number: '990102198001010016' },
    { as: REVIEWER },
  )
  world.services.time.now = instantOf('2026-12-01', 600)
  await world.must('appointments/openDays', {}, { timer: 'openDays' })
  const { appointment } = await world.must<{ appointment: { id: string } }>(
    'appointments/book',
    { hallId: HALL, matter: MATTER, day: DAY, start: 600 },
    { as: REVIEWER },
  )
  await world.settle()
  expect(await world.refused('credit/decideVisit', decide(appointment.id, 'approve'), { as: REVIEWER })).toBe(
    'FOUR_EYES',
  )
})
