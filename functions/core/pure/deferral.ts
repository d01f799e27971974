/**
 * Legal terms over holidays, by article 109 of the rules of the tax collection law (税收征管法实施细则): a last day that is
 * off moves to the next working day, and three or more days off in a row inside the term lengthen it by as many.
 */
import { dayKind, type DayKind, type Known } from './calendar'
import { addDays, daysBetween, type Day } from './time'

/** Does the term stand still on that day? Such a day is no part of it. */
export type Stands = (day: Day) => boolean

/** Days off in a row that lengthen a term; so many always hold a holiday of the table, since a weekend has two. */
const LENGTHENING = 3

const never: Stands = () => false

/** The `count`th day after `from` that counts; unknown from the first day of an unpublished year on. */
export const dayAfter = (from: Day, count: number, kindOf: (day: Day) => DayKind): Known<Day> => {
  let at = from
  for (let left = count; left > 0;) {
    at = addDays(at, 1)
    const kind = kindOf(at)
    if (kind === 'unpublished') return { known: false, unpublished: at }
    if (kind === 'working') left -= 1
  }
  return { known: true, value: at }
}

/** The `count`th working day after `from`, passing over days on which the term stands still. */
export const workingDayAfter = (from: Day, count: number, stands: Stands = never): Known<Day> =>
  dayAfter(from, count, (day) => (stands(day) ? 'off' : dayKind(day)))

/** Days off in a row, first and last included. */
export interface DaysOff {
  readonly from: Day
  readonly to: Day
}

/** A term with its holidays: its last day, and why it is that one. */
export interface DeferredTerm {
  readonly day: Day
  /** What lengthened it, as far as it lies inside the term; empty where the last day merely moved to a working day, or not at all. */
  readonly holidays: readonly DaysOff[]
}

export interface Term {
  /** The day before the term's first. */
  readonly after: Day
  /** Its last day, counted plainly. */
  readonly base: Day
  readonly stands?: Stands
  /** By which calendar; the law's own when absent. */
  readonly kindOf?: (day: Day) => DayKind
}

const daysOf = ({ from, to }: DaysOff): number => daysBetween(from, to) + 1

/**
 * The holidays inside a term that lengthen it. Weekends beside a holiday belong to it; what lies before the term, after it,
 * or on a day on which it stands still is cut off.
 */
const lengthening = ({ after, base, stands, kindOf }: Required<Term>): Known<readonly DaysOff[]> => {
  const runs: DaysOff[] = []
  let wasOff = false
  for (let at = addDays(after, 1); at <= base; at = addDays(at, 1)) {
    const kind = stands(at) ? 'working' : kindOf(at)
    if (kind === 'unpublished') return { known: false, unpublished: at }
    const last = runs.at(-1)
    if (kind === 'off') {
      if (wasOff && last) runs[runs.length - 1] = { from: last.from, to: at }
      else runs.push({ from: at, to: at })
    }
    wasOff = kind === 'off'
  }
  return { known: true, value: runs.filter((run) => daysOf(run) >= LENGTHENING) }
}

/** The last day of a term with holidays taken into account, and what moved it; unknown when a year that it needs is not published. */
export const explainedTerm = (term: Term): Known<DeferredTerm> => {
  const { after, base, stands = never, kindOf = dayKind } = term
  const found = lengthening({ after, base, stands, kindOf })
  if (!found.known) return found
  const holidays = found.value
  const days = holidays.reduce((sum, run) => sum + daysOf(run), 0)
  const kind = kindOf(base)
  if (kind === 'unpublished') return { known: false, unpublished: base }
  if (days === 0 && kind === 'working') return { known: true, value: { day: base, holidays } }
  const moved = dayAfter(base, Math.max(days, 1), (day) => (stands(day) ? 'off' : kindOf(day)))
  return moved.known ? { known: true, value: { day: moved.value, holidays } } : moved
}

/**
 * The last day of a term with holidays taken into account; unknown when a year that it needs is not published.
 * @example deferredTerm({ after: '2026-04-28', base: '2026-05-08' }) // 2026-05-14
 */
export const deferredTerm = (term: Term): Known<Day> => {
  const found = explainedTerm(term)
  return found.known ? { known: true, value: found.value.day } : found
}

/** The term in which taxes of a month are filed: from its first day to its 15th. @param month `YYYY-MM`, in which one files */
export const filingTerm = (month: string): Pick<Term, 'after' | 'base'> => ({
  after: addDays(`${month}-01`, -1),
  base: `${month}-15`,
})

/**
 * Until when taxes of a month are filed: its 15th, deferred.
 * @param month `YYYY-MM`, in which one files
 */
export const filingDeadline = (month: string): Known<Day> => deferredTerm(filingTerm(month))
