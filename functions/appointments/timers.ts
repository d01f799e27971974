/** Jobs by the clock. Crons are of five fields, in Asia/Shanghai. */
export const timers = [
  /** The days to come, early each morning; again at noon in case the first run was missed. */
  { procedure: 'openDays', cron: '5 0,12 * * *' },
  /** Claims whose time has come, each minute. */
  { procedure: 'settle', cron: '* * * * *' },
] as const
