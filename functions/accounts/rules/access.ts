/** How an officer is named to the person whose data was seen: by role, hall and a short mark, never by name. Pure. */

export interface Held {
  readonly role: string
  readonly halls?: readonly string[]
  readonly regions?: readonly string[]
}

/** What revealing takes, strongest first: an officer who is also a supervisor acts as the latter. */
const REVEALING = ['auditor', 'supervisor', 'officer'] as const

/** `officer@hall-1`: the role that allows it, and where it is held. */
export const actingAs = (grants: readonly Held[]): string => {
  const role = REVEALING.find((one) => grants.some((grant) => grant.role === one)) ?? 'officer'
  const grant = grants.find((one) => one.role === role)
  const places = [...(grant?.halls ?? []), ...(grant?.regions ?? [])]
  return places.length === 0 ? role : `${role}@${places.slice(0, 3).join('+')}`
}

/** Two officers of one hall are told apart by the mark: the last four characters of the account's id. */
export const officerName = (as: string, accountId: string): string =>
  `${as} #${accountId.slice(-4).toUpperCase()}`
