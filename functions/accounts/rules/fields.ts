/** Field checks that exist once: the contract is built of their figures, forms call them as one types. */
import { isPlainNumber } from '../../core/pure/check-digits'
import { fieldProblem } from '../../core/pure/typed-text'

/** Characters of a name, and of an ID card's or enterprise's number, once trimmed. */
export const NAME = { min: 2, max: 60 } as const
/** Letters or digits, whatever stands between them. */
export const NUMBER = { min: 6, max: 24, says: true } as const
/** A mainland mobile number. */
export const PHONE = /^1\d{10}$/

export const isName = (value: string): boolean => fieldProblem(value, NAME) === undefined
export const isNumber = (value: string): boolean =>
  fieldProblem(value, NUMBER) === undefined && isPlainNumber(value)
export const isPhone = (value: string): boolean => PHONE.test(value)

/** The purpose of a look at somebody's data, the evidence of a verification, the reason of a grant. */
export const PURPOSE = { min: 2, max: 200, says: true } as const
export const isPurpose = (value: string): boolean => fieldProblem(value, PURPOSE) === undefined

/** A province, city or county of GB/T 2260, as far as it is written out: 32, 3201, 320102. */
export const DIVISION = /^\d{2,6}$/
export const isDivision = (value: string): boolean => DIVISION.test(value)
