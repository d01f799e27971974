/** The account that a prize is paid to, as it is typed: bank and number. Its holder is the winner. Pure. */
import {
  accountNumberProblem,
  BANK,
  type AccountNumberProblem,
} from '../../../../functions/core/pure/bank-account'
import { digitsOf } from '../../../../functions/core/pure/typed-digits'
import { fieldProblem, tidyText, type FieldProblem } from '../../../../functions/core/pure/typed-text'

export interface TypedAccount {
  readonly bank: string
  readonly number: string
}
export type AccountPart = keyof TypedAccount
export type AccountProblem = FieldProblem | AccountNumberProblem

export const NOTHING_TYPED: TypedAccount = { bank: '', number: '' }

/** Everything that is wrong, at once. */
export const accountProblems = ({
  bank,
  number,
}: TypedAccount): Readonly<Record<AccountPart, AccountProblem | undefined>> => ({
  bank: fieldProblem(bank, BANK),
  number: accountNumberProblem(number),
})

/** As it is sent; undefined as long as something is wrong with it. */
export const readyAccount = (typed: TypedAccount): TypedAccount | undefined => {
  const { bank, number } = accountProblems(typed)
  if (bank !== undefined || number !== undefined) return undefined
  return { bank: tidyText(typed.bank), number: digitsOf(typed.number) }
}
