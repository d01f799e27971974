/** How often a number is looked at again: often when its turn is near, seldom while it is far, and not once it is over. */
import type { Pace } from '../../../client/use-live'
import type { QueueTicket } from '../../../messages/queue'

/** So few before one, and it is a matter of minutes. */
export const NEAR_AHEAD = 3

export const NEAR: Pace = { firstMs: 4_000, mostMs: 8_000, growth: 1.05, times: Infinity }
export const FAR: Pace = { firstMs: 15_000, mostMs: 30_000, growth: 1.2, times: Infinity }
/** Of a hall that one only looks at. */
export const HALL: Pace = { firstMs: 20_000, mostMs: 60_000, growth: 1.2, times: Infinity }

export const isNear = ({ state, waiting }: Pick<QueueTicket, 'state' | 'waiting'>): boolean =>
  state === 'called' || state === 'passed' || (state === 'waiting' && (waiting?.ahead ?? 0) <= NEAR_AHEAD)

export const paceOf = (it: Pick<QueueTicket, 'state' | 'waiting'>): Pace => (isNear(it) ? NEAR : FAR)
