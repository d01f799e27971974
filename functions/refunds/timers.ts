/** Jobs by the clock. Crons are of seven fields, seconds first and the year last, in Asia/Shanghai. */
import type { Timer } from '../core/manifest'

export const timers: readonly Timer[] = [
  /** Payments that were ordered, and those whose answer was lost, each minute. */
  { procedure: 'payOut', cron: '30 * * * * * *' },
  /** Payments against the other side's statement, which some make at ten in the morning. */
  { procedure: 'reconcile', cron: '0 40 6,10 * * * *' },
]
