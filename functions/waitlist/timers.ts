/** Jobs by the clock. Crons are of seven fields, seconds first and the year last, in Asia/Shanghai. */
import type { Timer } from '../core/manifest'

/** Each minute, after claims were settled: what came free without anybody's doing, and at eight what came free at night. */
export const timers: readonly Timer[] = [{ procedure: 'tend', cron: '20 * * * * * *' }]
