/** Random days in the life of a hall: whatever happens in whatever order, the invariants hold after each step. */
import fc from 'fast-check'
import {
  appointments,
  hallDays,
  ledgers,
  slots,
  type AppointmentDoc,
  type HallDayDoc,
  type LedgerDoc,
} from '../../../functions/appointments/collections'
import { hallDayId } from '../../../functions/appointments/rules/slots'
import { isActive } from '../../../functions/appointments/rules/states'
import { stateNow } from '../../../functions/appointments/work/present'
import type { Change } from '../../../functions/core/io/store/contract'
import { Died, died, mortal } from '../../harness/store/mortal'
import { tallyFaults } from '../../harness/tallies'
import { openComingDays } from '../../../functions/appointments/public'
import { MINUTE, monthOf, weekOf } from '../../../functions/core/pure/time'
import { defects, disagreements, HALL, openWorld, restless, type World } from './world'

const DAYS = ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'] as const
const STARTS = [540, 570, 810] as const
const MATTERS = ['SB01', 'SB02'] as const
const PEOPLE = 5

const wish = fc.record({
  hallId: fc.constant(HALL),
  matter: fc.constantFrom(...MATTERS),
  day: fc.constantFrom(...DAYS),
  start: fc.constantFrom(...STARTS),
})
const who = fc.nat(PEOPLE - 1)
const pick = fc.nat(50)
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('book' as const), who, wish }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('hold' as const), who, wish }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('confirm' as const), who, pick }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('cancel' as const), who, pick }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 12 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('settle' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('capacity' as const),
      day: fc.constantFrom(...DAYS),
      start: fc.constantFrom(...STARTS),
      online: fc.nat(3),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('settleClaims' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('crash' as const), after: fc.nat(5), lands: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('close' as const, 'reopen' as const),
      day: fc.constantFrom(...DAYS),
    }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** Refusals that a step may meet; anything else fails the test. */
const EXPECTED = new Set([
  'SLOT_FULL',
  'SLOT_CLOSED',
  'LIMIT_SLOT',
  'LIMIT_HALF_DAY',
  'LIMIT_WEEK',
  'LIMIT_MONTH',
  'CANCEL_LIMIT',
  'HOLD_EXPIRED',
  'CANNOT_CANCEL',
  'CAPACITY_TAKEN',
  'NOT_FOUND',
  'DAY_CLOSED',
  'DAY_NOT_CLOSED',
  'ALREADY_CLOSED',
  'SAME_CAPACITY',
])

/** No commit ever writes a slot, but inserts it. */
const noSlotIn = (changes: readonly Change[]): void => {
  if (changes.some(({ op, collection }) => collection === slots.name && op !== 'insert'))
    throw new Error('a commit writes a slot')
}

interface Cast {
  readonly tokens: readonly string[]
  readonly officer: string
  readonly mine: string[][]
}

const play = async (
  world: World,
  { tokens, officer, mine }: Cast,
  one: Step,
): Promise<string | undefined> => {
  const ask = async (): Promise<{ ok: boolean; code?: string } | undefined> => {
    switch (one.do) {
      case 'book':
      case 'hold': {
        const answer = await world.call(one.do, one.wish, { token: tokens[one.who] ?? '' })
        if (answer.ok) mine[one.who]?.push(answer.body.appointment.id)
        return answer
      }
      case 'confirm':
      case 'cancel': {
        const ids = mine[one.who] ?? []
        const id = ids[one.pick % Math.max(1, ids.length)]
        if (id === undefined) return undefined
        return one.do === 'cancel'
          ? world.call('cancel', { id }, { token: tokens[one.who] ?? '' })
          : world.call('book', { holdId: id }, { token: tokens[one.who] ?? '' })
      }
      case 'wait':
        world.now += one.minutes * MINUTE
        return undefined
      case 'settle':
        await world.settle().catch(died)
        return undefined
      case 'settleClaims':
        await world.settleClaims().catch(died)
        return undefined
      case 'crash':
        return undefined
      case 'capacity':
        return world.call(
          'setCapacity',
          {
            hallId: HALL,
            day: one.day,
            start: one.start,
            capacity: { online: one.online, walkIn: 1, priority: 0 },
            reason: 'test',
          },
          { token: officer },
        )
      case 'close':
        return world.call('closeDay', { hallId: HALL, day: one.day, reason: 'test' }, { token: officer })
      case 'reopen':
        return world.call('reopenDay', { hallId: HALL, day: one.day, reason: 'test' }, { token: officer })
    }
  }
  const answer = await ask()
  return answer && !answer.ok ? answer.code : undefined
}

/** Limits, counted anew from the appointments themselves; what a closing took counts in none, swept or not. */
const overLimit = async (world: World): Promise<string[]> => {
  const days = new Map((await world.all<HallDayDoc>(hallDays)).map(({ id, doc }) => [id, doc]))
  const active = (await world.all<AppointmentDoc>(appointments))
    .map(({ doc }) => doc)
    .filter((doc) => isActive(stateNow(doc, { now: world.now, hallDay: days.get(hallDayId(HALL, doc.day)) })))
  const groups = new Map<string, number>()
  const count = (key: string): void => void groups.set(key, (groups.get(key) ?? 0) + 1)
  for (const doc of active) {
    count(`1 a slot|${doc.taxpayerId}|${doc.day}|${doc.start}`)
    count(`1 a half-day|${doc.taxpayerId}|${doc.day}|${doc.start < 720}|${doc.matter}`)
    count(`2 a week|${doc.taxpayerId}|${weekOf(doc.day)}`)
    count(`6 a month|${doc.taxpayerId}|${monthOf(doc.day)}`)
  }
  return [...groups].filter(([key, n]) => n > Number(key[0])).map(([key, n]) => `${n}: ${key}`)
}

it('keeps the invariants through any sequence, one after another and at once', async () => {
  let accepted = 0
  let crashed = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 15, maxLength: 45 }),
      fc.boolean(),
      async (steps, atOnce) => {
        const world = await openWorld()
        try {
          const cast: Cast = {
            tokens: await world.signInAll(PEOPLE, '人'),
            officer: await world.signIn('周敏'),
            mine: Array.from({ length: PEOPLE }, () => []),
          }
          await Promise.all(
            DAYS.map((day) =>
              world.expect(
                'setCapacity',
                { hallId: HALL, day, capacity: { online: 2, walkIn: 1, priority: 0 }, reason: 'test' },
                { token: cast.officer },
              ),
            ),
          )
          const meet = mortal(world.instance.services.store, noSlotIn)
          const width = atOnce ? 4 : 1
          for (let i = 0; i < steps.length; i += width) {
            // A crash befalls what comes after it.
            meet(steps.slice(Math.max(0, i - width), i).find((one) => one.do === 'crash'))
            const refusals = await Promise.all(steps.slice(i, i + width).map((one) => play(world, cast, one)))
            meet(undefined)
            accepted += refusals.filter((code) => code === undefined).length
            const deaths = defects.splice(0).filter(({ err }) => err instanceof Died).length
            crashed += deaths
            expect(refusals.filter((code) => code !== undefined && !EXPECTED.has(code))).toEqual(
              Array(deaths).fill('INTERNAL'),
            )
            expect(await disagreements(world)).toEqual([])
            expect(await overLimit(world)).toEqual([])
          }
          expect(await restless(world)).toEqual([])
          // In the end everything due is done, and done again: nothing moves any more.
          world.now += 11 * MINUTE
          while ((await world.settle({ again: true })) > 0);
          await openComingDays(world.instance.services)
          expect(await disagreements(world)).toEqual([])
          expect(await tallyFaults(world.instance.services.store)).toEqual([])
          expect(
            (await world.all<AppointmentDoc>(appointments)).filter(({ doc }) => doc.state === 'held'),
          ).toEqual([])
          const late = (await world.all<LedgerDoc>(ledgers)).flatMap(({ doc }) => doc.cancellations).length
          const cancelled = (await world.all<AppointmentDoc>(appointments)).filter(
            ({ doc }) => doc.state === 'cancelled',
          ).length
          expect(late).toBeLessThanOrEqual(cancelled)
        } finally {
          await world.close()
        }
      },
    ),
    { numRuns: 25, seed: 20261122, endOnFailure: true },
  )
  expect(accepted).toBeGreaterThan(100)
  expect(crashed).toBeGreaterThan(10)
  expect(defects.splice(0)).toEqual([])
}, 120_000)
