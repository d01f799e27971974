/**
 * Exact amounts without fractions: ten-thousandths of a fen. 56 % of whole fen, and 30 % of that, are whole in them, so that
 * nothing is rounded before the end: a tax is rounded once, half up to the fen, when it has been reckoned.
 */
import { fen, timesIn, type Fen } from '../../../core/pure/money'
import type { Step } from './steps'

/** Whole ten-thousandths of a fen, within the safe integers. */
export type Exact = number

export const PER_FEN = 10_000

/** A whole number of per cent of whole fen. */
export const percentOf = (amount: Fen, percent: number): Exact => amount * percent * (PER_FEN / 100)

/** Half up to the fen; of what is not negative. */
export const roundedFen = (exact: Exact): Fen => {
  const whole = timesIn(exact, PER_FEN)
  return fen(whole + ((exact - whole * PER_FEN) * 2 >= PER_FEN ? 1 : 0))
}

const MILLIONTHS = PER_FEN * 100

/** `taxable × rate − quick deduction`, rounded half up to the fen. Split at the fen, so that no product is too large. */
export const taxAt = (taxable: Exact, { percent, quick }: Step): Fen => {
  const whole = timesIn(taxable, PER_FEN)
  const product = whole * percent
  const tax = timesIn(product, 100)
  // below one and a half fen: 99/100 of one and 45 % of one
  const left = (product - tax * 100) * PER_FEN + (taxable - whole * PER_FEN) * percent
  return fen(tax - quick + (left * 2 >= MILLIONTHS ? 1 : 0))
}
