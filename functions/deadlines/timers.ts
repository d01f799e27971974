/** When the job runs: at nine, as people chose, and a little later in case that run was missed or cut short. */
import type { Timer } from '../core/manifest'

export const timers: readonly Timer[] = [{ procedure: 'remind', cron: '0 0,20 9,10 * * * *' }]
