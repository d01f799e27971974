/** How much of a vehicle's tax is refunded: purchase tax by full years, vehicle and vessel tax by the months left. */
import { rowOn, type Line } from '../../../core/pure/law'
import { shareOf, yuanDisplay, type Fen } from '../../../core/pure/money'
import { fullYears } from '../../../core/pure/periods'
import { text } from '../../../core/pure/text'
import type { Day } from '../../../core/pure/time'
import { purchaseRates, vesselRates } from '../../data/kinds/vehicle'
import { figures } from './words'

const PERCENT = 100

/**
 * Purchase tax: paid × (1 − 10 % × full years), never negative.
 * @param on the day of the claim; its years count from the day on which the tax was paid
 */
export const purchaseRefund = (paid: Fen, paidOn: Day, on: Day): { years: number; line: Line } => {
  const { percentPerYear, basis, unconfirmed } = rowOn(purchaseRates, on, 'rate of purchase tax')
  const years = fullYears(paidOn, on)
  const left = Math.max(0, PERCENT - percentPerYear * years)
  return {
    years,
    line: {
      key: 'purchaseRefund',
      label: text('应退车辆购置税', 'Purchase tax to be refunded'),
      fen: shareOf(paid, left, PERCENT),
      how: figures(`${yuanDisplay(paid)} × (1 − ${percentPerYear}% × ${years})`),
      basis,
      unconfirmed,
    },
  }
}

/**
 * Vehicle and vessel tax: from the month in which it happened to the end of the year.
 * @param on the day of the claim, whose law counts
 */
export const vesselRefund = (yearTax: Fen, eventOn: Day, on: Day): Line => {
  const { monthsOfYear, basis, unconfirmed } = rowOn(vesselRates, on, 'rate of vehicle and vessel tax')
  const months = monthsOfYear + 1 - Number(eventOn.slice(5, 7))
  return {
    key: 'vesselRefund',
    label: text('应退车船税', 'Vehicle and vessel tax to be refunded'),
    fen: shareOf(yearTax, months, monthsOfYear),
    how: figures(`${yuanDisplay(yearTax)} × ${months} ÷ ${monthsOfYear}`),
    basis,
    unconfirmed,
  }
}
