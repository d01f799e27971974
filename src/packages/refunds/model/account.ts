/** The account as it is typed: held to the server's rules as one types, and sent in plain digits. Pure. */
import { maskCompanyName, maskPersonName } from '../../../../functions/core/pure/masking'
import { fieldProblem, tidyText, type FieldProblem } from '../../../../functions/core/pure/typed-text'
import {
  accountNumberProblem,
  BANK,
  HOLDER,
  maskedAccount,
  type AccountNumberProblem,
} from '../../../../functions/core/pure/bank-account'
import { digitsOf } from '../../../../functions/core/pure/typed-digits'
import { SAID } from '../../../../functions/refunds/rules/fields'
import type { BankAccount, ShownAccount } from './answers'

export interface TypedAccount {
  readonly bank: string
  readonly holder: string
  readonly number: string
  readonly explanation: string
  /** A holder that the server does not know the taxpayer by, though its name is as long and begins alike. */
  readonly notOwn?: string
}
export type AccountPart = 'bank' | 'holder' | 'number' | 'explanation'

export const NOTHING_TYPED: TypedAccount = { bank: '', holder: '', number: '', explanation: '' }

/** The taxpayer as it is known here: by a masked name. */
export interface Payer {
  readonly kind: 'person' | 'enterprise'
  readonly name: string
}

/** Only as much of the name is known as is shown; a holder that masks otherwise is somebody else, and whom the server refused. */
export const isAnother = (
  { holder, notOwn }: Pick<TypedAccount, 'holder' | 'notOwn'>,
  { kind, name }: Payer,
): boolean => {
  const typed = tidyText(holder)
  if (typed === '') return false
  if (typed === notOwn) return true
  return (kind === 'person' ? maskPersonName(typed) : maskCompanyName(typed)) !== name
}

/** What was typed, or kept and not typed again, once the server says that it is another's: the reason is asked for from then on. */
export const knownAsAnother = (typed: TypedAccount, kept: ShownAccount | undefined): TypedAccount => {
  const { bank, holder } = isTyped(typed) || !kept ? typed : kept
  return { ...typed, bank, holder, notOwn: tidyText(holder) }
}

export type AccountProblem = FieldProblem | AccountNumberProblem
export type AccountProblems = Readonly<Partial<Record<AccountPart, AccountProblem>>>

/** Everything that is wrong, at once; of another's account the reason is asked for. */
export const accountProblems = (typed: TypedAccount, payer: Payer): AccountProblems => {
  const { bank, holder, number, explanation } = typed
  const found = {
    bank: fieldProblem(bank, BANK),
    holder: fieldProblem(holder, HOLDER),
    number: accountNumberProblem(number),
    explanation: isAnother(typed, payer) ? fieldProblem(explanation, SAID) : undefined,
  }
  return Object.fromEntries(Object.entries(found).filter(([, problem]) => problem !== undefined))
}

export const hasProblems = (problems: AccountProblems): boolean => Object.keys(problems).length > 0

export const isTyped = (typed: TypedAccount): boolean =>
  [typed.bank, typed.holder, typed.number].some((part) => part.trim() !== '')

/** As it is sent; undefined as long as something is wrong with it. */
export const readyAccount = (typed: TypedAccount, payer: Payer): BankAccount | undefined => {
  if (hasProblems(accountProblems(typed, payer))) return undefined
  const { bank, holder, number, explanation } = typed
  const sent = { bank: tidyText(bank), holder: tidyText(holder), number: digitsOf(number) }
  return isAnother(typed, payer) ? { ...sent, explanation: tidyText(explanation) } : sent
}

/** As the server will show it: all of the number but its end hidden. */
export const shownAccountOf = ({ number, ...rest }: BankAccount): ShownAccount => ({
  ...rest,
  number: maskedAccount(number),
})
