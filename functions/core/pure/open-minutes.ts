/** Opening hours that pass, by the published calendar: what is promised within working hours is due when they have. */
import { dayKind } from './calendar'
import type { Span } from './hall-terms'
import { addDays, dayOf, instantOf, MINUTE, type Instant } from './time'

/** A hall that is open for less in so many days is not open: nothing is counted any further. */
const MOST_DAYS = 60

/**
 * When so many minutes of opening hours have passed, on working days of the published calendar.
 * @returns undefined where they do not pass before a year that is not published
 */
export const openMinutesAfter = (
  hours: readonly Span[],
  from: Instant,
  minutes: number,
): Instant | undefined => {
  let left = minutes * MINUTE
  if (left === 0) return from
  const spans = [...hours].sort((a, b) => a.from - b.from)
  const first = dayOf(from)
  for (let at = 0; at < MOST_DAYS; at += 1) {
    const day = addDays(first, at)
    const kind = dayKind(day)
    if (kind === 'unpublished') return undefined
    for (const span of kind === 'working' ? spans : []) {
      const begins = Math.max(instantOf(day, span.from), from)
      const lasts = instantOf(day, span.to) - begins
      if (lasts >= left) return begins + left
      left -= Math.max(0, lasts)
    }
  }
  return undefined
}
