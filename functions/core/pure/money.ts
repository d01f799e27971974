/** Money: whole fen in a branded type, so that yuan and fen cannot be mixed up. */

declare const fenBrand: unique symbol
/** A whole number of fen (1/100 yuan), within the safe integers. */
export type Fen = number & { readonly [fenBrand]: true }

/** @throws RangeError when it is not a whole, safe number */
export const fen = (amount: number): Fen => {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not whole fen: ${amount}`)
  return (amount === 0 ? 0 : amount) as Fen
}

/**
 * Reads `1234.5` or `-0.07` as fen, digit by digit: no floating point takes part.
 * @throws RangeError on anything but up to two decimals
 */
export const parseYuan = (text: string): Fen => {
  const match = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/.exec(text.trim())
  if (!match) throw new RangeError(`not an amount of yuan: ${text}`)
  const whole = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'))
  return fen(match[1] ? -whole : whole)
}

/** `123456` → `1234.56`; always two decimals. */
export const yuanText = (amount: Fen): string => {
  const whole = Math.abs(amount)
  return `${amount < 0 ? '-' : ''}${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, '0')}`
}

/**
 * How often `by` goes into a whole, safe, not negative number. Exact: what `/` rounds is off by less than 1/`by`, and so never
 * reaches the next whole number. Several times as quick as `%`, which is slow beyond 32 bits.
 */
export const timesIn = (whole: number, by: number): number => Math.floor(whole / by)

const COMMA_THREE = Array.from({ length: 1000 }, (_, group) => `,${String(group).padStart(3, '0')}`)
const POINT_TWO = Array.from({ length: 100 }, (_, cents) => `.${String(cents).padStart(2, '0')}`)

/** `123456` → `1,234.56`, for reading. Put together from groups: an explained result says dozens of amounts. */
export const yuanDisplay = (amount: Fen): string => {
  const size = Math.abs(amount)
  let whole = timesIn(size, 100)
  let tail = POINT_TWO[size - whole * 100] ?? ''
  while (whole >= 1000) {
    const above = timesIn(whole, 1000)
    tail = `${COMMA_THREE[whole - above * 1000] ?? ''}${tail}`
    whole = above
  }
  return `${amount < 0 ? '-' : ''}${whole}${tail}`
}

export const addFen = (...amounts: readonly Fen[]): Fen =>
  fen(amounts.reduce<number>((sum, amount) => sum + amount, 0))
export const subtractFen = (from: Fen, amount: Fen): Fen => fen(from - amount)

/**
 * `amount × numerator ÷ denominator`, rounded half away from zero to whole fen (四舍五入到分). Exact: the amount is
 * split by the denominator first, so that no product leaves the safe integers (BigInt is missing on old phones).
 * @param numerator whole and not negative; a rate of 0.05 % is 5 over 10 000
 * @throws RangeError when a part or the result is not whole and safe
 */
export const shareOf = (amount: Fen, numerator: number, denominator: number): Fen => {
  if (
    !Number.isSafeInteger(numerator) ||
    numerator < 0 ||
    !Number.isSafeInteger(denominator) ||
    denominator <= 0
  ) {
    throw new RangeError('a rate is whole over whole')
  }
  const size = Math.abs(amount)
  const rest = size % denominator
  const product = rest * numerator
  const wholes = ((size - rest) / denominator) * numerator
  if (!Number.isSafeInteger(product * 2 + denominator) || !Number.isSafeInteger(wholes))
    throw new RangeError('a share beyond the safe integers')
  const part = product % denominator
  const rounded = wholes + (product - part) / denominator + (part * 2 >= denominator ? 1 : 0)
  return fen(amount < 0 ? -rounded : rounded)
}
