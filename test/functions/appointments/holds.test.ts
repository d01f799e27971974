/** A hold that is not confirmed gives its seat back by itself: once, at its end, whatever dies on the way and whoever looks. */
import { HOUR, MINUTE } from '../../../functions/core/pure/time'
import { Died, mortal } from '../../harness/mortal'
import { DAY, defects, disagreements, openWorld, restless, wish, type World } from './world'

const SEATS = 10
const left = async (world: World) => (await world.slot(DAY, 600)).left.online
const inWorld = async <T>(work: (world: World) => Promise<T>): Promise<T> => {
  const world = await openWorld()
  try {
    return await work(world)
  } finally {
    await world.close()
  }
}
/** As dispatcher and schedule come again and again. */
const lookAgain = async (world: World): Promise<void> => {
  await world.settle({ again: true }).catch(() => undefined)
  await world.settleClaims().catch(() => undefined)
}

it('at its tenth minute, by its event or by the minute’s job, whichever comes, and once by both', () =>
  inWorld(async (world) => {
    const [a, b] = [await world.signIn('林小雨'), await world.signIn('陈建国')]
    await world.expect('hold', wish, { token: a })
    world.now += 10 * MINUTE - 1
    await lookAgain(world)
    expect(await left(world)).toBe(SEATS - 1)
    world.now += 1
    await world.settle({ again: true })
    expect(await left(world)).toBe(SEATS)
    await world.expect('hold', wish, { token: b })
    // No event comes: a claim that ended is found by the job alone.
    world.now += 10 * MINUTE
    await world.settleClaims()
    await world.settleClaims()
    expect(await left(world)).toBe(SEATS)
    await world.settle({ again: true })
    expect(await left(world)).toBe(SEATS)
    expect(await restless(world)).toEqual([])
  }))

it('cannot be confirmed once it is over, though nobody has looked yet', () =>
  inWorld(async (world) => {
    const token = await world.signIn('林小雨')
    const { appointment } = await world.expect('hold', wish, { token })
    world.now += 10 * MINUTE
    expect(await world.call('book', { holdId: appointment.id }, { token })).toMatchObject({
      code: 'HOLD_EXPIRED',
    })
    expect(await restless(world)).toEqual([])
    expect(await left(world)).toBe(SEATS)
  }))

it.each(['before', 'after'] as const)(
  'dying %s any write of its lapse: the seat comes back, once, and is somebody else’s then',
  async (told) => {
    let deaths = 0
    for (let at = 0; ; at += 1) {
      const died = await inWorld(async (world) => {
        const token = await world.signIn('林小雨')
        await world.expect('hold', wish, { token })
        world.now += 10 * MINUTE
        const fate = mortal(world.instance.services.store)
        fate.meet(at, told)
        for (let looks = 0; looks < 2; looks += 1) await lookAgain(world)
        fate.live()
        expect(await disagreements(world)).toEqual([])
        // Whoever had the lease has died with it.
        world.now += 3 * MINUTE
        for (let looks = 0; looks < 3; looks += 1) await lookAgain(world)
        expect(await left(world)).toBe(SEATS)
        await world.expect('book', wish, { token })
        expect(await restless(world)).toEqual([])
        expect(await left(world)).toBe(SEATS - 1)
        return fate.died
      })
      defects.splice(0).forEach(({ err }) => expect(err).toBeInstanceOf(Died))
      if (!died) break
      deaths += 1
    }
    expect(deaths).toBeGreaterThan(3)
  },
  60_000,
)

it.each(['before', 'after'] as const)(
  'dying %s any write of its holding: what was not answered is gone within the hour, and her repeat is answered the same',
  async (told) => {
    for (let at = 0; ; at += 1) {
      const died = await inWorld(async (world) => {
        const token = await world.signIn('林小雨')
        const fate = mortal(world.instance.services.store)
        fate.meet(at, told)
        const hold = () => world.call('hold', wish, { token, key: 'k-0000000000000001' })
        await hold()
        fate.live()
        expect(await hold()).toMatchObject({ ok: true })
        expect(await left(world)).toBe(SEATS - 1)
        world.now += HOUR
        for (let looks = 0; looks < 2; looks += 1) await lookAgain(world)
        expect(await left(world)).toBe(SEATS)
        expect(await restless(world)).toEqual([])
        return fate.died
      })
      defects.splice(0).forEach(({ err }) => expect(err).toBeInstanceOf(Died))
      if (!died) break
    }
  },
  60_000,
)
