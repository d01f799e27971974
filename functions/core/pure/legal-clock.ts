/**
 * The clock of a legal term: until when an office must have acted, standing still while it waits for the taxpayer. Two
 * dates: the target, counted plainly, and the outer date, which holidays may move (细则 §109). Nothing here is stored:
 * whatever is asked is reckoned from the day it began and from the times it stood still.
 */
import { dayKind, workingDaysBetween, type Known } from './calendar'
import { dayAfter, deferredTerm, workingDayAfter, type Stands } from './deferral'
import type { Basis } from './law'
import { addDays, daysBetween, type Day } from './time'

/** How long the office has, as the law fixes it. */
export interface Term extends Basis {
  readonly count: number
  readonly unit: 'naturalDays' | 'workingDays'
  /** The day on which it begins is the first day; otherwise the day after it is. */
  readonly firstDayCounts?: true
  readonly from: 'receipt' | 'acceptance'
}

/**
 * A time in which the office waits for the taxpayer: the days after the one on which it asked, up to and including the
 * one on which the answer came. As long as none came, it lasts.
 */
export interface Pause {
  readonly from: Day
  readonly until?: Day
}

export interface Clock {
  readonly term: Pick<Term, 'count' | 'unit' | 'firstDayCounts'>
  /** Day 0, by the term: of receipt or of acceptance. */
  readonly begunOn: Day
  readonly pauses?: readonly Pause[]
}

export interface LegalDates {
  /** Counted plainly: what the office aims at. Unknown only for working days of a year that is not published. */
  readonly target: Known<Day>
  /** By law the last day. Unknown when a year that it needs is not published: never guessed. */
  readonly outer: Known<Day>
}

/** The days on which it stood still, as known on `today`: what is not over yet lasts until then. */
const stillDays = (pauses: readonly Pause[], today: Day): Stands => {
  const past = pauses.map(({ from, until = today }) => ({ from, until: until < today ? until : today }))
  return (day) => past.some(({ from, until }) => from < day && day <= until)
}

/** The day before the first day of the term. */
const before = ({ term, begunOn }: Clock): Day => (term.firstDayCounts ? addDays(begunOn, -1) : begunOn)

/**
 * Both dates, as they stand on `today`; while it is paused they move on with each day, as if the answer came today.
 * A term of working days has one date: no day of it is off, so that nothing is left to defer.
 */
export const legalDates = (clock: Clock, today: Day): LegalDates => {
  const { count, unit } = clock.term
  const stands = stillDays(clock.pauses ?? [], today)
  const after = before(clock)
  if (unit === 'workingDays') {
    const target = workingDayAfter(after, count, stands)
    return { target, outer: target }
  }
  const target = dayAfter(after, count, (day) => (stands(day) ? 'off' : 'working'))
  return { target, outer: target.known ? deferredTerm({ after, base: target.value, stands }) : target }
}

export type ClockState = 'running' | 'paused' | 'dueSoon' | 'overTarget' | 'over'

export interface Standing extends LegalDates {
  readonly state: ClockState
  /** The date that comes next; after both, the outer one. */
  readonly toward: 'target' | 'outer'
  /** Days of the term's own unit until then: 0 on the last day, −1 and less once it is over. */
  readonly daysLeft: Known<number>
}

/** So many days before the target and less, it is due soon. */
export const DUE_SOON = 3

const isOver = (date: Known<Day>, today: Day): boolean => date.known && date.value < today

const isPaused = (clock: Clock, today: Day): boolean =>
  (clock.pauses ?? []).some(({ from, until }) => from <= today && (until === undefined || today < until))

const leftUntil = (date: Known<Day>, today: Day, unit: Term['unit']): Known<number> => {
  if (!date.known) return date
  if (unit === 'naturalDays') return { known: true, value: daysBetween(today, date.value) }
  if (today <= date.value) return workingDaysBetween(today, date.value)
  const since = workingDaysBetween(date.value, today)
  return since.known ? { known: true, value: -Math.max(1, since.value) } : since
}

/**
 * Where it stands. Asked of the day on which the office acted, it tells whether that was in time.
 * @example standing({ term, begunOn: '2026-04-28' }, '2026-05-09') // overTarget, 5 days left toward the outer date
 */
export const standing = (clock: Clock, today: Day, { dueSoon = DUE_SOON } = {}): Standing => {
  const dates = legalDates(clock, today)
  const toward = isOver(dates.target, today) ? 'outer' : 'target'
  const daysLeft = leftUntil(dates[toward], today, clock.term.unit)
  const stateNow = (): ClockState => {
    if (isOver(dates.outer, today)) return 'over'
    if (isPaused(clock, today)) return 'paused'
    if (toward === 'outer') return 'overTarget'
    return daysLeft.known && daysLeft.value <= dueSoon ? 'dueSoon' : 'running'
  }
  return { ...dates, state: stateNow(), toward, daysLeft }
}

/** When a case is raised to the supervisor, and why. */
export interface Escalation {
  /** `calendar`: the office's dates are not known beyond that day, so that somebody must look. */
  readonly why: 'target' | 'outer' | 'calendar'
  readonly on: Day
}

/** The last working day before a day, but not before `least`. */
const workingDayBefore = (day: Day, least: Day): Day | undefined => {
  for (let at = addDays(day, -1); at >= least; at = addDays(at, -1)) {
    if (dayKind(at) === 'working') return at
  }
  return undefined
}

/**
 * On the target, and once more on the working day before the outer date runs out; on that date itself when no working
 * day lies between. In order of days; never empty, so that no case runs out unseen.
 */
export const escalateOn = ({ target, outer }: LegalDates): readonly Escalation[] => {
  if (!target.known) return [{ why: 'calendar', on: target.unpublished }]
  const first: Escalation = { why: 'target', on: target.value }
  if (!outer.known || outer.value === target.value) return [first]
  const again = workingDayBefore(outer.value, addDays(target.value, 1)) ?? outer.value
  return [first, { why: 'outer', on: again }]
}
