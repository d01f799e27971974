/** Names of what is kept, each made of what it is about. */
import type { Day } from '../../core/pure/time'

/** `<hall>.<YYYYMMDD>` */
export const hallDayOf = (hallId: string, day: Day): string => `${hallId}.${day.replace(/-/g, '')}`
/** `<hall>.<YYYYMMDD>.<place>` */
export const placeIdOf = (hallDay: string, place: string): string => `${hallDay}.${place}`
/** Of a booking: its own 26 characters, so that it has one ticket. */
export const ticketIdOf = (appointmentId: string): string => `tk_${appointmentId.slice(3)}`
export const stepIdOf = (ticketId: string, step: number): string =>
  `${ticketId}.${String(step).padStart(4, '0')}`
