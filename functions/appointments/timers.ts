/** Jobs by the clock. Crons are of seven fields, seconds first and the year last, in Asia/Shanghai. */
import type { Timer } from '../core/manifest'

export const timers: readonly Timer[] = [
  /** The days to come, early each morning; again at noon in case the first run was missed. */
  { procedure: 'openDays', cron: '0 5 0,12 * * * *' },
  /** The visits of the day before, when nothing of it happens any more. */
  { procedure: 'recount', cron: '0 20 3 * * * *' },
  /** Claims whose time has come, each minute. */
  { procedure: 'settle', cron: '0 * * * * * *' },
]
