/** Jobs by the clock. Crons are of seven fields, seconds first and the year last, in Asia/Shanghai. */
import type { Timer } from '../core/manifest'

export const timers: readonly Timer[] = [{ procedure: 'settle', cron: '40 * * * * * *' }]
