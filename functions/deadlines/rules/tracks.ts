/**
 * A track is a row of days by which something is filed again and again: the 15th after each month, each quarter, …; or one day
 * of each year. Whatever is filed by the same days shares one, and so do those who file it.
 */
import { dayKind, type DayKind, type Known } from '../../core/pure/calendar'
import { explainedTerm, filingTerm, type DaysOff, type DeferredTerm } from '../../core/pure/deferral'
import { addMonths } from '../../core/pure/periods'
import { addDays, monthOf, type Day } from '../../core/pure/time'
import type { DayOfYear, Schedule } from '../data/obligation'
import { publishedDays, type PublishedDay } from '../data/published'
import type { Period } from '../data/taxpayers'

/** `05-31`: a day of each year. */
export type Track = Period | DayOfYear

/** By which calendar, and what was published beside it. */
export interface Days {
  readonly kindOf: (day: Day) => DayKind
  readonly published: readonly PublishedDay[]
}

export const lawfulDays: Days = { kindOf: dayKind, published: publishedDays }

/** One of a track's days. */
export interface Occurrence {
  /** The last day counted plainly. */
  readonly base: Day
  /** With holidays taken into account; unknown while a year that it needs is not published. */
  readonly due: Known<Day>
  /** What lengthened the term; empty where the last day merely moved to a working day, or not at all. */
  readonly holidays: readonly DaysOff[]
  /** Published by this notice. */
  readonly notice?: string
  /** The notice put it off beyond what the rule says. */
  readonly putOff?: true
  /** How often it was moved since it was first published. */
  readonly revision: number
}

const MONTHS_OF: Readonly<Record<Period, number>> = { month: 1, quarter: 3, half: 6, year: 12 }

const isPeriod = (track: Track): track is Period => Object.hasOwn(MONTHS_OF, track)

/** Does a period end with the month before this one? */
const isFiledIn = (period: Period, month: string): boolean =>
  (Number(month.slice(5)) - 1) % MONTHS_OF[period] === 0

const explained = ({ day, holidays }: DeferredTerm): Pick<Occurrence, 'due' | 'holidays'> => ({
  due: { known: true, value: day },
  holidays,
})

const byRule = (term: { after: Day; base: Day }, { kindOf }: Days): Pick<Occurrence, 'due' | 'holidays'> => {
  const found = explainedTerm({ ...term, kindOf })
  return found.known ? explained(found.value) : { due: found, holidays: [] }
}

/** Of what is filed by the 15th of a month. */
const ofMonth = (month: string, days: Days): Occurrence => {
  const term = filingTerm(month)
  const reckoned = byRule(term, days)
  const published = days.published.find((one) => one.month === month)
  if (!published) return { base: term.base, ...reckoned, revision: 0 }
  const { day, notice, revision } = published
  const asReckoned = reckoned.due.known && reckoned.due.value === day
  return {
    base: term.base,
    due: { known: true, value: day },
    holidays: asReckoned ? reckoned.holidays : [],
    notice,
    ...(asReckoned ? {} : { putOff: true }),
    revision,
  }
}

/** A term of one day: no holiday lengthens it. */
const ofDay = (base: Day, days: Days): Occurrence => ({
  base,
  ...byRule({ after: addDays(base, -1), base }, days),
  revision: 0,
})

/** The day that an occurrence stands at: its last day, or the plain one while that is not known. */
export const dayOfDue = ({ due, base }: Pick<Occurrence, 'due' | 'base'>): Day =>
  due.known ? due.value : base

/** A last day moves by less than that. */
const MOST_MOVED = 2

const monthsOf = (from: Day, to: Day): readonly string[] => {
  const months: string[] = []
  for (let month = addMonths(monthOf(from), -MOST_MOVED); month <= monthOf(to); month = addMonths(month, 1))
    months.push(month)
  return months
}

/** The days of a track between two days, both included, in their order. */
export const occurrencesOf = (
  track: Track,
  { from, to }: { readonly from: Day; readonly to: Day },
  days: Days = lawfulDays,
): readonly Occurrence[] =>
  monthsOf(from, to)
    .flatMap((month) => {
      if (isPeriod(track)) return isFiledIn(track, month) ? [ofMonth(month, days)] : []
      return month.slice(5) === track.slice(0, 2) ? [ofDay(`${month.slice(0, 4)}-${track}`, days)] : []
    })
    .filter((one) => from <= dayOfDue(one) && dayOfDue(one) <= to)

/** Of an obligation on the calendar, by the period that its taxpayer files by; undefined for one that follows an event. */
export const trackOf = (schedule: Schedule, period: Period | undefined): Track | undefined => {
  switch (schedule.kind) {
    case 'afterPeriod':
      return period
    case 'yearly':
      return schedule.closes
    case 'afterEvent':
    case 'yearAfterEvent':
      return undefined
  }
}
