/** Who may grant what, and what a set of grants becomes. Pure. */
import { DUTIES, roleHolds, type Duty } from '../../core/pure/duties'
import { TWO_PEOPLE_ROLES } from '../../core/pure/roles'
import { grantServes } from '../../core/pure/serving'

export interface Grant<R extends string = string> {
  readonly role: R
  readonly halls?: readonly string[]
  readonly regions?: readonly string[]
  readonly duties?: readonly Duty[]
}

/** What `canonicalGrant` gives. */
export interface Written<R extends string> {
  readonly role: R
  readonly halls?: string[]
  readonly regions?: string[]
  readonly duties?: Duty[]
}

const sorted = <T extends string>(items: readonly T[] | undefined): T[] | undefined =>
  items && items.length > 0 ? [...new Set(items)].sort() : undefined

/** The same grant is always written the same way: places and duties sorted, none twice, empty ones left out. */
export const canonicalGrant = <R extends string>({ role, halls, regions, duties }: Grant<R>): Written<R> => {
  const [h, r, d] = [sorted(halls), sorted(regions), sorted(duties)]
  return {
    role,
    ...(h ? { halls: h } : {}),
    ...(r ? { regions: r } : {}),
    ...(d ? { duties: d } : {}),
  }
}

/** Duties that the role of their grant may not hold. */
export const dutiesAstray = ({ role, duties = [] }: Grant): readonly Duty[] =>
  duties.filter((duty) => !roleHolds(role, duty))

/** By two administrators: a higher role, or a duty that takes two people itself. */
export const takesTwo = ({ role, duties = [] }: Grant): boolean =>
  TWO_PEOPLE_ROLES.some((one) => one === role) || duties.some((duty) => DUTIES[duty].grantedByTwo)

/** One text a grant, to make an id of. */
export const grantText = (grant: Grant): string => JSON.stringify(canonicalGrant(grant))

/** Without any place a grant stands for the whole deployment, and adding places does not narrow it. */
const everywhere = ({ halls = [], regions = [] }: Grant): boolean => halls.length + regions.length === 0

/**
 * An administrator without places grants anywhere; one with places only inside them, and only what names its places:
 * division codes (GB/T 2260) are prefixes, 32 holds 3201 and its halls.
 * @param regionOf the division of a hall; undefined for a hall that nobody knows
 */
export const mayGrant = (
  administrator: readonly Grant[],
  grant: Grant,
  regionOf: (hallId: string) => string | undefined,
): boolean =>
  administrator
    .filter(({ role }) => role === 'admin')
    .some((held) => {
      if (everywhere(held)) return true
      const { halls = [], regions = [] } = grant
      const within = (code: string): boolean => (held.regions ?? []).some((mine) => code.startsWith(mine))
      return (
        !everywhere(grant) &&
        regions.every(within) &&
        halls.every((hallId) => grantServes(held, { hallId, region: regionOf(hallId) ?? '' }))
      )
    })

/** What else the grant allows at its places; grants that differ in it are kept apart, or a duty at one hall would be one at all. */
const dutiesText = (grant: Grant): string => (canonicalGrant(grant).duties ?? []).join()

/** One grant a role and set of duties: places are added to those that are held. */
export const withGrant = <R extends string>(held: readonly Grant<R>[], grant: Grant<R>): Written<R>[] => {
  const alike = (one: Grant<R>): boolean => one.role === grant.role && dutiesText(one) === dutiesText(grant)
  const before = held.find(alike)
  const others = held.filter((one) => !alike(one)).map(canonicalGrant)
  if (!before) return [...others, canonicalGrant(grant)]
  const { role, duties } = grant
  if (everywhere(before) || everywhere(grant)) return [...others, canonicalGrant({ role, duties })]
  const halls = [...(before.halls ?? []), ...(grant.halls ?? [])]
  const regions = [...(before.regions ?? []), ...(grant.regions ?? [])]
  return [...others, canonicalGrant({ role, halls, regions, duties })]
}

export const withoutRole = <R extends string>(held: readonly Grant<R>[], role: R): Written<R>[] =>
  held.filter((one) => one.role !== role).map(canonicalGrant)

/** The role stays, without these duties. */
export const withoutDuties = <R extends string>(
  held: readonly Grant<R>[],
  role: R,
  duties: readonly Duty[],
): Written<R>[] =>
  held.reduce<Written<R>[]>(
    (kept, one) =>
      withGrant(
        kept,
        one.role === role
          ? { ...one, duties: (one.duties ?? []).filter((duty) => !duties.includes(duty)) }
          : one,
      ),
    [],
  )
