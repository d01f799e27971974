/** `amount × part ÷ whole` where the product leaves the safe integers: doubled bit by bit, so that no digit is lost. */

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

/**
 * Rounded half up to a whole number, once (`shareOf` of `core/pure/money` takes rates; this takes amounts over amounts).
 * @throws RangeError when a part is not whole, safe and not negative, or when the result is beyond the safe integers
 * @example proportion(12_000_000_000, 9, 10) // 10_800_000_000
 */
export const proportion = (amount: number, part: number, whole: number): number => {
  if (!isCount(amount) || !isCount(part) || !isCount(whole) || whole === 0)
    throw new RangeError('a proportion is of whole numbers')
  if (!Number.isSafeInteger(whole * 2 + part)) throw new RangeError('a proportion beyond the safe integers')
  let quotient = 0
  let rest = 0
  for (const bit of amount.toString(2)) {
    rest = rest * 2 + (bit === '1' ? part : 0)
    const left = rest % whole
    quotient = quotient * 2 + (rest - left) / whole
    rest = left
    if (!Number.isSafeInteger(quotient)) throw new RangeError('a proportion beyond the safe integers')
  }
  return rest * 2 >= whole ? quotient + 1 : quotient
}
