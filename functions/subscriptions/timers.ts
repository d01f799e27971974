/** Jobs by the clock. Crons are of seven fields, seconds first and the year last, in Asia/Shanghai. */
import type { Timer } from '../core/manifest'

/** Each minute, in clouds; a server is woken by what it commits, and this is its net. */
export const timers: readonly Timer[] = [{ procedure: 'deliver', cron: '10 * * * * * *' }]
