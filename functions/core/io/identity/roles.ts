/** Callers, and the grants that they come with. */
import type { Duty } from '../../pure/duties-data'
import type { Role } from '../../pure/roles'

export { ROLES, TWO_PEOPLE_ROLES, type Role } from '../../pure/roles'

export interface RoleGrant {
  readonly role: Role
  /** Hall ids, for officers. */
  readonly halls?: readonly string[]
  /** Division codes (GB/T 2260) by prefix, for supervisors and above. */
  readonly regions?: readonly string[]
  /** What this grant allows beside what its role does anyway, at the same places. */
  readonly duties?: readonly Duty[]
}

export type Caller =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'account'; readonly accountId: string; readonly grants: readonly RoleGrant[] }
  | { readonly kind: 'timer'; readonly name: string }
