/**
 * Legal terms over holidays, by article 109 of the rules of the tax collection law (税收征管法实施细则): a last day that is
 * off moves to the next working day, and three or more days off in a row inside the term lengthen it by as many.
 */
import { dayKind, type DayKind, type Known } from './calendar'
import { addDays, type Day } from './time'

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

/**
 * How many days the holidays inside a term lengthen it by. Weekends beside a holiday belong to it; what lies before the
 * term, after it, or on a day on which it stands still is cut off.
 */
const lengthening = (term: { after: Day; base: Day; stands: Stands }): Known<number> => {
  let days = 0
  let run = 0
  for (let at = addDays(term.after, 1); at <= term.base; at = addDays(at, 1)) {
    const kind = term.stands(at) ? 'working' : dayKind(at)
    if (kind === 'unpublished') return { known: false, unpublished: at }
    run = kind === 'off' ? run + 1 : 0
    if (run === LENGTHENING) days += LENGTHENING
    else if (run > LENGTHENING) days += 1
  }
  return { known: true, value: days }
}

/**
 * The last day of a term with holidays taken into account; unknown when a year that it needs is not published.
 * @param term.after the day before the term's first
 * @param term.base its last day, counted plainly
 * @example deferredTerm({ after: '2026-04-28', base: '2026-05-08' }) // 2026-05-14
 */
export const deferredTerm = (term: {
  readonly after: Day
  readonly base: Day
  readonly stands?: Stands
}): Known<Day> => {
  const { after, base, stands = never } = term
  const days = lengthening({ after, base, stands })
  if (!days.known) return days
  if (days.value > 0) return workingDayAfter(base, days.value, stands)
  const kind = dayKind(base)
  if (kind === 'unpublished') return { known: false, unpublished: base }
  return kind === 'working' ? { known: true, value: base } : workingDayAfter(base, 1, stands)
}

/**
 * Until when taxes of a month are filed: its 15th, deferred.
 * @param month `YYYY-MM`, in which one files
 */
export const filingDeadline = (month: string): Known<Day> =>
  deferredTerm({ after: addDays(`${month}-01`, -1), base: `${month}-15` })
