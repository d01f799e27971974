/** Opening hours: a table of a hall with a lunch break, and what holds of any hours. */
import fc from 'fast-check'
import { dayKind } from '../../../functions/core/pure/calendar'
import { dayOf, instantOf, MINUTE, minuteOf } from '../../../functions/core/pure/time'
import { minutesLeft, openAt, openingsAfter } from '../../../functions/halls/rules/hours'

/** 9:00–12:00 and 13:30–17:00. */
const hours = [
  { from: 540, to: 720 },
  { from: 810, to: 1020 },
] as const

it.each([
  ['before it opens', 539, 0],
  ['as it opens', 540, 180],
  ['half an hour before lunch', 690, 30],
  ['a minute before lunch', 719, 1],
  ['as lunch begins', 720, 0],
  ['after lunch', 810, 210],
  ['half an hour before closing', 990, 30],
  ['as it closes', 1020, 0],
])('%s, %i, there are %i minutes left', (_, minute, left) => expect(minutesLeft(hours, minute)).toBe(left))

it.each([
  ['a working day before it opens', '2026-11-24', 500, { day: '2026-11-24', from: 540 }],
  ['in the lunch break', '2026-11-24', 720, { day: '2026-11-24', from: 810 }],
  ['in the morning: after lunch', '2026-11-24', 600, { day: '2026-11-24', from: 810 }],
  ['after closing', '2026-11-24', 1020, { day: '2026-11-25', from: 540 }],
  ['on a Friday evening', '2026-11-27', 1100, { day: '2026-11-30', from: 540 }],
  ['on a Sunday', '2026-11-22', 600, { day: '2026-11-23', from: 540 }],
  ['before a Saturday given in exchange', '2026-10-09', 1030, { day: '2026-10-10', from: 540 }],
  ['on the eve of the National Day holiday', '2026-09-30', 1030, { day: '2026-10-08', from: 540 }],
])('%s it opens next on …', (_, day, minute, expected) =>
  expect(openingsAfter(hours, instantOf(day, minute), 1)).toEqual({ next: [expected] }),
)

it('says that a year is not published, instead of guessing', () => {
  expect(openingsAfter(hours, instantOf('2026-12-31', 1030), 1)).toEqual({
    next: [],
    unpublished: '2027-01-01',
  })
  expect(openingsAfter(hours, instantOf('2027-03-01', 600), 1)).toEqual({
    next: [],
    unpublished: '2027-03-01',
  })
  expect(openAt(hours, instantOf('2027-03-01', 600))).toBe(false)
  expect(openingsAfter(hours, instantOf('2026-12-31', 1030), 3).next).toEqual([])
})

const anyHours = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 2, maxLength: 8 })
  .filter((quarters) => quarters.length % 2 === 0)
  .map((quarters) => quarters.sort((a, b) => a - b))
  .map((quarters) =>
    Array.from({ length: quarters.length / 2 }, (_, i) => ({
      from: (quarters[2 * i] ?? 0) * 15,
      to: (quarters[2 * i + 1] ?? 0) * 15,
    })),
  )

it('what ends in time lies within one stretch of the hours, to the minute', () => {
  fc.assert(
    fc.property(
      anyHours,
      fc.integer({ min: 0, max: 1439 }),
      fc.integer({ min: 1, max: 600 }),
      (spans, start, minutes) => {
        const within = spans.some(({ from, to }) => from <= start && start + minutes <= to)
        expect(minutes <= minutesLeft(spans, start)).toBe(within)
      },
    ),
  )
})

it('the next openings are of working days, in order, after now, one a day, and the hall is open then', () => {
  const from = instantOf('2026-01-01')
  fc.assert(
    fc.property(anyHours, fc.integer({ min: 0, max: 340 * 1440 }), (spans, minutes) => {
      const now = from + minutes * MINUTE
      const { next } = openingsAfter(spans, now, 4)
      expect(next).toHaveLength(4)
      expect(new Set(next.map(({ day }) => day)).size).toBe(4)
      for (const { day, from: opens } of next) {
        expect([dayKind(day), openAt(spans, instantOf(day, opens))]).toEqual(['working', true])
        expect(instantOf(day, opens)).toBeGreaterThan(now)
      }
      const [first] = next
      if (first && first.day !== dayOf(now) && dayKind(dayOf(now)) === 'working')
        expect(spans.every(({ from: opens }) => opens <= minuteOf(now))).toBe(true)
    }),
  )
})
