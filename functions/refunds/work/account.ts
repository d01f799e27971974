/** Where the money is to go: sealed with its case, shown masked, opened by the payment alone. */
import type { DataKey } from '../../core/io/security/contract'
import { maskedAccount } from '../rules/fields'

export interface BankAccount {
  readonly bank: string
  readonly holder: string
  readonly number: string
  readonly explanation?: string | undefined
}

type Where = `${'refundDrafts' | 'refundCases'}|${string}|account`

export const accountAt = (collection: 'refundDrafts' | 'refundCases', id: string): Where =>
  `${collection}|${id}|account`

export const sealAccount = (key: DataKey, where: Where, account: BankAccount): string =>
  key.seal(where, JSON.stringify(account))

export const openAccount = (key: DataKey, where: Where, sealed: string): BankAccount =>
  JSON.parse(key.open(where, sealed)) as BankAccount

export const showAccount = (key: DataKey | undefined, where: Where, sealed: string | null) => {
  if (!key || sealed === null) return null
  const { number, ...account } = openAccount(key, where, sealed)
  return { ...account, number: maskedAccount(number) }
}
