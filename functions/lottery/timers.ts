/** Jobs by the clock. Crons are of seven fields, seconds first and the year last, in Asia/Shanghai. */
import type { Timer } from '../core/manifest'

export const timers: readonly Timer[] = [
  /** Periods that are over, rounds that are there. */
  { procedure: 'runDraws', cron: '15 * * * * * *' },
  /** What was entered, by day. */
  { procedure: 'countEntries', cron: '30 * * * * * *' },
  /** Prizes that wait for time or for money. */
  { procedure: 'runPrizes', cron: '45 * * * * * *' },
]
