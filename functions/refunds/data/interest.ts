/** Bank interest on overpaid tax (征管法 §51, 细则 §78): the rate of demand deposits, and how days are counted. */
import type { Basis, Dated } from '../../core/pure/law'
import { text } from '../../core/pure/text'
import type { RefundKind } from '../rules/kind'

/** Excluded by name (细则 §78): settled prepayments, exemptions, exports. The annual income-tax settlement is of the first. */
export const withoutInterest: readonly RefundKind[] = ['settlement', 'incomeTax', 'exemption', 'export']

export interface InterestRate extends Dated, Basis {
  /** A year's, in 1/10 000. */
  readonly perTenThousand: number
}

/** The rate of the day on which the refund is handled counts, never that of the day of payment. */
export const interestRates: readonly InterestRate[] = [
  {
    perTenThousand: 40,
    rule: text('活期存款年利率 0.40%', 'Demand deposits bear 0.40% a year'),
    basis: text(
      '中国人民银行人民币活期存款基准利率（2012年6月8日起）',
      'People’s Bank of China, benchmark rate of demand deposits from 8 June 2012',
    ),
    unconfirmed: false,
    effectiveFrom: '2012-06-08',
    effectiveTo: '2012-07-05',
  },
  {
    perTenThousand: 35,
    rule: text('活期存款年利率 0.35%', 'Demand deposits bear 0.35% a year'),
    basis: text(
      '中国人民银行人民币活期存款基准利率（2012年7月6日起）',
      'People’s Bank of China, benchmark rate of demand deposits from 6 July 2012',
    ),
    // Read for the years up to 2015; no later change was found.
    unconfirmed: true,
    effectiveFrom: '2012-07-06',
    effectiveTo: null,
  },
]

export interface DayCount extends Dated, Basis {
  /** Days that make a year of interest. */
  readonly daysInYear: number
}

/** From the day of payment to the day of handling, real days over 360: practice of local offices, no national text. */
export const dayCounts: readonly DayCount[] = [
  {
    daysInYear: 360,
    rule: text(
      '利息天数从缴款之日算到办理退税之日，一年按 360 天计',
      'Days run from payment to the day the refund is handled; a year has 360',
    ),
    basis: text('地方税务机关退税利息计算口径', 'How local tax offices reckon the interest of refunds'),
    unconfirmed: true,
    effectiveFrom: '2012-06-08',
    effectiveTo: null,
  },
]
