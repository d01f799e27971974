/** Does business at a hall give this caller a reason to look at a person? Pure. */
import { grantServes, type PlacedGrant } from '../../core/pure/serving'
import { addDays, type Day } from '../../core/pure/time'
import { businessRows } from '../data/business'

/** Where and when a person has, or had, something to do. */
export interface PlacedVisit {
  readonly hallId: string
  /** Division code of the hall; empty for a hall that is no more. */
  readonly region: string
  readonly day: Day
}

/** Who may look, strongest first: an officer who is also a supervisor acts as the latter where both serve. */
const LOOKING: readonly string[] = ['auditor', 'supervisor', 'officer']

const daysAfter = (role: string, today: Day): number | undefined =>
  businessRows.find(
    ({ roles, effectiveFrom, effectiveTo }) =>
      roles.includes(role) && effectiveFrom <= today && (effectiveTo === null || today <= effectiveTo),
  )?.daysAfter

const isReason = (grant: PlacedGrant, visit: PlacedVisit, today: Day): boolean => {
  const days = daysAfter(grant.role, today)
  return days !== undefined && today <= addDays(visit.day, days) && grantServes(grant, visit)
}

/** An auditor of the whole deployment audits it whole: needs no business of the person's anywhere. */
const needsNone = ({ role, halls = [], regions = [] }: PlacedGrant): boolean =>
  role === 'auditor' && halls.length + regions.length === 0

/** Of these roles, in the order of their strength. */
export const lookingGrants = <G extends PlacedGrant>(
  grants: readonly G[],
  roles: readonly string[],
): readonly G[] =>
  LOOKING.filter((role) => roles.includes(role)).flatMap((role) =>
    grants.filter((grant) => grant.role === role),
  )

/**
 * The grant that gives the reason; `undefined` when none does.
 * @param visits absent: which grants need no business at all
 */
export const reasonIn = <G extends PlacedGrant>(
  grants: readonly G[],
  visits: readonly PlacedVisit[],
  today: Day,
): G | undefined =>
  grants.find((grant) => needsNone(grant) || visits.some((visit) => isReason(grant, visit, today)))
