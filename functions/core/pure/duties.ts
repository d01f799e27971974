/** Who may do a step that takes a duty, where, and who still may on a case that others have worked on. For server and screens. */
import { DUTIES, KEPT_APART, type Duty } from './duties-data'
import { grantServes, type PlacedGrant, type ServedPlace } from './serving'

export { DUTIES, type Duty } from './duties-data'

/** In the order of their table. */
export const DUTY_NAMES: readonly Duty[] = Object.keys(DUTIES).filter(isDuty)

export function isDuty(name: string): name is Duty {
  return Object.prototype.hasOwnProperty.call(DUTIES, name)
}

export interface DutyGrant extends PlacedGrant {
  readonly duties?: readonly string[]
}

/** May this role hold the duty at all? */
export const roleHolds = (role: string, duty: Duty): boolean => {
  const { roles }: { readonly roles: readonly string[] } = DUTIES[duty]
  return roles.includes(role)
}

/** Does this one grant carry the duty? A role that may not hold it carries it in vain. */
export const grantHolds = ({ role, duties = [] }: DutyGrant, duty: Duty): boolean =>
  roleHolds(role, duty) && duties.includes(duty)

/**
 * May whoever holds these grants do it there? By one and the same grant: a duty at one hall is none at another.
 * @param place absent: anywhere at all, which says only that it is worth asking on
 */
export const mayAct = ({
  grants,
  duty,
  place,
}: {
  readonly grants: readonly DutyGrant[]
  readonly duty: Duty
  readonly place?: ServedPlace
}): boolean =>
  grants.some((grant) => grantHolds(grant, duty) && (place === undefined || grantServes(grant, place)))

/** A step that somebody did on this case. */
export type DoneStep = {
  readonly accountId: string
  readonly duty: Duty
}

export interface FourEyes {
  /** Different people who must still do it; 0: it is done. */
  readonly left: number
  /** Who may not be the next: it would be the same person twice, or two duties that are kept apart, or their own affair. */
  readonly barred: readonly string[]
}

const apart = (a: Duty, b: Duty): boolean =>
  KEPT_APART.some(([one, other]) => (one === a && other === b) || (one === b && other === a))

/**
 * Who may still do the next step on a case.
 * @param actors what was done on this case so far; a step that was sent back or began anew is left out by the caller
 * @param concerned accounts whose own affair it is: nobody decides about themselves
 * @example const { left, barred } = fourEyes({ duty: 'pay', actors: refund.steps, concerned: [refund.accountId] })
 */
export const fourEyes = ({
  duty,
  actors,
  concerned = [],
  persons = DUTIES[duty].persons,
}: {
  readonly duty: Duty
  readonly actors: readonly DoneStep[]
  readonly concerned?: readonly string[]
  /** Different people that it takes on this thing, where that is more than usual. */
  readonly persons?: number
}): FourEyes => {
  const did = new Set(actors.filter((step) => step.duty === duty).map(({ accountId }) => accountId))
  const conflicting = actors.filter((step) => apart(step.duty, duty)).map(({ accountId }) => accountId)
  return {
    left: Math.max(0, persons - did.size),
    barred: [...new Set([...did, ...conflicting, ...concerned])].sort(),
  }
}
