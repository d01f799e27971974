/** Fractions of BigInt: slow, and never rounded before one says so. */
export interface Fraction {
  readonly over: bigint
  readonly under: bigint
}

export const whole = (value: bigint | number): Fraction => ({ over: BigInt(value), under: 1n })
export const percent = (count: number): Fraction => ({ over: BigInt(count), under: 100n })
export const plus = (a: Fraction, b: Fraction): Fraction => ({
  over: a.over * b.under + b.over * a.under,
  under: a.under * b.under,
})
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { over: -b.over, under: b.under })
export const times = (a: Fraction, b: Fraction): Fraction => ({
  over: a.over * b.over,
  under: a.under * b.under,
})
export const isMore = (a: Fraction, b: Fraction): boolean => a.over * b.under > b.over * a.under
export const least = (a: Fraction, b: Fraction): Fraction => (isMore(a, b) ? b : a)
export const most = (a: Fraction, b: Fraction): Fraction => (isMore(a, b) ? a : b)
export const sum = (parts: readonly Fraction[]): Fraction => parts.reduce(plus, whole(0))

/** 四舍五入, of what is not negative. */
export const rounded = ({ over, under }: Fraction): bigint => (over * 2n + under) / (under * 2n)
