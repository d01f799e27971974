/** The demonstration's own hour: halls give numbers on working days alone, and somebody wants to see one on a Sunday evening. */
import { addDays, dayOf, instantOf, isDay, type Instant } from '../../functions/core/pure/time'

const TIME = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/
/** So far from today at most: deadlines, calendars and keys know these years. */
const MOST_DAYS = 31

/**
 * A clock that begins at that time in Asia/Shanghai, `2026-11-24T09:50`, and goes on as time does.
 * @param time undefined: the real one
 * @throws Error for what is no such time, or is too far from today
 */
export const demoClock = (
  time: string | undefined,
  now: () => Instant = Date.now,
): (() => Instant) | undefined => {
  if (time === undefined || time === '') return undefined
  const [, day = '', hours, minutes] = TIME.exec(time) ?? []
  const today = dayOf(now())
  const isNear = isDay(day) && day >= addDays(today, -MOST_DAYS) && day <= addDays(today, MOST_DAYS)
  if (!isNear)
    throw new Error(`DEMO_TIME: a time in Asia/Shanghai, within ${MOST_DAYS} days: 2026-11-24T09:50`)
  const ahead = instantOf(day, Number(hours) * 60 + Number(minutes)) - now()
  return () => now() + ahead
}
