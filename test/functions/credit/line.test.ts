/** Missed → no-show → ban after the third → appeal → revoked → booking again: through the real entry. */
import { MINUTE, instantOf } from '../../../functions/core/pure/time'
import { appealIdOf } from '../../../functions/credit/rules/states'
import { HALL, MATTER, openWorld, PERSON, REVIEWER, type World } from './world'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

interface Mine {
  readonly noShows: readonly { readonly appointmentId: string; readonly appeal: { state: string } | null }[]
  readonly suspended: { readonly by: string; readonly until: number } | null
}
const mine = (): Promise<Mine> => world.must<Mine>('credit/mine', {}, { as: PERSON })
const wish = { hallId: HALL, matter: MATTER, day: '2026-12-17', start: 600 }
const REASON = '当天送家人急诊，有病历'

it('suspends after the third no-show of a month, to the minute, at every hall, until one is withdrawn', async () => {
  const first = await world.missed('2026-12-01')
  await world.missed('2026-12-08')
  expect((await mine()).suspended).toBeNull()
  const third = await world.missed('2026-12-15')
  expect(await mine()).toMatchObject({
    noShows: [{ appointmentId: first, appeal: null }, {}, { appointmentId: third, appeal: null }],
    suspended: { by: 'noShows', until: instantOf('2027-01-15') },
  })
  await world.must('appointments/openDays', {}, { timer: 'openDays' })
  const refused = await world.call('appointments/book', wish, { as: PERSON })
  expect(refused).toMatchObject({ code: 'BANNED', data: { until: instantOf('2027-01-15') } })
  expect(await world.refused('appointments/book', { ...wish, hallId: 'chengdong-3' }, { as: PERSON })).toBe(
    'BANNED',
  )

  const { id } = await world.must<{ id: string }>(
    'credit/appeal',
    { appointmentId: third, reason: REASON },
    { as: PERSON },
  )
  expect(id).toBe(appealIdOf(third))
  const work = await world.must<{ items: { id: string; feature: string; mayAct: boolean }[] }>(
    'workbench/list',
    { hallId: HALL, view: 'open' },
    { as: REVIEWER },
  )
  expect(work.items).toMatchObject([{ id, feature: 'credit', mayAct: true }])
  const seen = await world.must<{ appeal: { reason: string } }>('credit/review', { id }, { as: REVIEWER })
  expect(seen.appeal.reason).toBe(REASON)
  const decision = { id, outcome: 'revoke', reason: '情况属实，予以撤销' }
  await world.must('credit/decide', decision, { as: REVIEWER })
  expect(await world.refused('credit/decide', { ...decision, outcome: 'uphold' }, { as: REVIEWER })).toBe(
    'CASE_STATE',
  )

  expect(await mine()).toMatchObject({ noShows: [{ appointmentId: first }, {}], suspended: null })
  const told = await world.must<{ appeal: { decision: string; state: string } }>(
    'credit/get',
    { id },
    { as: PERSON },
  )
  const own = await world.must<{ items: unknown[] }>('credit/appeals', {}, { as: PERSON })
  expect(own.items).toMatchObject([{ id, appointmentId: third, state: 'revoked' }])
  expect(told.appeal).toMatchObject({ decision: decision.reason, state: 'revoked' })
  await world.must('appointments/book', wish, { as: PERSON })
})

it('ends at the minute that was shown', async () => {
  for (const day of ['2026-12-01', '2026-12-08', '2026-12-15']) await world.missed(day)
  const until = (await mine()).suspended?.until ?? 0
  world.services.time.now = until - MINUTE
  expect((await mine()).suspended).not.toBeNull()
  world.services.time.now = until
  expect((await mine()).suspended).toBeNull()
})

it('leaves a no-show that was upheld, and takes one appeal', async () => {
  const id = await world.missed('2026-12-01')
  const asked = { appointmentId: id, reason: REASON }
  await world.must('credit/appeal', asked, { as: PERSON })
  expect(await world.refused('credit/appeal', { ...asked, reason: '再说一次' }, { as: PERSON })).toBe(
    'APPEALED_BEFORE',
  )
  const decision = { id: appealIdOf(id), outcome: 'uphold', reason: '没有提供证明' }
  await world.must('credit/decide', decision, { as: REVIEWER })
  expect(await world.noShows(id)).toEqual([id])
  expect((await mine()).noShows).toMatchObject([{ appointmentId: id, appeal: { state: 'upheld' } }])
})

it('counts nobody where the hall checked nobody in, nor whoever came', async () => {
  const unheard = await world.book('2026-12-01')
  world.services.time.now = instantOf('2026-12-02', 600)
  await world.settle()
  expect((await world.visit(unheard)).state).toBe('booked')
  const came = await world.book('2026-12-08')
  world.services.time.now = instantOf('2026-12-08', 590)
  await world.tell('queue.checkedIn', { appointmentId: came, hallId: HALL, day: '2026-12-08' })
  await world.dayOver('2026-12-08')
  expect((await world.visit(came)).state).toBe('arrived')
  expect((await mine()).noShows).toEqual([])
})

it('takes a no-show back when its check-in is told late, with the appeal that was open; once', async () => {
  const id = await world.missed('2026-12-01')
  await world.must('credit/appeal', { appointmentId: id, reason: REASON }, { as: PERSON })
  await world.checkIn(id)
  await world.checkIn(id)
  expect(await world.noShows(id)).toEqual([])
  const told = await world.must<{ appeal: { state: string } }>(
    'credit/get',
    { id: appealIdOf(id) },
    { as: PERSON },
  )
  expect(told.appeal.state).toBe('cleared')
})

it('counts whoever checked in and was called in vain, in whichever order that is told', async () => {
  const told = async (id: string, day: string, kinds: readonly ('in' | 'vain')[]): Promise<void> => {
    for (const kind of kinds)
      if (kind === 'in') await world.tell('queue.checkedIn', { appointmentId: id, hallId: HALL, day })
      else await world.tell('queue.noShow', { appointmentId: id })
  }
  const one = await world.book('2026-12-01')
  await told(one, '2026-12-01', ['in', 'vain'])
  const other = await world.book('2026-12-08')
  await told(other, '2026-12-08', ['vain', 'in'])
  expect(await world.noShows(one)).toEqual([one, other])
})

it('never counts what the hall cancelled, or a slot in which it stopped', async () => {
  const before = await world.book('2026-12-01')
  await world.must(
    'appointments/closeDay',
    { hallId: HALL, day: '2026-12-01', reason: '停电检修' },
    { as: '周敏' },
  )
  await world.dayOver('2026-12-01')
  expect(['cancelledByHall']).toContain((await world.visit(before)).state)
  const within = await world.book('2026-12-08')
  world.services.time.now = instantOf('2026-12-08', 610)
  await world.must(
    'appointments/closeDay',
    { hallId: HALL, day: '2026-12-08', reason: '停电检修' },
    { as: '周敏' },
  )
  await world.dayOver('2026-12-08')
  expect((await world.visit(within)).state).toBe('booked')
  expect((await mine()).noShows).toEqual([])
})
