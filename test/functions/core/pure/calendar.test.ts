import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import {
  dayKind,
  deferred,
  firstWorkingDayOfMonth,
  isHoliday,
  nextWorkingDays,
  workingDaysBetween,
} from '../../../../functions/core/pure/calendar'
import { calendarYears } from '../../../../functions/core/pure/calendar-data'
import { addDays, isDay, weekdayOf } from '../../../../functions/core/pure/time'

const run = (from: string, to: string): string[] => {
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}
const anyDay = fc
  .integer({ min: 0, max: 366 * 3 - 1 })
  .map((n) => addDays('2024-01-01', n))
  .filter((day) => day < '2027-01-01')

describe('the working-day calendar', () => {
  it('holds 2026 as the State Council published it', () => {
    const off = [
      ...run('2026-01-01', '2026-01-03'),
      ...run('2026-02-15', '2026-02-23'),
      ...run('2026-04-04', '2026-04-06'),
      ...run('2026-05-01', '2026-05-05'),
      ...run('2026-06-19', '2026-06-21'),
      ...run('2026-09-25', '2026-09-27'),
      ...run('2026-10-01', '2026-10-07'),
    ]
    const extra = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']
    const wrong = run('2026-01-01', '2026-12-31').filter((day) => {
      const expected = off.includes(day)
        ? 'off'
        : extra.includes(day) || weekdayOf(day) < 6
          ? 'working'
          : 'off'
      return dayKind(day) !== expected
    })
    expect(wrong).toEqual([])
  })

  it('works on the Saturday of 2026-10-10, given in exchange (调休)', () => {
    expect(weekdayOf('2026-10-10')).toBe(6)
    expect(dayKind('2026-10-10')).toBe('working')
  })

  it.each([
    ['2024-02-09', 'working'],
    ['2024-02-10', 'off'],
    ['2024-02-18', 'working'],
    ['2024-09-14', 'working'],
    ['2025-01-26', 'working'],
    ['2025-01-28', 'off'],
    ['2025-05-31', 'off'],
    ['2025-10-08', 'off'],
    ['2025-10-11', 'working'],
    ['2026-11-21', 'off'],
    ['2026-11-23', 'working'],
  ])('%s is %s', (day, kind) => expect(dayKind(day)).toBe(kind))

  it('guesses nothing of a year that is not published', () => {
    expect(dayKind('2027-01-04')).toBe('unpublished')
    expect(dayKind('2023-06-01')).toBe('unpublished')
    expect(deferred('2027-01-04')).toEqual({ known: false, unpublished: '2027-01-04' })
    expect(firstWorkingDayOfMonth('2027-01')).toEqual({ known: false, unpublished: '2027-01-01' })
    expect(nextWorkingDays('2026-12-29', 5)).toEqual({
      days: ['2026-12-30', '2026-12-31'],
      unpublished: '2027-01-01',
    })
    expect(workingDaysBetween('2026-12-30', '2027-01-04')).toEqual({
      known: false,
      unpublished: '2027-01-01',
    })
  })

  it.each([
    ['2026-01', '2026-01-04'],
    ['2026-02', '2026-02-02'],
    ['2026-05', '2026-05-06'],
    ['2026-10', '2026-10-08'],
    ['2026-11', '2026-11-02'],
    ['2025-10', '2025-10-09'],
  ])('the first working day of %s is %s', (month, day) =>
    expect(firstWorkingDayOfMonth(month)).toEqual({ known: true, value: day }),
  )

  it('tells a holiday of the table from a weekend', () => {
    expect(isHoliday('2026-10-03')).toBe(true)
    expect(isHoliday('2026-11-21')).toBe(false)
  })

  it('defers to the nearest working day at or after', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const found = deferred(day)
        if (!found.known) return expect(found.unpublished).toBe('2027-01-01')
        expect(found.value >= day && dayKind(found.value) === 'working').toBe(true)
        expect(run(day, addDays(found.value, -1)).every((between) => dayKind(between) === 'off')).toBe(true)
      }),
    )
  })

  it('counts as many working days as it lists', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 12 }), (day, count) => {
        const { days, unpublished } = nextWorkingDays(day, count)
        const last = days[days.length - 1]
        if (last) expect(workingDaysBetween(day, last)).toEqual({ known: true, value: days.length })
        expect(days.length === count || unpublished === '2027-01-01').toBe(true)
        expect([...days].sort()).toEqual(days)
      }),
    )
  })

  it('is well-formed, and is what its generator makes of chinese-days', () => {
    for (const [year, { holidays, extraWorkingDays }] of Object.entries(calendarYears)) {
      for (const date of [...holidays, ...extraWorkingDays]) expect(isDay(`${year}-${date}`)).toBe(true)
      expect(extraWorkingDays.filter((date) => weekdayOf(`${year}-${date}`) < 6)).toEqual([])
      expect(holidays.filter((date) => extraWorkingDays.includes(date))).toEqual([])
    }
    expect(() =>
      execFileSync(process.execPath, ['scripts/generate-calendar.mjs', '--check'], { stdio: 'pipe' }),
    ).not.toThrow()
  })
})
