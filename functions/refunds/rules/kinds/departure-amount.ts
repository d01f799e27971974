/** What a traveller gets back: by the rates of the goods, less the agency's fee. */
import { inForce, rowOn, type Line } from '../../../core/pure/law'
import { addFen, fen, shareOf, subtractFen, yuanDisplay, type Fen } from '../../../core/pure/money'
import { text } from '../../../core/pure/text'
import type { Day } from '../../../core/pure/time'
import {
  agencyFees,
  departurePolicies,
  departureRates,
  type DeparturePolicy,
  type DepartureRate,
} from '../../data/kinds/departure'
import { decimalWords, figures, percentWords } from './words'

const WHOLE = 10_000

export interface Purchase {
  /** Amounts of the invoices, tax included: of goods taxed at 13 % and at 9 %. */
  readonly amount13: Fen
  readonly amount9: Fen
  readonly purchasedOn: Day
  /** The agency's own, in 1/10 000 of the amount; where it says nothing, as is usual. */
  readonly feeRate?: number
}

export interface DepartureAmount {
  readonly total: Fen
  readonly refund: Fen
  readonly fee: Fen
  /** What the traveller is paid, or gets as an advance. */
  readonly net: Fen
  readonly minimum: Fen
  readonly minimumReached: boolean
  readonly cashCeiling: Fen
  /** More than the ceiling is transferred. */
  readonly cashAllowed: boolean
  readonly lines: readonly Line[]
}

/** The policy of the day of purchase; `undefined` for a day before the law that we have. */
export const policyOf = (purchasedOn: Day): DeparturePolicy | undefined =>
  departurePolicies.find((row) => inForce(row, purchasedOn))

const refundLine = (amount: Fen, { field, refund, rule, basis, unconfirmed }: DepartureRate): Line => ({
  key: field,
  label: rule,
  fen: shareOf(amount, refund, WHOLE),
  how: figures(`${yuanDisplay(amount)} × ${percentWords(refund)}`),
  rate: decimalWords(refund),
  basis,
  unconfirmed,
})

/**
 * Refund, fee and net, each rounded to the fen.
 * @throws RangeError for a purchase before the law that we have (2019-04-01)
 * @example departureAmount({ amount13: fen(113_000), amount9: fen(0), purchasedOn: '2026-01-10' }).net // 10_170
 */
export const departureAmount = (purchase: Purchase): DepartureAmount => {
  const { purchasedOn } = purchase
  const { minimum, cashCeiling, ceilingOn } = rowOn(departurePolicies, purchasedOn, 'departure refund')
  const fee = rowOn(agencyFees, purchasedOn, 'fee of agencies')
  const feeRate = purchase.feeRate ?? fee.rate
  const total = addFen(purchase.amount13, purchase.amount9)
  const refunds = departureRates
    .filter((row) => inForce(row, purchasedOn) && purchase[row.field] > 0)
    .map((row) => refundLine(purchase[row.field], row))
  const refund = addFen(...refunds.map((line) => line.fen))
  const kept = shareOf(total, feeRate, WHOLE)
  const net = fen(Math.max(0, refund - kept))
  return {
    total,
    refund,
    fee: kept,
    net,
    minimum,
    minimumReached: total >= minimum,
    cashCeiling,
    cashAllowed: { refund, net }[ceilingOn] <= cashCeiling,
    lines: [
      ...refunds,
      { key: 'refund', label: text('应退税额', 'Refund'), fen: refund },
      {
        key: 'fee',
        label: text('退税代理机构手续费', 'Fee of the agency'),
        fen: subtractFen(fen(0), kept),
        how: figures(`${yuanDisplay(total)} × ${percentWords(feeRate)}`),
        rate: decimalWords(feeRate),
        basis: fee.basis,
        unconfirmed: fee.unconfirmed,
      },
      { key: 'net', label: text('实际退给您', 'Paid to you'), fen: net },
    ],
  }
}
