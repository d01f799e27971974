/** What a booking's owner can do about its number now: nothing yet, take it, see it, or come as a walk-in. */
import { dayOf, instantOf, type Instant } from '../../../../functions/core/pure/time'
import type { QueueTicket } from '../../../client/own-numbers'
import type { Appointment } from './answers'

export type Arrival =
  | { readonly kind: 'none' }
  | { readonly kind: 'now' }
  | { readonly kind: 'late' }
  | { readonly kind: 'ticketed'; readonly number: QueueTicket }

type Booked = Pick<Appointment, 'id' | 'state' | 'outcome' | 'day' | 'end' | 'checkInFrom'>

/** Is today the day on which it has its number? */
export const isTheDay = ({ state, day }: Booked, now: Instant): boolean =>
  state === 'booked' && day === dayOf(now)

export const arrivalOf = (it: Booked, numbers: readonly QueueTicket[] | undefined, now: Instant): Arrival => {
  const number = numbers?.find(({ appointmentId }) => appointmentId === it.id)
  if (number) return { kind: 'ticketed', number }
  if (!isTheDay(it, now) || it.outcome !== undefined || now < it.checkInFrom) return { kind: 'none' }
  return { kind: now > instantOf(it.day, it.end) ? 'late' : 'now' }
}

/** The instant that a refusal names; a server of another version may not. */
export const instantIn = (data: unknown, name: string): Instant | undefined => {
  const value: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, name) : undefined
  return typeof value === 'number' ? value : undefined
}
