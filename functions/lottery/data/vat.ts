/** The highest rate of VAT, by which a total can be bounded where only the amount before tax is known. */
import { rowOn, type Dated } from '../../core/pure/law'
import type { Day } from '../../core/pure/time'

interface HighestRate extends Dated {
  /** Per cent. */
  readonly percent: number
}

const rates: readonly HighestRate[] = [
  { percent: 17, effectiveFrom: '1994-01-01', effectiveTo: '2018-04-30' },
  { percent: 16, effectiveFrom: '2018-05-01', effectiveTo: '2019-03-31' },
  { percent: 13, effectiveFrom: '2019-04-01', effectiveTo: null },
]

/** Fen: tax is rounded line by line, and many lines add up. */
export const ROUNDING_OF_LINES = 100

export const highestVat = (issuedOn: Day): number => {
  const first = rates[0]
  return first && issuedOn < first.effectiveFrom
    ? first.percent
    : rowOn(rates, issuedOn, 'rate of VAT').percent
}
