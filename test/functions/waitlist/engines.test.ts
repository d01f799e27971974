/** Waiting, holding and moving on every database: whatever runs at once, each seat is one person's, and comes back once. */
import { call } from '@orpc/server'
import { router as accounts } from '../../../functions/accounts/router'
import { appointments, slots } from '../../../functions/appointments/collections'
import { eventHandlers as ofAppointments } from '../../../functions/appointments/events'
import { openComingDays, slotId } from '../../../functions/appointments/public'
import { router as booking } from '../../../functions/appointments/router'
import { isActive } from '../../../functions/appointments/rules/states'
import { settleClaims } from '../../../functions/appointments/work/settle'
import { dispatch } from '../../../functions/core/io/events/dispatch'
import { AppError } from '../../../functions/core/pure/errors'
import { instantOf, MINUTE } from '../../../functions/core/pure/time'
import { halls, matters } from '../../../functions/halls/collections'
import { ballotLists, ballots, waits } from '../../../functions/waitlist/collections'
import { eventHandlers } from '../../../functions/waitlist/events'
import { router } from '../../../functions/waitlist/router'
import { ballotFaults, drawnOrder } from '../../../functions/waitlist/rules/ballot'
import { tendBallots } from '../../../functions/waitlist/work/ballot'
import { tendLine } from '../../../functions/waitlist/work/tend'
import { demoHalls } from '../../../platform/demo/data/halls'
import { demoMatters } from '../../../platform/demo/data/matters'
import { testServices, type TestServices } from '../../harness/context'
import { lineFaults, restLineFaults } from '../../harness/lines'
import { everything, restFaults, seatFaults } from '../../harness/seats'
import { onEveryEngine } from '../../harness/store/engines'
import type { EngineUnderTest } from '../../harness/store/subject'
import { HALL, SUNDAY } from './world'

const MATTER = 'SB01'
const DAY = '2026-11-23'
const LINE = slotId(HALL, DAY, 540)
const SEATS = 2

const openHall = async (services: TestServices): Promise<void> => {
  const hall = demoHalls.find(({ id }) => id === HALL)
  const matter = demoMatters.find(({ code }) => code === MATTER)
  if (!hall || !matter) throw new Error('the demonstration has them')
  await services.store.commit([
    {
      op: 'insert',
      collection: halls.name,
      id: hall.id,
      doc: { ...hall.doc, template: { online: SEATS, walkIn: 0, priority: 0 } },
    },
    { op: 'insert', collection: matters.name, id: matter.code, doc: matter.doc },
  ])
  await openComingDays(services, 1)
}

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'ok',
    (error: unknown) => {
      if (error instanceof AppError) return error.code
      throw error
    },
  )

/** A hall of two seats a time, and so many people. */
const openDistrict = async (engine: EngineUnderTest, count: number) => {
  const services = await testServices({ engine, now: SUNDAY })
  await openHall(services)
  const people = await Promise.all(
    Array.from({ length: count }, async (_, i) => {
      const person = await services.person(`人${i}`)
      await call(
        accounts.bind,
        { kind: 'person', name: '演示人', number: `11010119900101${1000 + i}`, phone: '13800000000' },
        { context: await services.contextFor(person, { procedure: 'accounts/bind' }) },
      )
      return person
    }),
  )
  const at = async (person: string | undefined, procedure: string, input: object, key?: string) => ({
    context: await services.contextFor(person, { procedure, input, ...(key === undefined ? {} : { key }) }),
  })
  const wish = (start = 540) => ({ hallId: HALL, matter: MATTER, day: DAY, start })
  const book = async (person: string | undefined, start = 540) =>
    call(booking.book, wish(start), await at(person, 'appointments/book', wish(start)))
  /** Everything that is due, by three dispatchers and three looks at the line at once, as many instances do. */
  const thrice = async (): Promise<void> => {
    const handlers = [
      { name: 'appointments' as const, handlers: async () => ofAppointments },
      { name: 'waitlist' as const, handlers: async () => eventHandlers },
    ]
    await Promise.all(
      Array.from({ length: 3 }, async () => {
        for (const one of handlers) await dispatch(services, one, { limit: 100 })
        await tendLine(services, LINE)
      }),
    )
  }
  const left = async (start = 540): Promise<number> =>
    (await everything(services.store, slots)).find(({ id }) => id === slotId(HALL, DAY, start))?.doc.left
      .online ?? -1
  const sound = async (): Promise<void> =>
    expect([
      ...(await seatFaults(services.store, services.time.now)),
      ...(await lineFaults(services.store)),
    ]).toEqual([])
  const states = async () =>
    (await everything(services.store, waits))
      .map(({ doc }) => doc)
      .sort((a, b) => a.place - b.place)
      .map(({ state }) => state)
  return { services, people, at, wish, book, thrice, left, sound, states }
}

onEveryEngine('waitlist', (engine) => {
  it('a hold that nobody confirms gives its seat back once, whoever looks at once', async () => {
    const { services, people, at, wish, thrice, left, sound } = await openDistrict(engine, 4)
    try {
      const codes = await Promise.all(
        people.map(async (person) =>
          codeOf(call(booking.hold, wish(), await at(person, 'appointments/hold', wish()))),
        ),
      )
      expect(codes.sort()).toEqual(['SLOT_FULL', 'SLOT_FULL', 'ok', 'ok'])
      services.time.now += 10 * MINUTE
      await Promise.all([thrice(), settleClaims(services)])
      expect(await left()).toBe(SEATS)
      await thrice()
      await settleClaims(services)
      expect(await left()).toBe(SEATS)
      await sound()
    } finally {
      await services.close()
    }
  }, 60_000)

  it('moves an appointment once, and never gives the old seat up before: whatever is asked at once', async () => {
    const { services, people, at, book, thrice, left, sound } = await openDistrict(engine, 3)
    try {
      const { appointment } = await book(people[0])
      await Promise.all([book(people[1], 570), book(people[2], 570)])
      const move = async (start: number, key: string) => {
        const input = { id: appointment.id, hallId: HALL, day: DAY, start }
        return call(booking.rebook, input, await at(people[0], 'appointments/rebook', input, key))
      }
      // A full time leaves it as it was.
      expect(await codeOf(move(570, 'k-1'))).toBe('SLOT_FULL')
      const active = async () =>
        (await everything(services.store, appointments)).filter(({ doc }) => isActive(doc.state))
      expect((await active()).map(({ id }) => id)).toContain(appointment.id)
      const codes = await Promise.all([
        codeOf(move(600, 'k-2')),
        codeOf(move(600, 'k-2')),
        codeOf(move(630, 'k-3')),
      ])
      expect(codes.filter((code) => code === 'ok').length).toBeGreaterThan(0)
      expect(await active()).toHaveLength(3)
      await sound()
      services.time.now += 6 * MINUTE
      await Promise.all([thrice(), settleClaims(services)])
      expect(await left(540)).toBe(SEATS)
      expect((await left(600)) + (await left(630))).toBe(2 * SEATS - 1)
      await sound()
    } finally {
      await services.close()
    }
  }, 60_000)

  it('gives each its place, offers in order, accepts once, lapses once, and passes on', async () => {
    const { services, people, at, wish, book, thrice, left, sound, states } = await openDistrict(engine, 6)
    try {
      const [first, second] = [await book(people[0]), await book(people[1])]
      const joined = await Promise.all(
        people
          .slice(2)
          .map(async (person) => call(router.join, wish(), await at(person, 'waitlist/join', wish()))),
      )
      const places = joined.map(({ wait }) => wait.place ?? 0)
      expect([...places].sort()).toEqual([1, 2, 3, 4])
      const waiterAt = (place: number) => {
        const index = places.indexOf(place)
        return { person: people[index + 2], id: joined[index]?.wait.id ?? '' }
      }
      const frees = async (person: string | undefined, id: string): Promise<void> => {
        await call(booking.cancel, { id }, await at(person, 'appointments/cancel', { id }))
        services.time.now += 6 * MINUTE
        await thrice()
      }
      await frees(people[0], first.appointment.id)
      expect(await states()).toEqual(['offered', 'waiting', 'waiting', 'waiting'])
      expect(await codeOf(book(people[0]))).toBe('SLOT_FULL')
      await sound()

      const one = waiterAt(1)
      const accept = async (key: string) =>
        call(router.accept, { id: one.id }, await at(one.person, 'waitlist/accept', { id: one.id }, key))
      const accepted = await Promise.all(['k-1', 'k-1', 'k-2'].map((key) => codeOf(accept(key))))
      expect(accepted).toContain('ok')
      expect(await left()).toBe(0)
      await sound()

      await frees(people[1], second.appointment.id)
      expect(await states()).toEqual(['booked', 'offered', 'waiting', 'waiting'])
      services.time.now += 20 * MINUTE
      await thrice()
      expect(await states()).toEqual(['booked', 'expired', 'offered', 'waiting'])
      const three = waiterAt(3)
      await call(router.leave, { id: three.id }, await at(three.person, 'waitlist/leave', { id: three.id }))
      expect(await states()).toEqual(['booked', 'expired', 'declined', 'offered'])
      const four = waiterAt(4)
      await call(router.leave, { id: four.id }, await at(four.person, 'waitlist/leave', { id: four.id }))
      services.time.now += 60 * MINUTE
      await thrice()
      await settleClaims(services)
      expect(await left()).toBe(1)
      expect([
        ...(await restFaults(services.store, services.time.now)),
        ...(await restLineFaults(services.store, services.time.now)),
      ]).toEqual([])
    } finally {
      await services.close()
    }
  }, 60_000)

  it('draws a ballot once, as anybody recomputes it, however many draw at once', async () => {
    const { services, people, at, wish, book, sound } = await openDistrict(engine, 5)
    try {
      const officer = await services.person('官', [{ role: 'officer', halls: [HALL] }])
      const closesAt = instantOf('2026-11-22', 18 * 60)
      const told = { hallId: HALL, day: DAY, closesAt }
      await call(router.announce, told, await at(officer, 'waitlist/announce', told))
      const tend = () => Promise.all(Array.from({ length: 3 }, () => tendBallots(services)))
      await tend()
      expect(await codeOf(book(people[0]))).toBe('SLOT_FULL')
      const entered = await Promise.all(
        people.map(async (person) => call(router.join, wish(), await at(person, 'waitlist/join', wish()))),
      )
      services.time.now = closesAt
      await tend()
      services.time.now += 6 * MINUTE
      await tend()
      const [ballot] = await everything(services.store, ballots)
      const lists = (await everything(services.store, ballotLists)).map(({ doc }) => doc)
      const { commitment = '', digest = '', seed = '' } = ballot?.doc ?? {}
      expect(ballotFaults({ commitment, digest, seed, lists })).toEqual([])
      const order = drawnOrder(seed, { slot: LINE, entries: entered.map(({ wait }) => wait.id) })
      const docs = new Map((await everything(services.store, waits)).map(({ id, doc }) => [id, doc]))
      expect(order.map((id) => docs.get(id)?.drawn)).toEqual([1, 2, 3, 4, 5])
      expect(order.map((id) => docs.get(id)?.state)).toEqual([
        ...Array(SEATS).fill('offered'),
        ...Array(3).fill('waiting'),
      ])
      await sound()
    } finally {
      await services.close()
    }
  }, 60_000)
})
