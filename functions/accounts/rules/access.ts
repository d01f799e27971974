/** How an officer is named to the person whose data was seen: by role, hall and a short mark, never by name. Pure. */
import { officerMark } from '../../core/pure/officer-mark'

export interface Held {
  readonly role: string
  readonly halls?: readonly string[]
  readonly regions?: readonly string[]
}

/** `officer@hall-1`: the role that allowed it, and where it is held. */
export const actingAs = ({ role, halls = [], regions = [] }: Held): string => {
  const places = [...halls, ...regions]
  return places.length === 0 ? role : `${role}@${places.slice(0, 3).join('+')}`
}

/** Two officers of one hall are told apart by their marks. */
export const officerName = (as: string, accountId: string): string => `${as} ${officerMark(accountId)}`
