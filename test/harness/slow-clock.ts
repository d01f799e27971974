/**
 * A legal term reckoned a second time, from the words of the law alone and day by day: slow, and sharing nothing with
 * core/pure but the published table of holidays.
 */
import { calendarYears } from '../../functions/core/pure/calendar-data'

interface SlowTerm {
  readonly count: number
  readonly unit: 'naturalDays' | 'workingDays'
  readonly firstDayCounts?: boolean
  readonly begunOn: string
  /** Asked on the first day, answered on the second. */
  readonly waits: readonly { readonly asked: string; readonly answered: string }[]
}

export interface SlowDates {
  /** `unpublished`: a year that it needs has no table. */
  readonly target: string
  readonly outer: string
}

class Unpublished extends Error {}

const dayPlus = (day: string, days: number): string => {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** Does the table, or the week, say that nobody works? */
const isOff = (day: string): boolean => {
  const table = calendarYears[day.slice(0, 4)]
  if (table === undefined) throw new Unpublished(day)
  if (table.extraWorkingDays.includes(day.slice(5))) return false
  return table.holidays.includes(day.slice(5)) || [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
}

/** 等待纳税人补正的时间不计入: from the day after it was asked to the day on which it came. */
const isWaiting = (term: SlowTerm, day: string): boolean =>
  term.waits.some(({ asked, answered }) => asked < day && answered >= day)

/** Every day of the term, in order: its last one is the plain date. */
const daysOfTerm = (term: SlowTerm): string[] => {
  const days: string[] = []
  let day = term.firstDayCounts ? term.begunOn : dayPlus(term.begunOn, 1)
  while (days.length < term.count) {
    if (!isWaiting(term, day) && (term.unit === 'naturalDays' || !isOff(day))) days.push(day)
    day = dayPlus(day, 1)
  }
  return days
}

/** 在期限内有连续三日以上法定休假日的，按休假日天数顺延: the days in such rows. */
const daysInRows = (days: readonly string[]): number => {
  const rows: string[][] = [[]]
  for (const day of days) {
    const row = rows[rows.length - 1] as string[]
    const last = row[row.length - 1]
    const follows = last === undefined || dayPlus(last, 1) === day
    if (!isOff(day)) rows.push([])
    else if (follows) row.push(day)
    else rows.push([day])
  }
  const holiday = (day: string): boolean =>
    calendarYears[day.slice(0, 4)]?.holidays.includes(day.slice(5)) === true
  return rows
    .filter((row) => row.length >= 3 && row.some(holiday))
    .reduce((sum, { length }) => sum + length, 0)
}

const outerOf = (term: SlowTerm, days: readonly string[]): string => {
  let day = days[days.length - 1] as string
  let toMove = daysInRows(days)
  // 期限的最后一日是法定休假日的，以休假日期满的次日为期限的最后一日
  if (toMove === 0 && isOff(day)) toMove = 1
  while (toMove > 0) {
    day = dayPlus(day, 1)
    if (!isWaiting(term, day) && !isOff(day)) toMove -= 1
  }
  return day
}

const orUnpublished = (reckon: () => string): string => {
  try {
    return reckon()
  } catch (error) {
    if (error instanceof Unpublished) return 'unpublished'
    throw error
  }
}

export const slowDates = (term: SlowTerm): SlowDates => {
  const target = orUnpublished(() => daysOfTerm(term).pop() as string)
  const outer = orUnpublished(() => (term.unit === 'workingDays' ? target : outerOf(term, daysOfTerm(term))))
  return { target, outer }
}
