/** When a visit is reminded of: at six in the evening before, Asia/Shanghai. Ours to choose; the hall's people are still there to call. */
import { addDays, instantOf, type Day, type Instant } from '../../core/pure/time'

const EVENING = 18 * 60

/** Undefined for what is booked later than that: it has just been told. */
export const remindAt = (day: Day, bookedAt: Instant): Instant | undefined => {
  const evening = instantOf(addDays(day, -1), EVENING)
  return bookedAt < evening ? evening : undefined
}
