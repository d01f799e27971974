/** The same on every database: one end for a booking that is looked at, one no-show for a visit, one decision for an appeal. */
import { call } from '@orpc/server'
import { router as accounts } from '../../../functions/accounts/router'
import { appointments, ledgers } from '../../../functions/appointments/collections'
import { openComingDays } from '../../../functions/appointments/public'
import { router as booking } from '../../../functions/appointments/router'
import { settleClaims } from '../../../functions/appointments/work/settle'
import { reader } from '../../../functions/core/io/store/reader'
import { DAY_MS, HOUR } from '../../../functions/core/pure/time'
import { creditEvents, preReviews } from '../../../functions/credit/collections'
import { router } from '../../../functions/credit/router'
import { appealIdOf, reviewIdOf } from '../../../functions/credit/rules/states'
import { hearNoShow } from '../../../functions/credit/work/missed'
import { approveByClock, openReview } from '../../../functions/credit/work/pre-review'
import { halls, matters } from '../../../functions/halls/collections'
import { demoHalls } from '../../../platform/demo/data/halls'
import { demoMatters } from '../../../platform/demo/data/matters'
import { testServices, type TestServices } from '../../harness/context'
import { everything, seatFaults } from '../../harness/seats'
import { onEveryEngine } from '../../harness/store/engines'
import { HALL, SUNDAY } from '../appointments/world'

const DAY = '2026-11-24'
const MATTER = 'TS02'

const openHall = async (services: TestServices): Promise<void> => {
  const hall = demoHalls.find(({ id }) => id === HALL)
  const matter = demoMatters.find(({ code }) => code === MATTER)
  if (!hall || !matter) throw new Error('the demonstration has them')
  await services.store.commit([
    { op: 'insert', collection: halls.name, id: hall.id, doc: hall.doc },
    { op: 'insert', collection: matters.name, id: matter.code, doc: matter.doc },
  ])
  expect(await openComingDays(services, 2)).toBe(2)
}

onEveryEngine('credit', (engine) => {
  it('ends each look, each no-show and each appeal once, whoever comes at the same time', async () => {
    const services = await testServices({ engine, now: SUNDAY })
    try {
      await openHall(services)
      const person = await services.person('人')
      const officer = await services.person('官', [{ role: 'officer', halls: [HALL], duties: ['review'] }])
      const bound = {
        kind: 'person',
        name: '演示人',
        number: '110101199001011000',
        phone: '13800000000',
      } as const
      await call(accounts.bind, bound, {
        context: await services.contextFor(person, { procedure: 'accounts/bind' }),
      })
      const read = reader(services.store)
      const book = async (start: number): Promise<string> => {
        const input = { hallId: HALL, matter: MATTER, day: DAY, start }
        const context = await services.contextFor(person, { procedure: 'appointments/book', input })
        const { appointment } = await call(booking.book, input, { context })
        await Promise.all([openReview(services, appointment.id), openReview(services, appointment.id)])
        return appointment.id
      }
      const answer = async (id: string) =>
        call(
          router.decideVisit,
          { id: reviewIdOf(id), outcome: 'refuse', reason: '材料还不齐全' },
          { context: await services.contextFor(officer, { procedure: 'credit/decideVisit' }) },
        ).then(
          () => true,
          () => false,
        )

      const one = await book(600)
      const ends = await Promise.all([answer(one), approveByClock(services, one), answer(one)])
      expect(ends.filter(Boolean)).toHaveLength(1)
      const visit = await read.get(appointments, one)
      const look = await read.get(preReviews, reviewIdOf(one))
      expect([
        ['refused', 'refused'],
        ['booked', 'approved'],
      ]).toContainEqual([visit?.state, look?.state])
      expect(await seatFaults(services.store, services.time.now)).toEqual([])

      const other = visit?.state === 'booked' ? one : await book(900)
      await approveByClock(services, other)
      await Promise.all([hearNoShow(services, other), hearNoShow(services, other)])
      const missed = async () =>
        (
          (await read.get(ledgers, (await everything(services.store, ledgers))[0]?.id ?? ''))?.noShows ?? []
        ).map(({ id }) => id)
      expect(await missed()).toEqual([other])
      services.time.now += DAY_MS
      await call(
        router.appeal,
        { appointmentId: other, reason: '家人急诊' },
        { context: await services.contextFor(person, { procedure: 'credit/appeal' }) },
      )
      const decide = async (outcome: 'uphold' | 'revoke') =>
        call(
          router.decide,
          { id: appealIdOf(other), outcome, reason: '已经核实' },
          { context: await services.contextFor(officer, { procedure: 'credit/decide' }) },
        ).then(
          ({ state }) => state,
          () => undefined,
        )
      const decided = (await Promise.all([decide('uphold'), decide('revoke'), decide('revoke')])).filter(
        Boolean,
      )
      expect(decided).toHaveLength(1)
      expect(await missed()).toEqual(decided[0] === 'upheld' ? [other] : [])
      const kinds = (await everything(services.store, creditEvents)).map(({ doc }) => doc.kind).sort()
      expect(kinds).toEqual(decided[0] === 'upheld' ? ['notAtWindow'] : ['notAtWindow', 'revoked'])
      services.time.now += HOUR
      await settleClaims(services)
      expect(await seatFaults(services.store, services.time.now)).toEqual([])
    } finally {
      await services.close()
    }
  }, 60_000)
})
