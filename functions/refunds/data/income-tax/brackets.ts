/** Progressive tables of individual income tax (超额累进税率) as dated law. Bounds and quick deductions in fen. */
import type { Basis, Dated } from '../../../core/pure/law'
import { fen, type Fen } from '../../../core/pure/money'
import { text } from '../../../core/pure/text'
import { bonus2018, bonus2021, bonus2023, rateTable, withholdingRules } from './sources'

export interface Bracket {
  /** The bound belongs to the bracket; `null`: without end. */
  readonly upTo: Fen | null
  /** Whole per cent. */
  readonly percent: number
  /** 速算扣除数. */
  readonly quick: Fen
}

export interface BracketTable extends Basis, Dated {
  readonly brackets: readonly Bracket[]
}

/** In yuan, as the tables are printed. */
const bracket = (upTo: number | null, percent: number, quick: number): Bracket => ({
  upTo: upTo === null ? null : fen(upTo * 100),
  percent,
  quick: fen(quick * 100),
})

/** Of a year's taxable comprehensive income; also of what is withheld cumulatively. */
export const comprehensiveTables: readonly BracketTable[] = [
  {
    brackets: [
      bracket(36_000, 3, 0),
      bracket(144_000, 10, 2520),
      bracket(300_000, 20, 16_920),
      bracket(420_000, 25, 31_920),
      bracket(660_000, 30, 52_920),
      bracket(960_000, 35, 85_920),
      bracket(null, 45, 181_920),
    ],
    rule: text('综合所得适用3%至45%的超额累进税率', 'Comprehensive income is taxed in steps from 3% to 45%'),
    basis: rateTable,
    unconfirmed: false,
    effectiveFrom: '2019-01-01',
    effectiveTo: null,
  },
]

const monthly: readonly Bracket[] = [
  bracket(3000, 3, 0),
  bracket(12_000, 10, 210),
  bracket(25_000, 20, 1410),
  bracket(35_000, 25, 2660),
  bracket(55_000, 30, 4410),
  bracket(80_000, 35, 7160),
  bracket(null, 45, 15_160),
]

const separately = text(
  '全年一次性奖金可以不并入当年综合所得，以奖金除以12个月的数额按月度税率表确定税率和速算扣除数，单独计税；一个纳税年度只能用一次',
  'The annual bonus may be taxed apart from comprehensive income: a twelfth of it finds the rate and the quick deduction in the monthly table; once in a tax year',
)

/**
 * Of a twelfth of the annual bonus (按月换算后的综合所得税率表). No row: the bonus of such a day may not, or not yet be
 * known to, be taxed apart.
 */
export const bonusTables: readonly BracketTable[] = [
  {
    brackets: monthly,
    rule: separately,
    basis: bonus2018,
    unconfirmed: true,
    effectiveFrom: '2019-01-01',
    effectiveTo: '2021-12-31',
  },
  {
    brackets: monthly,
    rule: separately,
    basis: bonus2021,
    unconfirmed: true,
    effectiveFrom: '2022-01-01',
    effectiveTo: '2023-12-31',
  },
  {
    brackets: monthly,
    rule: separately,
    basis: bonus2023,
    unconfirmed: false,
    effectiveFrom: '2024-01-01',
    effectiveTo: '2027-12-31',
  },
]

/** Of one payment for labour services, its costs taken off (居民个人劳务报酬所得预扣预缴适用). */
export const labourTables: readonly BracketTable[] = [
  {
    brackets: [bracket(20_000, 20, 0), bracket(50_000, 30, 2000), bracket(null, 40, 7000)],
    rule: text(
      '劳务报酬所得按次或者按月，适用20%至40%的超额累进预扣率',
      'Pay for labour services is withheld from by payment or month, in steps from 20% to 40%',
    ),
    basis: withholdingRules,
    unconfirmed: false,
    effectiveFrom: '2019-01-01',
    effectiveTo: null,
  },
]
