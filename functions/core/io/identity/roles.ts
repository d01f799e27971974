/** Who may do what: roles are granted per hall or region, and read at each request. */

export const ROLES = ['taxpayer', 'volunteer', 'officer', 'supervisor', 'admin', 'auditor', 'notary'] as const
export type Role = (typeof ROLES)[number]

/** Roles whose grant takes two people. */
export const TWO_PEOPLE_ROLES: readonly Role[] = ['supervisor', 'admin', 'auditor', 'notary']

export interface RoleGrant {
  readonly role: Role
  /** Hall ids, for officers. */
  readonly halls?: readonly string[]
  /** Division codes (GB/T 2260) by prefix, for supervisors and above. */
  readonly regions?: readonly string[]
}

export type Caller =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'account'; readonly accountId: string; readonly grants: readonly RoleGrant[] }
  | { readonly kind: 'timer'; readonly name: string }
