/** Opening hours: is a hall open at a minute, how long will it stay so, and when does it open next? Minutes of a day in Asia/Shanghai. */
import { dayKind, nextWorkingDays } from '../../core/pure/calendar'
import type { Span } from '../../core/pure/hall-terms'
import { dayOf, minuteOf, type Day, type Instant, type MinuteOfDay } from '../../core/pure/time'

export type Hours = readonly Span[]

/** The stretch of a working day's hours that a minute falls into: from `from` on, up to before `to`. */
export const spanAt = (hours: Hours, minute: MinuteOfDay): Span | undefined =>
  hours.find(({ from, to }) => from <= minute && minute < to)

/** Minutes from `minute` until the hall stops for lunch or for the day; 0 when it is not open then. */
export const minutesLeft = (hours: Hours, minute: MinuteOfDay): number => {
  const span = spanAt(hours, minute)
  return span ? span.to - minute : 0
}

/** Is the hall open at this instant, by its hours and the published calendar? A year that is not published is no yes. */
export const openAt = (hours: Hours, now: Instant): boolean =>
  dayKind(dayOf(now)) === 'working' && spanAt(hours, minuteOf(now)) !== undefined

export interface Opening {
  readonly day: Day
  readonly from: MinuteOfDay
}
export interface Openings {
  /** At most one a day, in order; the first may be later today. */
  readonly next: readonly Opening[]
  /** The first day of a year whose holidays are not published: nothing is known from there on. */
  readonly unpublished?: Day
}

/** When it opens after now, at most `count` times: later today, then on working days to come. */
export const openingsAfter = (hours: Hours, now: Instant, count: number): Openings => {
  const today = dayOf(now)
  const first = Math.min(...hours.map(({ from }) => from))
  const later = hours.filter(({ from }) => from > minuteOf(now)).map(({ from }) => from)
  const kind = dayKind(today)
  if (kind === 'unpublished') return { next: [], unpublished: today }
  const laterToday = kind === 'working' && later.length > 0 ? [{ day: today, from: Math.min(...later) }] : []
  const { days, unpublished } = nextWorkingDays(today, count - laterToday.length)
  return {
    next: [...laterToday, ...days.map((day) => ({ day, from: first }))],
    ...(unpublished === undefined ? {} : { unpublished }),
  }
}
