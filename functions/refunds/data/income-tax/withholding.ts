/** What payers hold back during the year, as dated law. */
import type { Basis, Dated } from '../../../core/pure/law'
import { text } from '../../../core/pure/text'
import { platformRules, withholdingRules } from './sources'

export interface WithholdingRow extends Basis, Dated {
  /** Fen for each month of employment: 累计减除费用. */
  readonly basicMonthly: number
}

export const wageWithholding: readonly WithholdingRow[] = [
  {
    basicMonthly: 500_000,
    rule: text(
      '工资、薪金按累计预扣法预扣：累计减除费用每月5,000元，乘以在本单位任职的月份数；余额为负的，当月不退',
      'Wages are withheld from cumulatively: 5,000 yuan for each month of employment here; a negative balance is not refunded in the year',
    ),
    basis: withholdingRules,
    unconfirmed: false,
    effectiveFrom: '2019-01-01',
    effectiveTo: null,
  },
]

export interface PaymentRow extends Basis, Dated {
  /** A payment up to here is reduced by `flat`, a larger one by `percent` of itself. Fen. */
  readonly flatUpTo: number
  readonly flat: number
  readonly percent: number
  /** Of what is left of a manuscript's pay, this much counts. */
  readonly manuscriptsPercent: number
  /** Of royalties and manuscripts; labour has its own table. */
  readonly ratePercent: number
}

export const paymentWithholding: readonly PaymentRow[] = [
  {
    flatUpTo: 400_000,
    flat: 80_000,
    percent: 20,
    manuscriptsPercent: 70,
    ratePercent: 20,
    rule: text(
      '劳务报酬、稿酬、特许权使用费每次不超过4,000元的减除800元，超过的减除20%；稿酬减按70%；稿酬、特许权使用费预扣率20%',
      'From each payment 800 yuan are taken off up to 4,000, and 20% above; 70% of a manuscript’s counts; manuscripts and royalties are withheld from at 20%',
    ),
    basis: withholdingRules,
    unconfirmed: false,
    effectiveFrom: '2019-01-01',
    effectiveTo: null,
  },
]

export interface PlatformRow extends WithholdingRow {
  /** 累计费用: per cent of what was paid. */
  readonly costPercent: number
}

/** No row: before it, a platform withheld by the payment as everybody. */
export const platformWithholding: readonly PlatformRow[] = [
  {
    basicMonthly: 500_000,
    costPercent: 20,
    rule: text(
      '互联网平台企业支付的劳务报酬按累计预扣法预扣：减除20%费用和每月5,000元，乘以在该平台连续取得报酬的月份数，适用综合所得税率表',
      'A platform withholds from pay for labour cumulatively: 20% and 5,000 yuan for each consecutive month of pay are taken off, by the table of comprehensive income',
    ),
    basis: platformRules,
    unconfirmed: false,
    effectiveFrom: '2025-10-01',
    effectiveTo: null,
  },
]
