/** Closing a hall at once is two orders: the queue stops, and today's bookings are cancelled. Each is done, or is still to be done. */
import type { ClientErrorCode } from '../../../client/errors'

export const ORDERS = ['queue', 'bookings'] as const
export type Order = (typeof ORDERS)[number]

/** What each came to: how many it concerned; null when it had been done before, or there was nothing to do. */
export type Done = Partial<Record<Order, number | null>>

/** Refusals that mean that it is so already: nothing of today could be booked, the hall's day is over, or this very order was carried out. */
const SO_ALREADY: Readonly<Record<Order, readonly ClientErrorCode[]>> = {
  queue: ['NUMBERS_ENDED'],
  bookings: ['ALREADY_CLOSED', 'HALL_CLOSED', 'CALENDAR_UNPUBLISHED', 'DAY_PAST'],
}
export const isSoAlready = (order: Order, code: ClientErrorCode): boolean => SO_ALREADY[order].includes(code)

export const leftOf = (done: Done): readonly Order[] => ORDERS.filter((order) => done[order] === undefined)
