/** The roles that have a name on screen. */
export const ROLES = ['taxpayer', 'volunteer', 'officer', 'supervisor', 'admin', 'auditor', 'notary'] as const
export type Role = (typeof ROLES)[number]
