/** When a year can be settled: not yet, by booking only, freely, or no longer in its time. */
import type { Basis } from '../../../core/pure/law'
import { yearsAfter } from '../../../core/pure/periods'
import type { Day } from '../../../core/pure/time'
import { lawfulWindow, settlementWindows, type SettlementWindow } from '../../data/income-tax/windows'
import { tablesOf } from './tables'

/**
 * `bookingOnly`: bookings are taken, and up to `booking.neededUntil` nothing is handled without one; `open`: freely;
 * `over`: the time to settle is past, what was overpaid may still be claimed for three years.
 */
export type WindowState = 'notYet' | 'bookingOnly' | 'open' | 'over'

export interface SettlementTime extends Basis {
  readonly state: WindowState
  readonly from: Day
  /** A last day off is the clock's matter. */
  readonly until: Day
  /** Was this year announced? Otherwise these are the law's own dates, and whether a booking is needed is not known. */
  readonly announced: boolean
  readonly booking?: SettlementWindow['booking']
}

const windowOf = (taxYear: number): Omit<SettlementTime, 'state'> => {
  const announced = settlementWindows.find((row) => row.taxYear === taxYear)
  if (announced) {
    const { from, until, booking, rule, basis, unconfirmed } = announced
    return { from, until, booking, rule, basis, unconfirmed, announced: true }
  }
  const { from, until, rule, basis, unconfirmed } = lawfulWindow
  const next = taxYear + 1
  return {
    from: `${next}-${from}`,
    until: `${next}-${until}`,
    rule,
    basis,
    unconfirmed,
    announced: false,
  }
}

const stateOf = ({ from, until, booking }: Omit<SettlementTime, 'state'>, day: Day): WindowState => {
  if (day > until) return 'over'
  if (booking && day >= booking.opens && day <= booking.neededUntil) return 'bookingOnly'
  return day < from ? 'notYet' : 'open'
}

/** @param day a legal day */
export const settlementWindow = (taxYear: number, day: Day): SettlementTime => {
  const window = windowOf(taxYear)
  return { ...window, state: stateOf(window, day) }
}

/** Until when papers of the year are kept: some years from the end of its settlement. */
export const keepUntil = (taxYear: number): Basis & { readonly until: Day } => {
  const { value, rule, basis, unconfirmed } = tablesOf(taxYear).figures.keepYears
  return { until: yearsAfter(windowOf(taxYear).until, value), rule, basis, unconfirmed }
}
