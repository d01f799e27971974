/** A bank account as it is typed and shown, by one rule for forms and contracts. */
import { digitsOf } from './typed-digits'

export const BANK = { min: 2, max: 60 }
export const HOLDER = { min: 2, max: 60 }
/** Digits of a card or an account in China; groups may be set apart by spaces while one types. */
export const ACCOUNT_NUMBER = /^\d{8,30}$/
export type AccountNumberProblem = 'required' | 'digits'

/** Of a number as it is typed. */
export const accountNumberProblem = (typed: string): AccountNumberProblem | undefined => {
  const digits = digitsOf(typed)
  if (digits === '') return 'required'
  return ACCOUNT_NUMBER.test(digits) ? undefined : 'digits'
}

/** All but the last four. */
export const maskedAccount = (number: string): string => `**** ${number.slice(-4)}`
