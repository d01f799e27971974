/** The few things that other functions may call. */
import { registerExport } from '../accounts/public'
import { exportSection } from './exports'

export { eventHandlers } from './events'
export { timers } from './timers'
export { openComingDays } from './work/open-days'
export { readTicket } from './work/ticket'

registerExport(exportSection)
