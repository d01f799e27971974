/**
 * Any history of visits, told in any order and more than once, with appeals and decisions between: what counts against the
 * taxpayer in the ledger is the fold of the events, and so is what suspends, at every moment.
 */
import fc from 'fast-check'
import { appointments, ledgers, type AppointmentDoc } from '../../../functions/appointments/collections'
import { suspension } from '../../../functions/appointments/rules/ledger'
import { limitsOn } from '../../../functions/appointments/rules/limits'
import { allOf } from '../../../functions/core/io/store/pages'
import { reader } from '../../../functions/core/io/store/reader'
import { DAY_MS, dayOf, instantOf, type Day } from '../../../functions/core/pure/time'
import { creditEvents } from '../../../functions/credit/collections'
import { countedNoShows } from '../../../functions/credit/rules/fold'
import { appealIdOf } from '../../../functions/credit/rules/states'
import { hearCheckIn, hearNoShow, miss } from '../../../functions/credit/work/missed'
import { HALL, MATTER, openWorld, PERSON, REVIEWER, type World } from './world'

/** Two months, so that limits of a month are told apart; the last visit is over. */
const DAYS: readonly Day[] = ['2026-10-29', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06']
const NOW = instantOf('2026-11-09', 600)

const ACTS = ['missed', 'inVain', 'checkedIn', 'appeal', 'uphold', 'revoke'] as const
type Act = (typeof ACTS)[number]
interface Told {
  readonly visit: number
  readonly act: Act
}

const told = fc.record({ visit: fc.nat({ max: DAYS.length - 1 }), act: fc.constantFrom(...ACTS) })
/** With repeats: what was told is told once more somewhere later. */
const history = fc
  .array(told, { minLength: 4, maxLength: 18 })
  .chain((once) =>
    fc
      .shuffledSubarray(once, { minLength: 0, maxLength: Math.min(6, once.length) })
      .map((again): readonly Told[] => [...once, ...again]),
  )

let world: World
beforeAll(async () => {
  world = await openWorld()
  world.services.time.now = NOW
  await Promise.all([world.tokenOf(PERSON), world.tokenOf(REVIEWER)])
})
afterAll(() => world.close())

let runs = 0
/** Visits of a taxpayer of this run alone, as bookings of the past left them. */
const visitsOf = async (): Promise<readonly string[]> => {
  runs += 1
  const accountId = await world.accountId(PERSON)
  const made = DAYS.map((day, at) => {
    const doc: AppointmentDoc = {
      v: 1,
      accountId,
      taxpayerId: `tp_${String(runs).padStart(26, '0')}`,
      ledgerKey: `ledger-of-run-${runs}`,
      hallId: HALL,
      matter: MATTER,
      day,
      start: 600,
      end: 630,
      state: 'booked',
      heldUntil: 0,
      code: '100000',
      createdAt: NOW,
      changedAt: NOW,
      expiresAt: NOW + 400 * DAY_MS,
    }
    return { id: `ap_${String(runs * 100 + at).padStart(26, '0')}`, doc }
  })
  await world.services.store.commit(
    made.map(({ id, doc }) => ({ op: 'insert' as const, collection: appointments.name, id, doc })),
  )
  return made.map(({ id }) => id)
}

const happens = async (id: string, { visit, act }: Told): Promise<unknown> => {
  const { services } = world
  const decide = (outcome: 'uphold' | 'revoke') =>
    world.call('credit/decide', { id: appealIdOf(id), outcome, reason: '已经核实' }, { as: REVIEWER })
  switch (act) {
    case 'missed':
      return miss(services, id, 'missed')
    case 'inVain':
      return hearNoShow(services, id)
    case 'checkedIn':
      return hearCheckIn(services, { appointmentId: id, hallId: HALL, day: DAYS[visit] ?? '' })
    case 'appeal':
      return world.call('credit/appeal', { appointmentId: id, reason: '家人急诊' }, { as: PERSON })
    default:
      return decide(act)
  }
}

/** What suspends, by the ledger and by the events, on the days around its ends. */
const looked = (noShows: readonly { readonly id: string; readonly day: Day }[], now: number) =>
  suspension({ active: [], cancellations: [], noShows }, limitsOn(dayOf(now)), now)

it('counts by the ledger what the events come to, after each thing that is told', async () => {
  let suspended = 0
  await fc.assert(
    fc.asyncProperty(history, async (all) => {
      const ids = await visitsOf()
      const { store } = world.services
      for (const one of all) {
        await happens(ids[one.visit] ?? '', one)
        const events = (
          await Promise.all(
            ids.map((appointmentId) =>
              allOf(store, creditEvents, { index: 'appointment', where: { appointmentId } }),
            ),
          )
        ).flatMap((some) => some.map(({ doc }) => doc))
        const counted = [...countedNoShows(events)].map(([id, day]) => ({ id, day }))
        const ledger = (await reader(store).get(ledgers, `ledger-of-run-${runs}`))?.noShows ?? []
        const byId = <T extends { readonly id: string }>(some: readonly T[]) =>
          [...some].sort((a, b) => a.id.localeCompare(b.id))
        expect(byId(ledger).map(({ id, day }) => ({ id, day }))).toEqual(byId(counted))
        for (const now of [
          NOW,
          instantOf('2026-12-05', 1439),
          instantOf('2026-12-06'),
          instantOf('2026-12-07'),
        ]) {
          expect(looked(ledger, now)).toEqual(looked(counted, now))
          if (!looked(ledger, now).ok) suspended += 1
        }
      }
      // However it was told: what happened to a visit is the set of its events, in any order.
      const states = await reader(store).getMany(appointments, ids)
      expect(states.every((doc) => doc !== undefined)).toBe(true)
    }),
    { numRuns: 25 },
  )
  expect(suspended).toBeGreaterThan(0)
}, 120_000)

it('is the same fold in whatever order events are read', () => {
  const event = fc.record({
    appointmentId: fc.constantFrom('a', 'b', 'c'),
    kind: fc.constantFrom('missed', 'cameIn', 'notAtWindow', 'revoked', 'cancelledLate', 'forgiven'),
    day: fc.constant('2026-11-03'),
  } as const)
  fc.assert(
    fc.property(fc.array(event), fc.array(fc.nat(), { minLength: 20, maxLength: 20 }), (events, order) => {
      const shuffled = events
        .map((one, at) => ({ one, by: order[at % order.length] ?? 0 }))
        .sort((a, b) => a.by - b.by)
        .map(({ one }) => one)
      const sorted = (some: typeof events) => [...countedNoShows(some).keys()].sort()
      expect(sorted([...shuffled, ...events])).toEqual(sorted(events))
    }),
  )
})
