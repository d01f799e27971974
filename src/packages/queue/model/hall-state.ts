/** How a hall stands with numbers now: what its queue says, and whether the hall has office hours today at all. */
import type { HallNow } from '../../../client/hall-now'

export type HallState = HallNow['state'] | 'notToday'

/** A queue that nobody has begun today is `closed`: on a day without office hours nobody will. */
export const hallStateOf = (state: HallNow['state'], openToday: boolean | undefined): HallState =>
  state === 'closed' && openToday === false ? 'notToday' : state

/** Are numbers given? Whether it is the hour for it, the server says. */
export const givesNumbers = (state: HallState): boolean => state === 'open' || state === 'closed'
