/** Where the money is to go: sealed with its case, shown masked, opened by the payment alone. */
import { isNameOf } from '../../accounts/public'
import type { Context } from '../../core/io/context'
import type { DataKey } from '../../core/io/security/contract'
import { AppError } from '../../core/pure/errors'
import type { RefundCaseDoc } from '../collections'
import { maskedAccount } from '../../core/pure/bank-account'

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

/** Of what the office found: money is to go somewhere, and nobody has said where. */
export const lacksAccount = ({ account, direction }: Pick<RefundCaseDoc, 'account' | 'direction'>): boolean =>
  account === null && direction === 'refund'

/** @throws AppError EXPLANATION_MISSING for an account that is not in the taxpayer's own name, without a word why */
export const insistExplained = async (
  context: Context,
  taxpayerId: string,
  { holder, explanation }: BankAccount,
): Promise<void> => {
  if (explanation === undefined && !(await isNameOf(context, taxpayerId, holder)))
    throw new AppError('EXPLANATION_MISSING')
}
