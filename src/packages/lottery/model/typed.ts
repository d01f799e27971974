/** A 数电票 as it is typed: twenty digits, its day, its total. Pure. */
import type { Values } from '../../../../functions/core/pure/forms'
import type { InvoiceFacts } from '../../../../functions/core/pure/invoice-facts'
import { digitsOf } from '../../../../functions/core/pure/typed-digits'

/** Of a 数电票. */
export const NUMBER_DIGITS = 20

/** Kinds that are typed here; others are scanned. */
export const TYPED_KINDS = ['32', '31'] as const

export type NumberProblem = 'required' | 'digits' | 'long'

export const numberProblem = (typed: string): NumberProblem | undefined => {
  const digits = digitsOf(typed)
  if (digits === '') return 'required'
  if (digits.length > NUMBER_DIGITS) return 'long'
  return /^\d{20}$/.test(digits) ? undefined : 'digits'
}

/** Undefined as long as something is wrong with it. */
export const typedFacts = (number: string, { kind, issuedOn, amount }: Values): InvoiceFacts | undefined =>
  numberProblem(number) === undefined &&
  typeof kind === 'string' &&
  typeof issuedOn === 'string' &&
  typeof amount === 'number'
    ? { kind, code: '', number: digitsOf(number), issuedOn, amount, amountOf: 'total', checkCode: '' }
    : undefined
