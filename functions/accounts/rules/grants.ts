/** Who may grant what, and what a set of grants becomes. Pure. */

export interface Grant<R extends string = string> {
  readonly role: R
  readonly halls?: readonly string[]
  readonly regions?: readonly string[]
}

/** What `canonicalGrant` gives. */
export interface Written<R extends string> {
  readonly role: R
  readonly halls?: string[]
  readonly regions?: string[]
}

const sorted = (items: readonly string[] | undefined): string[] | undefined =>
  items && items.length > 0 ? [...new Set(items)].sort() : undefined

/** The same grant is always written the same way: places sorted, none twice, empty ones left out. */
export const canonicalGrant = <R extends string>({ role, halls, regions }: Grant<R>): Written<R> => {
  const [h, r] = [sorted(halls), sorted(regions)]
  return { role, ...(h ? { halls: h } : {}), ...(r ? { regions: r } : {}) }
}

/** One text a grant, to make an id of. */
export const grantText = (grant: Grant): string => JSON.stringify(canonicalGrant(grant))

/**
 * An administrator without regions grants anywhere; one with regions only inside them, and only what names its regions:
 * division codes (GB/T 2260) are prefixes, 32 holds 3201.
 */
export const mayGrant = (administrator: readonly Grant[], grant: Grant): boolean =>
  administrator
    .filter((held) => held.role === 'admin')
    .some(({ regions = [] }) => {
      if (regions.length === 0) return true
      const wanted = grant.regions ?? []
      return wanted.length > 0 && wanted.every((code) => regions.some((held) => code.startsWith(held)))
    })

/** Without any place a grant stands for the whole deployment, and adding places does not narrow it. */
const everywhere = (grant: Grant): boolean =>
  (grant.halls ?? []).length === 0 && (grant.regions ?? []).length === 0

/** One grant a role: places are added to those that are held. */
export const withGrant = <R extends string>(held: readonly Grant<R>[], grant: Grant<R>): Written<R>[] => {
  const before = held.find((one) => one.role === grant.role)
  const others = held.filter((one) => one.role !== grant.role).map(canonicalGrant)
  if (!before) return [...others, canonicalGrant(grant)]
  if (everywhere(before) || everywhere(grant)) return [...others, { role: grant.role }]
  const halls = [...(before.halls ?? []), ...(grant.halls ?? [])]
  const regions = [...(before.regions ?? []), ...(grant.regions ?? [])]
  return [...others, canonicalGrant({ role: grant.role, halls, regions })]
}

export const withoutRole = <R extends string>(held: readonly Grant<R>[], role: R): Written<R>[] =>
  held.filter((one) => one.role !== role).map(canonicalGrant)
