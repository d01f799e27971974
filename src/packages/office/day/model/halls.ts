/** The halls an officer answers for: those named in a grant, and all of a supervisor's regions. */
import { grantServes } from '../../../../../functions/core/pure/serving'
import type { Hall, Me } from '../../../../client/api'

type Grants = Me['grants']

const ON_DUTY: readonly string[] = ['officer', 'supervisor']

export const hallsOf = (grants: Grants, halls: readonly Hall[]): readonly Hall[] =>
  halls.filter(({ id, region }) =>
    grants.some((grant) => ON_DUTY.includes(grant.role) && grantServes(grant, { hallId: id, region })),
  )

/** The hall to show: the one asked for when it is theirs, else the first. */
export const hallToShow = (mine: readonly Hall[], asked: string | undefined): Hall | undefined =>
  mine.find(({ id }) => id === asked) ?? mine[0]
