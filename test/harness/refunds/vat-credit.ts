/** Claims of VAT credit that stand, one of each group; and how they are checked. */
import type { Values } from '../../../functions/core/pure/forms'
import { fen } from '../../../functions/core/pure/money'
import type { Check, Known } from '../../../functions/refunds/rules/kind'
import { vatCreditRule } from '../../../functions/refunds/rules/kinds/vat-credit'

export const YUAN = 100
export const today = '2026-11-10'
export const known: Known = { today, taxpayer: 'enterprise', arrears: fen(0) }

/** Nine tenths of all input tax are on the seven papers. */
export const composition: Values = {
  inputInvoices: 800_000 * YUAN,
  inputCustoms: 40_000 * YUAN,
  inputTaxPaid: 30_000 * YUAN,
  inputVehicles: 10_000 * YUAN,
  inputTolls: 10_000 * YUAN,
  inputFlights: 5_000 * YUAN,
  inputTrains: 5_000 * YUAN,
  inputAll: 1_000_000 * YUAN,
}
const common: Values = {
  generalTaxpayer: true,
  grade: 'A',
  fraud: false,
  punished: 0,
  instantRefund: false,
  period: '2026-10',
  returnFiled: true,
  exporter: false,
  ...composition,
  contactName: '周敏',
  contactPhone: '020-12345678',
  handledBy: 'self',
  declared: true,
}
export const maker: Values = {
  ...common,
  industry: 'manufacturing',
  salesMonths: 12,
  industrySales: 600_000 * YUAN,
  allSales: 1_000_000 * YUAN,
  periodEndCredit: 100_000 * YUAN,
}
export const monthly = (credit: number): Values => ({
  cycle: 'monthly',
  creditBack5: credit,
  creditBack4: credit,
  creditBack3: credit,
  creditBack2: credit,
  creditBack1: credit,
})
export const other: Values = {
  ...common,
  industry: 'others',
  periodEndCredit: 120_000_000 * YUAN,
  ...monthly(1),
  creditOfYearBefore: 0,
}
export const builder: Values = {
  ...common,
  industry: 'realEstate',
  periodEndCredit: 2_000_000 * YUAN,
  ...monthly(1_000_001),
  creditOf2019: 1_000_000,
  creditOfYearBefore: 1_500_001 * YUAN,
}
export const check = (values: Values, changes: Partial<Known> = {}): Check =>
  vatCreditRule.check(values, { ...known, ...changes })
