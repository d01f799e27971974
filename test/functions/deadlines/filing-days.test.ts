/** The last day to file of a month: as it was published, and as a slow reckoning of its own says for random calendars. */
import fc from 'fast-check'
import { dayKindIn, type CalendarYears } from '../../../functions/core/pure/calendar'
import { filingDeadline } from '../../../functions/core/pure/deferral'
import { addDays, daysBetween, weekdayOf } from '../../../functions/core/pure/time'
import { publishedDays } from '../../../functions/deadlines/data/published'
import { nextFilings } from '../../../functions/deadlines/rules/next'
import { occurrencesOf, type Days } from '../../../functions/deadlines/rules/tracks'
import { slowDeadline } from '../../harness/slow-filing'

const monthOfYear = (year: number, i: number): string => `${year}-${String(i + 1).padStart(2, '0')}`
const inMonth = (month: string, day: number): string => `${month}-${String(day).padStart(2, '0')}`

/** 税总办征科函〔2025〕64号; 2024 and 2025 as they were observed. */
const PUBLISHED = {
  2024: [15, 23, 15, 18, 22, 19, 15, 15, 18, 24, 15, 16],
  2025: [15, 20, 17, 18, 22, 16, 15, 15, 15, 27, 17, 15],
  2026: [20, 24, 16, 20, 22, 15, 15, 17, 15, 26, 16, 15],
} as const

const rows = Object.entries(PUBLISHED).flatMap(([year, days]) =>
  days.map((day, i) => [monthOfYear(Number(year), i), day] as const),
)

test.each(rows)('%s ends on the %dth, as published', (month, day) => {
  expect(filingDeadline(month)).toEqual({ known: true, value: inMonth(month, day) })
})

test('what was published and what the rule says are the same', () => {
  expect(publishedDays).toHaveLength(12)
  for (const { month, day } of publishedDays)
    expect(filingDeadline(month)).toEqual({ known: true, value: day })
})

/** 国办发明电〔2022〕16号 and 税总办征科函〔2022〕245号: a year before our own tables begin. */
const TABLE_2023: CalendarYears = {
  2022: { notice: '', holidays: ['12-31'], extraWorkingDays: [] },
  2023: {
    notice: '国办发明电〔2022〕16号',
    holidays: [
      ...['01-01', '01-02'],
      ...['01-21', '01-22', '01-23', '01-24', '01-25', '01-26', '01-27'],
      ...['04-05', '04-29', '04-30', '05-01', '05-02', '05-03'],
      ...['06-22', '06-23', '06-24', '09-29', '09-30'],
      ...['10-01', '10-02', '10-03', '10-04', '10-05', '10-06'],
    ],
    extraWorkingDays: ['01-28', '01-29', '04-23', '05-06', '06-25', '10-07', '10-08'],
  },
}

const daysBy = (years: CalendarYears): Days => ({ kindOf: dayKindIn(years), published: [] })

const reckoned = (month: string, days: Days) => {
  const [one] = occurrencesOf('month', { from: inMonth(month, 15), to: addDays(`${month}-15`, 40) }, days)
  return one
}

test.each([16, 15, 15, 17, 18, 15, 17, 15, 15, 23, 15, 15].map((day, i) => [monthOfYear(2023, i), day]))(
  '%s ended on the %dth',
  (month, day) => {
    const one = reckoned(String(month), daysBy(TABLE_2023))
    expect(one?.due).toEqual({ known: true, value: inMonth(String(month), Number(day)) })
  },
)

describe('an independent, slow reckoning', () => {
  /** A stretch of holidays somewhere in a year, and weekends worked for it. */
  const table = (year: number) =>
    fc
      .record({
        stretches: fc.array(fc.record({ at: fc.nat(364), length: fc.integer({ min: 1, max: 9 }) }), {
          maxLength: 9,
        }),
        worked: fc.array(fc.nat(51), { maxLength: 8 }),
      })
      .map(({ stretches, worked }) => {
        const first = `${year}-01-01`
        const inYear = (day: string): boolean => day.startsWith(`${year}`)
        const holidays = [
          ...new Set(
            stretches.flatMap(({ at, length }) =>
              Array.from({ length }, (_, i) => addDays(first, at + i)).filter(inYear),
            ),
          ),
        ]
        const weekends = worked
          .map((week) => addDays(first, week * 7 + ((week * 5) % 7)))
          .filter((day) => weekdayOf(day) >= 6 && inYear(day) && !holidays.includes(day))
        const short = (days: readonly string[]): readonly string[] => days.map((day) => day.slice(5))
        return { notice: 'made up', holidays: short(holidays), extraWorkingDays: short(weekends) }
      })

  const decade = Array.from({ length: 11 }, (_, i) => 2030 + i)
  const tables = fc
    .tuple(...decade.map(table))
    .map((years) => Object.fromEntries(years.map((year, i) => [String(2030 + i), year])))

  it('agrees over ten years of random calendars', () => {
    fc.assert(
      fc.property(tables, (years) => {
        const all = occurrencesOf('month', { from: '2030-01-01', to: '2039-12-31' }, daysBy(years))
        const plain = decade
          .slice(0, 10)
          .flatMap((year) => Array.from({ length: 12 }, (_, i) => monthOfYear(year, i)))
        const found = all.map(({ base, due }) => [base, due.known && due.value])
        const slow = plain.map((month) => [`${month}-15`, slowDeadline(years, `${month}-15`)])
        // The last one may have moved into the year after.
        expect(found.slice(0, 119)).toEqual(slow.slice(0, 119))
      }),
      { numRuns: 12 },
    )
  })

  it('is never before the plain day, never on a day off, and later by as many working days as its holidays have days', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 0, max: 119 }), (years, i) => {
        const month = monthOfYear(2030 + Math.floor(i / 12), i % 12)
        const { kindOf } = daysBy(years)
        const one = reckoned(month, daysBy(years))
        if (!one?.due.known) throw new Error('every year is published')
        const { value: day } = one.due
        expect(day >= one.base && kindOf(day) === 'working').toBe(true)
        const off = one.holidays.reduce((sum, run) => sum + daysBetween(run.from, run.to) + 1, 0)
        const passed = Array.from({ length: daysBetween(one.base, day) }, (_, at) =>
          addDays(one.base, at + 1),
        )
        if (off > 0) expect(passed.filter((at) => kindOf(at) === 'working')).toHaveLength(off)
      }),
    )
  })
})

describe('for whoever has said nothing', () => {
  it('names the next monthly and the next quarterly day, sooner first', () => {
    expect(nextFilings('2026-09-16')).toMatchObject([
      { kind: 'monthly', due: { value: '2026-10-26' }, daysLeft: 40 },
      { kind: 'quarterly', due: { value: '2026-10-26' }, daysLeft: 40 },
    ])
    expect(nextFilings('2026-07-16')).toMatchObject([
      { kind: 'monthly', due: { value: '2026-08-17' } },
      { kind: 'quarterly', due: { value: '2026-10-26' } },
    ])
    expect(nextFilings('2026-12-15')[0]).toMatchObject({ due: { value: '2026-12-15' }, daysLeft: 0 })
  })

  it('says so when the year is not published, and gives the plain day beside it', () => {
    expect(nextFilings('2026-12-16')).toMatchObject([
      { base: '2027-01-15', due: { known: false, unpublished: '2027-01-01' } },
      { base: '2027-01-15', due: { known: false, unpublished: '2027-01-01' } },
    ])
  })
})
