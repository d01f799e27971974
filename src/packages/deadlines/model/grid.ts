/** A month as a calendar shows it: whole weeks from Monday on, and what sort of day each is. */
import { dayKind, isHoliday } from '../../../../functions/core/pure/calendar'
import { addMonths, daysInMonth } from '../../../../functions/core/pure/periods'
import {
  addDays,
  daysBetween,
  isDay,
  monthOf,
  weekdayOf,
  weekOf,
  type Day,
} from '../../../../functions/core/pure/time'

export interface Cell {
  readonly day: Day
  /** Of this month, not of the one before or after. */
  readonly inMonth: boolean
  /** `holiday` of the table; `work`: a weekend worked in exchange; `weekend`. */
  readonly sort: 'plain' | 'weekend' | 'holiday' | 'work'
}

const WEEKEND = 6

const sortOf = (day: Day): Cell['sort'] => {
  if (isHoliday(day)) return 'holiday'
  if (weekdayOf(day) < WEEKEND) return 'plain'
  return dayKind(day) === 'working' ? 'work' : 'weekend'
}

/** First and last day of a month, `YYYY-MM`. */
export const rangeOf = (month: string): { readonly from: Day; readonly to: Day } => ({
  from: `${month}-01`,
  to: `${month}-${String(daysInMonth(month)).padStart(2, '0')}`,
})

/** Weeks of seven days each. */
export const weeksOf = (month: string): readonly (readonly Cell[])[] => {
  const { from, to } = rangeOf(month)
  const first = weekOf(from)
  const weeks = Math.ceil((daysBetween(first, to) + 1) / 7)
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (__, i) => {
      const day = addDays(first, week * 7 + i)
      return { day, inMonth: monthOf(day) === month, sort: sortOf(day) }
    }),
  )
}

/** Is the year's table not there yet? */
export const isUnpublished = (month: string): boolean => dayKind(`${month}-01`) === 'unpublished'

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/

/** The month that an address names, by a day or by itself; else today's. */
export const monthIn = (
  { day = '', month = '' }: { readonly day?: string | undefined; readonly month?: string | undefined },
  today: Day,
): string => {
  if (isDay(day)) return monthOf(day)
  return MONTH.test(month) ? month : monthOf(today)
}

/** Calendars reach so far back and ahead. */
const REACH = 24

/** The month before or after, as far as anybody looks. */
export const monthBeside = (month: string, step: -1 | 1, today: Day): string | undefined => {
  const next = addMonths(month, step)
  const here = monthOf(today)
  return next < addMonths(here, -REACH) || next > addMonths(here, REACH) ? undefined : next
}
