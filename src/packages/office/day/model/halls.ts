/** The halls an officer answers for: those named in a grant, and all of a supervisor's regions. */
import type { Hall, Me } from '../../../../client/api'

type Grants = Me['grants']

export const hallsOf = (grants: Grants, halls: readonly Hall[]): readonly Hall[] =>
  halls.filter((hall) =>
    grants.some(
      ({ role, halls: named = [], regions = [] }) =>
        (role === 'officer' && named.includes(hall.id)) ||
        (role === 'supervisor' &&
          (named.includes(hall.id) || regions.some((region) => hall.region.startsWith(region)))),
    ),
  )

/** The hall to show: the one asked for when it is theirs, else the first. */
export const hallToShow = (mine: readonly Hall[], asked: string | undefined): Hall | undefined =>
  mine.find(({ id }) => id === asked) ?? mine[0]
