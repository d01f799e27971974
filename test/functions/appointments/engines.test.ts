/** The same bookings on every database: seats are given once, wherever a patch lands outside a commit. */
import { call } from '@orpc/server'
import { router as accounts } from '../../../functions/accounts/router'
import { appointments, slots } from '../../../functions/appointments/collections'
import { halls, matters } from '../../../functions/halls/collections'
import { eventHandlers } from '../../../functions/appointments/events'
import { openComingDays } from '../../../functions/appointments/public'
import { router } from '../../../functions/appointments/router'
import { settleClaims } from '../../../functions/appointments/work/settle'
import { dispatch } from '../../../functions/core/io/events/dispatch'
import { AppError } from '../../../functions/core/pure/errors'
import { HOUR } from '../../../functions/core/pure/time'
import { demoHalls } from '../../../platform/demo/data/halls'
import { demoMatters } from '../../../platform/demo/data/matters'
import { testServices, type TestServices } from '../../harness/context'
import { everything, restFaults, seatFaults } from '../../harness/seats'
import { onEveryEngine } from '../../harness/store/engines'
import { HALL, MATTER, SUNDAY } from './world'

const DAY = '2026-11-23'
const SEATS = 5
const PEOPLE = 16

/** One hall with one day of slots of five seats. */
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
  expect(await openComingDays(services, 1)).toBe(1)
}

const peopleOf = (services: TestServices): Promise<string[]> =>
  Promise.all(
    Array.from({ length: PEOPLE }, async (_, i) => {
      const person = await services.person(`人${i}`)
      await call(
        accounts.bind,
        { kind: 'person', name: '演示人', number: `11010119900101${1000 + i}`, phone: '13800000000' },
        { context: await services.contextFor(person, { procedure: 'accounts/bind' }) },
      )
      return person
    }),
  )

const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'ok',
    (error: unknown) => {
      if (error instanceof AppError) return error.code
      throw error
    },
  )

const closeDay = async (services: TestServices): Promise<{ readonly affected: number }> => {
  const officer = await services.person('官', [{ role: 'officer', halls: [HALL] }])
  const context = await services.contextFor(officer, { procedure: 'appointments/closeDay' })
  return call(router.closeDay, { hallId: HALL, day: DAY, reason: '检修' }, { context })
}

const reopenDay = async (services: TestServices): Promise<{ readonly cancelled: number }> => {
  const officer = await services.person('官', [{ role: 'officer', halls: [HALL] }])
  const context = await services.contextFor(officer, { procedure: 'appointments/reopenDay' })
  return call(router.reopenDay, { hallId: HALL, day: DAY, reason: '误操作' }, { context })
}

onEveryEngine('appointments', (engine) => {
  it('claims, books, repeats, cancels, closes, settles and opens again', async () => {
    const services = await testServices({ engine, now: SUNDAY })
    try {
      await openHall(services)
      const people = await peopleOf(services)
      const book = async (person: string, start: number, key?: string) => {
        const input = { hallId: HALL, matter: MATTER, day: DAY, start }
        return call(router.book, input, {
          context: await services.contextFor(person, {
            procedure: 'appointments/book',
            input,
            ...(key === undefined ? {} : { key }),
          }),
        })
      }
      const left = async (start: number): Promise<number> => {
        const day = await services.store.read<typeof slots.document & object>(slots.name, [
          `${HALL}.20261123.${start === 540 ? '0900' : '0930'}`,
        ])
        return day[0]?.doc.left.online ?? -1
      }
      const sound = async (): Promise<void> =>
        expect(await seatFaults(services.store, services.time.now)).toEqual([])

      const codes = await Promise.all(people.map((person) => codeOf(book(person, 540))))
      expect([...codes].sort()).toEqual([
        ...Array(PEOPLE - SEATS).fill('SLOT_FULL'),
        ...Array(SEATS).fill('ok'),
      ])
      expect(await left(540)).toBe(0)
      await sound()

      const [one, two] = people.filter((_, at) => codes[at] !== 'ok')
      const twice = await Promise.all([
        book(one ?? '', 570, 'the-same-key'),
        book(one ?? '', 570, 'the-same-key'),
      ])
      expect(twice[0]).toEqual(twice[1])
      expect(await left(570)).toBe(SEATS - 1)
      const { appointment } = await book(two ?? '', 570)
      await call(
        router.cancel,
        { id: appointment.id },
        { context: await services.contextFor(two, { procedure: 'appointments/cancel' }) },
      )
      // What was booked comes back when nobody knows it.
      expect(await left(570)).toBe(SEATS - 2)
      await sound()

      services.time.now += HOUR
      expect(await settleClaims(services)).toEqual({ confirmed: SEATS + 1, freed: 1 })
      expect(await left(570)).toBe(SEATS - 1)
      expect(await closeDay(services)).toMatchObject({ affected: SEATS + 1 })
      await dispatch(services, { name: 'appointments', handlers: async () => eventHandlers }, { limit: 100 })
      expect(await left(540)).toBe(SEATS)
      expect(await restFaults(services.store, services.time.now)).toEqual([])

      expect(await reopenDay(services)).toMatchObject({ cancelled: SEATS + 1 })
      expect(await codeOf(book(one ?? '', 540))).toBe('ok')
      expect(await closeDay(services)).toMatchObject({ affected: 1 })
      expect(await reopenDay(services)).toMatchObject({ cancelled: 1 })
      expect(await left(540)).toBe(SEATS)
      expect(await restFaults(services.store, services.time.now)).toEqual([])
    } finally {
      await services.close()
    }
  }, 60_000)

  it('leaves no booking on a day that is closed while people book it', async () => {
    const services = await testServices({ engine, now: SUNDAY })
    try {
      await openHall(services)
      const people = await peopleOf(services)
      const book = async (person: string, at: number): Promise<string> => {
        const input = { hallId: HALL, matter: MATTER, day: DAY, start: 540 + (at % 6) * 30 }
        return codeOf(
          call(router.book, input, {
            context: await services.contextFor(person, { procedure: 'appointments/book', input }),
          }),
        )
      }
      // four at a time: some are on their way while the gates fall, one slot after the other; the last comes when all have
      const codes: string[] = []
      let closed: Promise<{ readonly affected: number }> | undefined
      const waiting = [...people.entries()]
      const client = async (): Promise<void> => {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          if (next[0] === PEOPLE - 1) await closed
          const answer = book(next[1], next[0])
          if (codes.length >= 3) closed ??= closeDay(services)
          codes.push(await answer)
        }
      }
      await Promise.all(Array.from({ length: 4 }, client))
      const { affected } = (await closed) ?? { affected: 0 }
      const booked = codes.filter((code) => code === 'ok').length
      expect(codes.filter((code) => code !== 'ok' && code !== 'SLOT_CLOSED')).toEqual([])
      expect(codes).toContain('SLOT_CLOSED')
      expect(booked).toBeGreaterThan(0)
      // a claim that met the gate and never became a booking counts too
      expect(affected).toBeGreaterThanOrEqual(booked)

      await dispatch(services, { name: 'appointments', handlers: async () => eventHandlers }, { limit: 100 })
      services.time.now += HOUR
      await settleClaims(services)
      const states = (await everything(services.store, appointments)).map(({ doc }) => doc.state)
      expect(states.filter((state) => state === 'cancelledByHall')).toHaveLength(booked)
      expect(states.filter((state) => state !== 'cancelledByHall' && state !== 'void')).toEqual([])
      expect(new Set((await everything(services.store, slots)).map(({ doc }) => doc.left.online))).toEqual(
        new Set([SEATS]),
      )
      expect(await restFaults(services.store, services.time.now)).toEqual([])
    } finally {
      await services.close()
    }
  }, 60_000)
})
