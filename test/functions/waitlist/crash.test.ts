/** Whatever dies at whichever write: the seat goes to the first who takes it, once, and nothing is left behind. */
import { MINUTE } from '../../../functions/core/pure/time'
import { waitLines, waits } from '../../../functions/waitlist/collections'
import { tendLine } from '../../../functions/waitlist/work/tend'
import { slotId } from '../../../functions/appointments/public'
import { dyingAt } from '../../harness/dying'
import { everything } from '../../harness/seats'
import { Died, mortal, type Mortal } from '../../harness/mortal'
import {
  DAY,
  defects,
  faults,
  HALL,
  openWorld,
  restless,
  START,
  wish,
  type Answer,
  type World,
} from './world'

const LINE = slotId(HALL, DAY, START)

const inWorld = async <T>(work: (world: World) => Promise<T>): Promise<T> => {
  const world = await openWorld()
  try {
    return await work(world)
  } finally {
    await world.close()
  }
}

/** One has the only seat, two wait. */
const lined = async (world: World) => {
  await world.seats(1)
  const first = await world.booked('甲')
  const waiting = []
  for (const person of ['乙', '丙']) {
    const token = await world.signIn(person)
    waiting.push({ token, id: (await world.must('waitlist/join', wish, token)).wait.id })
  }
  return { first, one: waiting[0] ?? first, two: waiting[1] ?? first }
}
const statesOf = async (world: World) =>
  (await everything(world.services.store, waits))
    .map(({ doc }) => doc)
    .sort((a, b) => a.place - b.place)
    .map(({ state }) => state)

/** Dies, then goes on as callers, dispatcher and schedules do: again. */
const again = async (work: () => Promise<Answer | undefined>): Promise<void> => {
  for (let tries = 0; tries < 3; tries += 1) {
    const answer = await work().catch((error: unknown) => {
      if (error instanceof Died) return undefined
      throw error
    })
    if (answer === undefined || answer.ok || answer.code !== 'INTERNAL') return
  }
}

/** @param story what may die at any of its writes */
const dieEverywhere = async (
  told: 'before' | 'after',
  story: (world: World, meet: (mortal: Mortal) => void) => Promise<void>,
): Promise<number> => {
  for (let at = 0; ; at += 1) {
    const died = await inWorld(async (world) => {
      let fate: Mortal | undefined
      await story(world, (one) => {
        fate = one
        one.meet(at, told)
      })
      fate?.live()
      expect(await faults(world)).toEqual([])
      await world.pass(3)
      expect(await restless(world)).toEqual([])
      return fate?.died ?? false
    })
    defects.splice(0).forEach(({ err }) => expect(err).toBeInstanceOf(Died))
    if (!died) return at
  }
}

describe.each(['before', 'after'] as const)('dying %s a write', (told) => {
  it('while one joins: she stands in the line once, and the slot keeps its seats for it', async () => {
    const deaths = await dieEverywhere(told, async (world, meet) => {
      await world.seats(1)
      await world.booked('甲')
      const token = await world.signIn('乙')
      const fate = mortal(world.services.store)
      meet(fate)
      await again(() => world.call('waitlist/join', wish, token, 'k-0000000000000001'))
      fate.live()
      await world.pass(1)
      expect(await statesOf(world)).toEqual(['waiting'])
      const [line] = await everything(world.services.store, waitLines)
      expect((await world.slot()).line).toBe(line?.doc.token)
    })
    expect(deaths).toBeGreaterThanOrEqual(2)
  }, 60_000)

  it('while a seat comes free and is offered: the first is offered it, once', async () => {
    const deaths = await dieEverywhere(told, async (world, meet) => {
      const { first } = await lined(world)
      await world.must('appointments/cancel', { id: first.id }, first.token)
      world.now += 4 * MINUTE
      const fate = mortal(world.services.store)
      meet(fate)
      for (let minute = 0; minute < 3; minute += 1) await world.pass(1).catch(() => undefined)
      expect(await statesOf(world)).toEqual(['offered', 'waiting'])
    })
    expect(deaths).toBeGreaterThan(4)
  }, 120_000)

  it('while she accepts: one appointment, and her wait tells the same', async () => {
    const deaths = await dieEverywhere(told, async (world, meet) => {
      const { first, one } = await lined(world)
      await world.must('appointments/cancel', { id: first.id }, first.token)
      await world.pass(6)
      meet(mortal(world.services.store))
      await again(() => world.call('waitlist/accept', { id: one.id }, one.token, 'k-0000000000000001'))
      expect(await statesOf(world)).toEqual(['booked', 'waiting'])
      expect(Object.keys((await world.slot()).holders)).toHaveLength(1)
    })
    expect(deaths).toBeGreaterThanOrEqual(3)
  }, 60_000)

  it('while she declines: the next is offered it', async () => {
    const deaths = await dieEverywhere(told, async (world, meet) => {
      const { first, one } = await lined(world)
      await world.must('appointments/cancel', { id: first.id }, first.token)
      await world.pass(6)
      const fate = mortal(world.services.store)
      meet(fate)
      await again(() => world.call('waitlist/leave', { id: one.id }, one.token, 'k-0000000000000001'))
      fate.live()
      await world.pass(24)
      expect((await statesOf(world))[0]).toBe('declined')
      expect(['offered', 'expired']).toContain((await statesOf(world))[1])
    })
    expect(deaths).toBeGreaterThanOrEqual(3)
  }, 60_000)
})

it.each([true, false])(
  'dying at each commit of a look at a line, told %s: the next look ends the same',
  async (told) => {
    for (let commits = 0; ; commits += 1) {
      const died = await inWorld(async (world) => {
        const { first } = await lined(world)
        await world.must('appointments/cancel', { id: first.id }, first.token)
        world.now += 5 * MINUTE
        await world.settle()
        await world.seats(3)
        const died = await dyingAt(world.services, { commits, told }, (services) => tendLine(services, LINE))
        await tendLine(world.services, LINE)
        expect(await statesOf(world)).toEqual(['offered', 'offered'])
        expect(Object.keys((await world.slot()).holders)).toHaveLength(2)
        expect(await restless(world)).toEqual([])
        return died
      })
      if (!died) break
    }
    defects.splice(0)
  },
  60_000,
)
