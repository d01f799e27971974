/**
 * The last day to file of a period, by article 109 of the Implementation Rules of the Tax Collection Law: holidays of
 * three days or more inside the period extend it by as many working days; a last day off moves to the next working day.
 */
import { dayKind, isHoliday } from '../../../functions/core/pure/calendar'
import { addDays, daysBetween, monthOf, type Day } from '../../../functions/core/pure/time'

export interface Deadline {
  readonly kind: 'monthly' | 'quarterly'
  readonly day: Day
  /** False while the year's holidays are not published: the day may still move. */
  readonly settled: boolean
  readonly daysLeft: number
}

const isOff = (day: Day): boolean => dayKind(day) === 'off'

/** Days by which holidays lengthen the period from `first` to `base`: runs of days off, three or more, with a holiday among them. */
const extension = (first: Day, base: Day): number => {
  let total = 0
  let run: Day[] = []
  for (let at = first; at <= addDays(base, 1); at = addDays(at, 1)) {
    if (at <= base && isOff(at)) run.push(at)
    else {
      if (run.length >= 3 && run.some(isHoliday)) total += run.length
      run = []
    }
  }
  return total
}

const afterWorkingDays = (day: Day, count: number): Day => {
  let at = day
  for (let left = count; left > 0;) {
    at = addDays(at, 1)
    if (!isOff(at)) left -= 1
  }
  return at
}

/** The last day to file in a month, `YYYY-MM`; an unpublished year gives the plain fifteenth, not settled. */
export const filingDay = (month: string): { readonly day: Day; readonly settled: boolean } => {
  const base = `${month}-15`
  if (dayKind(base) === 'unpublished') return { day: base, settled: false }
  let day = afterWorkingDays(base, extension(`${month}-01`, base))
  while (isOff(day)) day = addDays(day, 1)
  return { day, settled: dayKind(day) !== 'unpublished' }
}

const nextMonth = (month: string): string => monthOf(addDays(`${month}-28`, 7))

const upcoming = (kind: Deadline['kind'], today: Day, applies: (month: string) => boolean): Deadline => {
  let month = monthOf(today)
  for (;;) {
    const { day, settled } = filingDay(month)
    if (applies(month) && day >= today) return { kind, day, settled, daysLeft: daysBetween(today, day) }
    month = nextMonth(month)
  }
}

const QUARTER_MONTHS = ['01', '04', '07', '10']

/** The next monthly and the next quarterly last day, sooner first; in a quarter's month they are the same day. */
export const deadlinesFrom = (today: Day): readonly Deadline[] =>
  [
    upcoming('monthly', today, () => true),
    upcoming('quarterly', today, (month) => QUARTER_MONTHS.includes(month.slice(5))),
  ].sort((a, b) => a.daysLeft - b.daysLeft)
