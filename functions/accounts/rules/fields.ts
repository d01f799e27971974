/** Field checks that exist once: the contract refines with them, forms call them as one types. */

/** Characters of a name, and of an ID card's or enterprise's number, once trimmed. */
export const NAME_LENGTH = { min: 2, max: 60 } as const
export const NUMBER_LENGTH = { min: 6, max: 24 } as const
/** A mainland mobile number. */
export const PHONE = /^1\d{10}$/

const within = (text: string, { min, max }: { readonly min: number; readonly max: number }): boolean => {
  const { length } = text.trim()
  return length >= min && length <= max
}

export const isName = (value: string): boolean => within(value, NAME_LENGTH)
export const isNumber = (value: string): boolean => within(value, NUMBER_LENGTH)
export const isPhone = (value: string): boolean => PHONE.test(value)

/** The purpose of a look at somebody's data, the evidence of a verification, the reason of a grant. */
export const PURPOSE_LENGTH = { min: 2, max: 200 } as const
export const isPurpose = (value: string): boolean =>
  value.trim().length >= PURPOSE_LENGTH.min && value.length <= PURPOSE_LENGTH.max

/** A province, city or county of GB/T 2260, as far as it is written out: 32, 3201, 320102. */
export const DIVISION = /^\d{2,6}$/
export const isDivision = (value: string): boolean => DIVISION.test(value)
