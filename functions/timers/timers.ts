/** When the jobs run. They may overlap, repeat and be missed: each is under a lease, and works by what is due. */
import type { Timer } from '../core/manifest'

export const timers: readonly Timer[] = [
  { procedure: 'dispatch', cron: '0 * * * * * *' },
  { procedure: 'seal', cron: '30 * * * * * *' },
  { procedure: 'sweep', cron: '15 7 * * * * *' },
]
