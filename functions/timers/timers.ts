/** When the jobs run. They may overlap, repeat and be missed: each is under a lease, and works by what is due. */

/** `cron` has seven fields, seconds first (CloudBase); other edges translate it. */
export const timers = [
  { procedure: 'dispatch', cron: '0 * * * * * *' },
  { procedure: 'seal', cron: '30 * * * * * *' },
  { procedure: 'sweep', cron: '15 7 * * * * *' },
] as const
