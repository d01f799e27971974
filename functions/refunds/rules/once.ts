/** What can be claimed once only, where no voucher bounds it: named by these of the form's values. */
import type { Values } from '../../core/pure/forms'
import type { ClaimKind } from './kind'

const ONCE_FOR: Partial<Readonly<Record<ClaimKind, readonly string[]>>> = {
  incomeTax: ['taxYear'],
  vatCredit: ['period'],
  export: ['customsForm'],
}

/** `undefined`: bounded by its voucher. */
export const onceName = (kind: ClaimKind, values: Values): string | undefined => {
  const keys = ONCE_FOR[kind]
  return keys && [kind, ...keys.map((key) => String(values[key] ?? ''))].join('|')
}
