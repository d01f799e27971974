/** Jobs by the clock. Crons are of seven fields, seconds first and the year last, in Asia/Shanghai. */
import type { Timer } from '../core/manifest'

export const timers: readonly Timer[] = [
  /** Payments that were ordered, and those whose answer was lost, each minute. */
  { procedure: 'payOut', cron: '30 * * * * * *' },
  /** Yesterday's payments against the other side's statement. */
  { procedure: 'reconcile', cron: '0 40 6 * * * *' },
]
