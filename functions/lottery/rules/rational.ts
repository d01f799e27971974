/** Fractions of whole numbers, exact: without floating point, and without BigInt, which old phones lack. Pure. */

export interface Rational {
  readonly numerator: number
  /** Above zero. */
  readonly denominator: number
}

const commonDivisor = (a: number, b: number): number => {
  let [x, y] = [a, b]
  while (y > 0) [x, y] = [y, x % y]
  return x
}

/**
 * In lowest terms.
 * @throws RangeError unless both are whole, safe and not negative, and the denominator is above zero
 */
export const rational = (numerator: number, denominator: number): Rational => {
  const fits =
    Number.isSafeInteger(numerator) && numerator >= 0 && Number.isSafeInteger(denominator) && denominator > 0
  if (!fits) throw new RangeError(`not a fraction: ${numerator}/${denominator}`)
  const by = commonDivisor(numerator, denominator)
  return { numerator: numerator / by, denominator: denominator / by }
}

/** Half of the safe integers: what is doubled stays safe. */
const HALF = Number.MAX_SAFE_INTEGER / 2

/**
 * `a × b ÷ c`, rounded down. Exact wherever the result is safe, however large the product: digit by binary digit of `a`.
 * @throws RangeError when a part or the result is not whole, safe and not negative, or `c` is beyond half of the safe integers
 */
export const floorOf = (a: number, b: number, c: number): number => {
  const whole = [a, b, c].every((part) => Number.isSafeInteger(part) && part >= 0)
  if (!whole || c === 0 || c > HALF) throw new RangeError(`not ${a} × ${b} ÷ ${c}`)
  const [each, over] = [Math.floor(b / c), b % c]
  let quotient = 0
  let rest = 0
  // From the highest bit on: double what there is, then add one more b.
  for (const bit of a.toString(2)) {
    quotient *= 2
    rest *= 2
    if (bit === '1') {
      quotient += each
      // Both are below c: their sum with what was doubled is carried in two steps.
      if (rest >= c) {
        rest -= c
        quotient += 1
      }
      rest += over
    }
    if (rest >= c) {
      rest -= c
      quotient += 1
    }
    if (!Number.isSafeInteger(quotient)) throw new RangeError(`beyond the safe integers: ${a} × ${b} ÷ ${c}`)
  }
  return quotient
}
