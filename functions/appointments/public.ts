/** The few things that other functions may call. */
export { timers } from './timers'
export { openComingDays } from './work/open-days'
