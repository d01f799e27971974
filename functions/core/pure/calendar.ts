/**
 * The working-day calendar: weekends, the published holiday table and 调休. A year without a published table is
 * `unpublished`: nothing is guessed, and what depends on it says so.
 */
import { calendarYears, type CalendarYear } from './calendar-data'
import { addDays, daysBetween, weekdayOf, type Day } from './time'

export type DayKind = 'working' | 'off' | 'unpublished'

/** A result that the calendar may not be able to give yet. */
export type Known<T> =
  { readonly known: true; readonly value: T } | { readonly known: false; readonly unpublished: Day }

/** The years whose table is published. */
export type CalendarYears = Readonly<Record<string, CalendarYear>>

/** What sort of day it is by these tables. */
export const dayKindIn =
  (years: CalendarYears) =>
  (day: Day): DayKind => {
    const year = years[day.slice(0, 4)]
    if (!year) return 'unpublished'
    const date = day.slice(5)
    if (year.holidays.includes(date)) return 'off'
    if (year.extraWorkingDays.includes(date)) return 'working'
    return weekdayOf(day) >= 6 ? 'off' : 'working'
  }

/** What sort of day it is by law. */
export const dayKind = dayKindIn(calendarYears)

/** Is it a day off of the holiday table itself, not merely a weekend? */
export const isHoliday = (day: Day): boolean =>
  calendarYears[day.slice(0, 4)]?.holidays.includes(day.slice(5)) ?? false

/** The day itself when it is a working day, else the next one (顺延). */
export const deferred = (day: Day): Known<Day> => {
  for (let at = day; ; at = addDays(at, 1)) {
    const kind = dayKind(at)
    if (kind === 'working') return { known: true, value: at }
    if (kind === 'unpublished') return { known: false, unpublished: at }
  }
}

/** The first working day of a month, `YYYY-MM`. */
export const firstWorkingDayOfMonth = (month: string): Known<Day> => deferred(`${month}-01`)

/**
 * The next `count` working days after `day`, which itself does not count. Stops at the first day of an unpublished
 * year and names it.
 */
export const nextWorkingDays = (
  day: Day,
  count: number,
): { readonly days: readonly Day[]; readonly unpublished?: Day } => {
  const days: Day[] = []
  for (let at = addDays(day, 1); days.length < count; at = addDays(at, 1)) {
    const kind = dayKind(at)
    if (kind === 'unpublished') return { days, unpublished: at }
    if (kind === 'working') days.push(at)
  }
  return { days }
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export const workingDaysBetween = (from: Day, to: Day): Known<number> => {
  let count = 0
  for (let i = 1, last = daysBetween(from, to); i <= last; i += 1) {
    const day = addDays(from, i)
    const kind = dayKind(day)
    if (kind === 'unpublished') return { known: false, unpublished: day }
    if (kind === 'working') count += 1
  }
  return { known: true, value: count }
}
