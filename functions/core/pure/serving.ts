/** Does a grant serve a hall? One rule for the server, which decides, and for screens, which offer what it will allow. */

export interface PlacedGrant {
  readonly role: string
  /** Hall ids. */
  readonly halls?: readonly string[]
  /** Division codes, GB/T 2260, as prefixes: 32 holds 3201. */
  readonly regions?: readonly string[]
}

export interface ServedPlace {
  readonly hallId: string
  /** Division code of the hall. */
  readonly region: string
}

/** Without any place a grant stands for the whole deployment; an officer's always names its halls. */
const standsEverywhere = ({ role, halls = [], regions = [] }: PlacedGrant): boolean =>
  role !== 'officer' && halls.length + regions.length === 0

export const grantServes = (grant: PlacedGrant, { hallId, region }: ServedPlace): boolean =>
  standsEverywhere(grant) ||
  (grant.halls ?? []).includes(hallId) ||
  (grant.role !== 'officer' && (grant.regions ?? []).some((held) => region.startsWith(held)))
