/** An officer, the clock, the owner and the hall come at once, are repeated, and die at any write: one of them ends it, once. */
import { appointments, slots, type AppointmentDoc } from '../../../functions/appointments/collections'
import { preReviews } from '../../../functions/credit/collections'
import { isOver } from '../../../functions/core/pure/case'
import { reader } from '../../../functions/core/io/store/reader'
import { HOUR, instantOf } from '../../../functions/core/pure/time'
import { reviewIdOf, reviewTable } from '../../../functions/credit/rules/states'
import { approveByClock, dropReview, openReview } from '../../../functions/credit/work/pre-review'
import { everything, restFaults, seatFaults } from '../../harness/seats'
import { Died, mortal } from '../../harness/mortal'
import { noticesOf } from './notices'
import { openWorld, PERSON, REVIEWER, type World } from './world'

const MATTER = 'TS02'
const DAY = '2026-12-02'
const REASON = '材料还不齐全'
const STANDS = '预约成功'

const stateOf = async (world: World, id: string) => {
  const read = reader(world.services.store)
  const [visit, look] = await Promise.all([read.get(appointments, id), read.get(preReviews, reviewIdOf(id))])
  return { visit: visit?.state, look: look?.state }
}

/** What may stand in rest: the appointment's end, and what its case says of it. */
const AGREED: Readonly<Partial<Record<AppointmentDoc['state'], readonly string[]>>> = {
  booked: ['approved'],
  refused: ['refused'],
  // Cancelled while it waited; or once it stood.
  cancelled: ['dropped', 'approved'],
  cancelledByHall: ['dropped', 'approved'],
}

/** All that was due is done; then everything tells the same. */
const insistAtRest = async (world: World, id: string): Promise<void> => {
  world.services.time.now += HOUR
  for (const subscriber of ['appointments', 'credit', 'inbox', 'appointments'])
    await world.must('timers/dispatch', { subscriber }, { timer: 'dispatch' })
  await world.must('appointments/settle', {}, { timer: 'settle' })
  expect(await restFaults(world.services.store, world.services.time.now)).toEqual([])
  const { visit, look } = await stateOf(world, id)
  expect([visit, AGREED[visit ?? 'held']?.includes(look ?? '')]).toEqual([visit, true])
  const open = await everything(world.services.store, preReviews)
  expect(open.filter(({ doc }) => !isOver(reviewTable, doc.state))).toEqual([])
  const told = await noticesOf(world)
  expect(new Set(told).size).toBe(told.length)
}

const inWorld = async (work: (world: World) => Promise<void>): Promise<void> => {
  const world = await openWorld()
  try {
    await work(world)
  } finally {
    await world.close()
  }
}

const waiting = async (world: World): Promise<string> => {
  const id = await world.book(DAY, { matter: MATTER })
  await openReview(world.services, id)
  return id
}

const approve = (world: World, id: string) =>
  world.call('credit/decideVisit', { id: reviewIdOf(id), outcome: 'approve' }, { as: REVIEWER })
const refuse = (world: World, id: string) =>
  world.call(
    'credit/decideVisit',
    { id: reviewIdOf(id), outcome: 'refuse', reason: REASON },
    { as: REVIEWER },
  )
const cancel = (world: World, id: string) => world.call('appointments/cancel', { id }, { as: PERSON })
const clock = (world: World, id: string) => approveByClock(world.services, id)
const close = (world: World) =>
  world.call(
    'appointments/closeDay',
    { hallId: 'chengdong-1', day: DAY, reason: '停电检修' },
    { as: REVIEWER },
  )

type Act = (world: World, id: string) => Promise<unknown>
const MEETING: readonly (readonly [string, readonly Act[]])[] = [
  ['an officer refuses while the clock approves', [refuse, clock, clock]],
  ['two decisions', [refuse, approve, refuse]],
  ['the owner cancels while an officer agrees', [cancel, approve]],
  ['the owner cancels while an officer refuses and the clock approves', [cancel, refuse, clock]],
  ['the hall closes the day while an officer refuses', [close, refuse]],
  ['the hall closes the day while the clock approves and the owner cancels', [close, clock, cancel]],
]

it.each(MEETING)('ends once when %s', async (_, acts) => {
  await inWorld(async (world) => {
    world.services.time.now = instantOf('2026-12-01', 600)
    const id = await waiting(world)
    await Promise.all(acts.map((act) => act(world, id)))
    expect(await seatFaults(world.services.store, world.services.time.now)).toEqual([])
    await insistAtRest(world, id)
  })
})

it.each([
  ['an officer', refuse, ['refused', 'refused']],
  ['the clock', clock, ['booked', 'approved']],
] as const)(
  'is %s’s when that is first, and nothing that comes later changes it',
  async (_, first, expected) => {
    await inWorld(async (world) => {
      const id = await waiting(world)
      await first(world, id)
      for (const act of [clock, refuse, approve]) await act(world, id)
      await dropReview(world.services, { appointmentId: id, by: 'owner' })
      const { visit, look } = await stateOf(world, id)
      expect([visit, look]).toEqual(expected)
      await insistAtRest(world, id)
    })
  },
)

/** Calls are repeated by their key, handlers by the dispatcher. */
const STORIES: readonly (readonly [
  string,
  (world: World, id: string) => Promise<unknown>,
  readonly string[],
])[] = [
  [
    'agreed to',
    (world, id) =>
      world.call(
        'credit/decideVisit',
        { id: reviewIdOf(id), outcome: 'approve' },
        { as: REVIEWER, key: 'k-0000000000000001' },
      ),
    ['booked', 'approved'],
  ],
  [
    'refused',
    (world, id) =>
      world.call(
        'credit/decideVisit',
        { id: reviewIdOf(id), outcome: 'refuse', reason: REASON },
        { as: REVIEWER, key: 'k-0000000000000001' },
      ),
    ['refused', 'refused'],
  ],
  ['approved by the clock', clock, ['booked', 'approved']],
  [
    'cancelled',
    async (world, id) => {
      await world.call('appointments/cancel', { id }, { as: PERSON, key: 'k-0000000000000001' })
      await dropReview(world.services, { appointmentId: id, by: 'owner' })
    },
    ['cancelled', 'dropped'],
  ],
]

describe.each(['before', 'after'] as const)('dying %s a write', (told) => {
  it.each(STORIES)(
    'ends the same once it is %s, at whichever write it died',
    async (_, story, expected) => {
      let deaths = 0
      for (let at = 0; ; at += 1) {
        let died = false
        await inWorld(async (world) => {
          const id = await waiting(world)
          await Promise.all([world.tokenOf(REVIEWER), world.tokenOf(PERSON)])
          const fate = mortal(world.services.store)
          fate.meet(at, told)
          for (let tries = 0; tries < 3; tries += 1)
            await story(world, id).catch((error: unknown) => {
              if (!(error instanceof Died)) throw error
            })
          died = fate.died
          fate.live()
          const { visit, look } = await stateOf(world, id)
          expect([at, visit, look]).toEqual([at, ...expected])
          await insistAtRest(world, id)
        })
        if (!died) break
        deaths += 1
      }
      expect(deaths).toBeGreaterThanOrEqual(1)
    },
    60_000,
  )

  it('is booked, put before its hall and stands by time, whatever dies on the way', async () => {
    for (let at = 0; ; at += 1) {
      let died = false
      await inWorld(async (world) => {
        world.services.time.now = instantOf('2026-12-01', 600)
        await world.must('appointments/openDays', {}, { timer: 'openDays' })
        await world.tokenOf(PERSON)
        const fate = mortal(world.services.store)
        fate.meet(at, told)
        const wish = { hallId: 'chengdong-1', matter: MATTER, day: DAY, start: 600 }
        const answers = []
        for (let tries = 0; tries < 3; tries += 1)
          answers.push(
            await world.call<{ appointment: { id: string } }>('appointments/book', wish, {
              as: PERSON,
              key: 'k-0000000000000001',
            }),
          )
        const done = answers.find((answer) => answer.ok)
        const id = done?.ok ? done.body.appointment.id : ''
        for (let tries = 0; tries < 2; tries += 1)
          await openReview(world.services, id).catch((error: unknown) => expect(error).toBeInstanceOf(Died))
        world.services.time.now = instantOf('2026-12-01', 930)
        for (let tries = 0; tries < 2; tries += 1)
          await approveByClock(world.services, id).catch((error: unknown) =>
            expect(error).toBeInstanceOf(Died),
          )
        died = fate.died
        fate.live()
        expect(await stateOf(world, id)).toEqual({ visit: 'booked', look: 'approved' })
        await insistAtRest(world, id)
        expect((await noticesOf(world)).filter((title) => title === STANDS)).toHaveLength(1)
        const held = (await everything(world.services.store, slots)).flatMap(({ doc }) =>
          Object.keys(doc.holders),
        )
        expect(held).toEqual([id])
      })
      if (!died) break
    }
  }, 60_000)
})
