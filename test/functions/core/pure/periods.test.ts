import fc from 'fast-check'
import {
  addMonths,
  daysInMonth,
  fullYears,
  monthsAfter,
  yearsAfter,
} from '../../../../functions/core/pure/periods'
import { addDays, isDay } from '../../../../functions/core/pure/time'

const anyDay = fc.integer({ min: 0, max: 60_000 }).map((n) => addDays('1950-01-01', n))

describe('months and years of the law', () => {
  it.each([
    ['2026-11', 1, '2026-12'],
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-05', 36, '2029-05'],
    ['2026-05', -29, '2023-12'],
  ])('%s and %i months are %s', (month, months, expected) => expect(addMonths(month, months)).toBe(expected))

  it.each([
    ['2023-11-24', 3, '2026-11-24'],
    ['2024-02-29', 3, '2027-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2021-02-28', 3, '2024-02-28'],
    ['2023-03-01', 1, '2024-03-01'],
  ])('%s and %i years are %s', (day, years, expected) => expect(yearsAfter(day, years)).toBe(expected))

  it.each([
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-03-31', -1, '2025-02-28'],
    ['2025-08-31', 6, '2026-02-28'],
    ['2025-11-15', 36, '2028-11-15'],
  ])('%s and %i months are %s', (day, months, expected) => expect(monthsAfter(day, months)).toBe(expected))

  it.each([
    ['2024-11-24', '2025-11-23', 0],
    ['2024-11-24', '2025-11-24', 1],
    ['2024-11-24', '2026-11-23', 1],
    ['2024-02-29', '2025-02-27', 0],
    ['2024-02-29', '2025-02-28', 1],
    ['2024-11-24', '2024-11-24', 0],
    ['2024-11-24', '2023-11-24', 0],
  ])('from %s to %s there are %i full years', (from, to, years) => expect(fullYears(from, to)).toBe(years))

  it('is a real day of the month that it names, and years are full from it on', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 30 }), (day, years) => {
        const then = yearsAfter(day, years)
        expect(isDay(then)).toBe(true)
        expect(Number(then.slice(0, 4)) - Number(day.slice(0, 4))).toBe(years)
        expect(fullYears(day, then)).toBe(years)
        if (years > 0) expect(fullYears(day, addDays(then, -1))).toBe(years - 1)
      }),
    )
  })

  it.each([
    ['2026-02', 28],
    ['2024-02', 29],
    ['2026-11', 30],
    ['2026-12', 31],
  ])('%s has %i days', (month, days) => expect(daysInMonth(month)).toBe(days))
})
