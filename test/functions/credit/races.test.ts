/** Decisions and hearings that meet, are repeated, and die at any commit: each no-show counts once, and is taken back once. */
import { ledgers } from '../../../functions/appointments/collections'
import { allOf } from '../../../functions/core/io/store/pages'
import { reader } from '../../../functions/core/io/store/reader'
import { instantOf } from '../../../functions/core/pure/time'
import { creditEvents } from '../../../functions/credit/collections'
import { countedNoShows } from '../../../functions/credit/rules/fold'
import { appealIdOf } from '../../../functions/credit/rules/states'
import { closeDay, hearCheckIn, hearNoShow } from '../../../functions/credit/work/missed'
import { dyingAt } from '../../harness/dying'
import { HALL, openWorld, PERSON, REVIEWER, type World } from './world'

const DAY = '2026-12-01'
let world: World
beforeEach(async () => {
  world = await openWorld()
})

/** The ledger is the fold of the events, always. */
afterEach(async () => {
  const { store } = world.services
  const events = await allOf(store, creditEvents, { index: 'account' })
  const counted = [...countedNoShows(events.map(({ doc }) => doc)).keys()].sort()
  const inLedgers = (await allOf(store, ledgers, { index: 'expiry' })).flatMap(({ doc }) =>
    doc.noShows.map(({ id }) => id),
  )
  expect(inLedgers.sort()).toEqual(counted)
  await world.close()
})

const kindsOf = async (id: string): Promise<string[]> =>
  (await allOf(world.services.store, creditEvents, { index: 'appointment', where: { appointmentId: id } }))
    .map(({ doc }) => doc.kind)
    .sort()

const over = (): void => {
  world.services.time.now = instantOf('2026-12-02', 10)
}
const checkedIn = (id: string) => ({ appointmentId: id, hallId: HALL, day: DAY })

it('makes one decision of two that meet', async () => {
  const id = await world.missed(DAY)
  await world.must('credit/appeal', { appointmentId: id, reason: '家人急诊' }, { as: PERSON })
  const decide = (outcome: 'uphold' | 'revoke') =>
    world.call('credit/decide', { id: appealIdOf(id), outcome, reason: '已经核实' }, { as: REVIEWER })
  const answers = await Promise.all([decide('uphold'), decide('revoke'), decide('revoke')])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  const { appeal } = await world.must<{ appeal: { state: string } }>(
    'credit/get',
    { id: appealIdOf(id) },
    { as: PERSON },
  )
  expect(await world.noShows(id)).toEqual(appeal.state === 'upheld' ? [id] : [])
})

it('ends as arrived, whichever of check-in and the end of the day is first', async () => {
  const id = await world.book(DAY)
  over()
  await Promise.all([
    closeDay(world.services, HALL, DAY),
    hearCheckIn(world.services, checkedIn(id)),
    closeDay(world.services, HALL, DAY),
  ])
  expect((await world.visit(id)).state).toBe('arrived')
  expect(await world.noShows(id)).toEqual([])
})

it.each([0, 1, 2])(
  'counts and clears once, though it dies at commit %i, before or after it',
  async (commits) => {
    const id = await world.book(DAY)
    over()
    for (const told of [true, false]) {
      await dyingAt(world.services, { commits, told }, (services) => closeDay(services, HALL, DAY))
      await closeDay(world.services, HALL, DAY)
      expect(await world.noShows(id)).toEqual([id])
    }
    expect(await kindsOf(id)).toEqual(['missed'])
    for (const told of [true, false]) {
      await dyingAt(world.services, { commits, told }, (services) => hearCheckIn(services, checkedIn(id)))
      await hearCheckIn(world.services, checkedIn(id))
    }
    expect(await kindsOf(id)).toEqual(['cameIn', 'missed'])
  },
)

it('is not taken back by a check-in, once it was called in vain', async () => {
  const id = await world.book(DAY)
  over()
  await closeDay(world.services, HALL, DAY)
  await hearNoShow(world.services, id)
  await hearCheckIn(world.services, checkedIn(id))
  expect(await kindsOf(id)).toEqual(['missed', 'notAtWindow'])
  expect((await reader(world.services.store).get(creditEvents, `${id}.missed`))?.day).toBe(DAY)
})
