/** The kinds of business that an agent may be authorised for: one for each function that lets agents act. Generated from the registry by `npm run docs`: do not edit. */

export const AUTHORISATION_SCOPES = [
  { name: 'appointments', words: { zh: '预约办税', en: 'Appointments' } },
  { name: 'deadlines', words: { zh: '申报期限', en: 'Filing deadlines' } },
  { name: 'refunds', words: { zh: '退税办理', en: 'Refunds' } },
  { name: 'invoices', words: { zh: '发票查验', en: 'Invoices' } },
] as const

export type AuthorisationScope = (typeof AUTHORISATION_SCOPES)[number]['name']

export const SCOPE_NAMES: readonly AuthorisationScope[] = AUTHORISATION_SCOPES.map(({ name }) => name)

/** What is stored may name a scope of another version. */
export const isScope = (name: string): name is AuthorisationScope => SCOPE_NAMES.some((one) => one === name)
