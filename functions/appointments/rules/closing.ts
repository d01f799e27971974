/** What a closing takes: all that had not begun when the hall decided. What had begun is a visit, and stays one. */
import { instantOf, type Day, type Instant, type MinuteOfDay } from '../../core/pure/time'

/** @param stoppedAt when the hall decided; of older documents not known, and then all of the day is taken */
export const takes = (
  stoppedAt: Instant | undefined,
  { day, start }: { readonly day: Day; readonly start: MinuteOfDay },
): boolean => stoppedAt === undefined || instantOf(day, start) > stoppedAt
