/** When a visit is reminded of: at six in the evening before, Asia/Shanghai, and an hour before. Ours to choose; in the evening the hall's people are still there to call. */
import { addDays, HOUR, instantOf, type Day, type Instant, type MinuteOfDay } from '../../core/pure/time'

const EVENING = 18 * 60

/** Undefined for what is booked later than that: it has just been told. */
export const remindAt = (day: Day, bookedAt: Instant): Instant | undefined => {
  const evening = instantOf(addDays(day, -1), EVENING)
  return bookedAt < evening ? evening : undefined
}

/** Undefined for what is told of later than that. */
export const remindSoonAt = (day: Day, start: MinuteOfDay, toldAt: Instant): Instant | undefined => {
  const hourBefore = instantOf(day, start) - HOUR
  return toldAt < hourBefore ? hourBefore : undefined
}
