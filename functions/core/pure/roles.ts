/** Who may do what: roles are granted by hall or region, and read at each request. */

export const ROLES = ['taxpayer', 'volunteer', 'officer', 'supervisor', 'admin', 'auditor', 'notary'] as const
export type Role = (typeof ROLES)[number]

/** Roles whose grant takes two people. */
export const TWO_PEOPLE_ROLES: readonly Role[] = ['supervisor', 'admin', 'auditor', 'notary']
