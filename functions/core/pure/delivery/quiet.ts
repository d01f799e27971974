/** Hours of quiet, over midnight, by the clock of Asia/Shanghai. */
import { addDays, dayOf, instantOf, minuteOf, type Instant, type MinuteOfDay } from '../time'
import type { QuietHours } from './choices'

/** Its end is not quiet any more. */
export const isQuietMinute = (minute: MinuteOfDay, quiet: QuietHours | null): boolean => {
  if (!quiet) return false
  const { from, to } = quiet
  return from < to ? from <= minute && minute < to : minute >= from || minute < to
}

export const isQuiet = (at: Instant, quiet: QuietHours | null): boolean => isQuietMinute(minuteOf(at), quiet)

/** The first instant from `at` on at which that minute of a day begins. */
export const nextMinute = (at: Instant, minute: MinuteOfDay): Instant => {
  const day = dayOf(at)
  const today = instantOf(day, minute)
  return today >= at ? today : instantOf(addDays(day, 1), minute)
}

/** The same instant, or the end of the quiet that it falls into. */
export const afterQuiet = (at: Instant, quiet: QuietHours | null): Instant =>
  quiet && isQuiet(at, quiet) ? nextMinute(at, quiet.to) : at
