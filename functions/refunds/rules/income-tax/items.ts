/** A year's items of comprehensive income, as a taxpayer gives them. All amounts are whole fen; months are whole, of that year. */
import type { Fen } from '../../../core/pure/money'

/** What one parent, or one of a couple, takes of a deduction, in per cent. */
export type Share = 50 | 100

export interface Income {
  /** Wages and salaries, without the bonus that is given apart. */
  readonly wages: Fen
  /** 劳务报酬, before costs. */
  readonly labour: Fen
  /** 稿酬, before costs. */
  readonly manuscripts: Fen
  /** 特许权使用费, before costs. */
  readonly royalties: Fen
}

export interface Bonus {
  /** The one bonus of the year that was withheld from as 全年一次性奖金; any other is wages. */
  readonly amount: Fen
  /** What was withheld from it. */
  readonly prepaid: Fen
  /** `cheaper`: whichever leaves less to pay. */
  readonly choice: 'cheaper' | 'separate' | 'merged'
}

/** A child for whom there is a deduction in some months of the year. */
export interface ChildMonths {
  readonly months: number
  readonly share: Share
}

/** Special additional deductions (专项附加扣除). What does not apply is left out, lists are empty. */
export interface Additional {
  readonly childrenEducation: readonly ChildMonths[]
  readonly infantCare: readonly ChildMonths[]
  readonly elder?:
    | { readonly onlyChild: true; readonly months: number }
    /** `monthly`: what was agreed among the siblings. */
    | { readonly onlyChild: false; readonly months: number; readonly monthly: Fen }
  /** `monthsBefore`: months deducted in earlier years. */
  readonly housingLoan?: {
    readonly months: number
    readonly share: Share
    readonly monthsBefore: number
  }
  /** Months in cities of each class. */
  readonly rent?: { readonly first: number; readonly second: number; readonly third: number }
  /** Further education for a degree; `monthsBefore`: for the same degree, in earlier years. */
  readonly degree?: { readonly months: number; readonly monthsBefore: number }
  /** A professional certificate was obtained in the year. */
  readonly certificate: boolean
  /** What each person (oneself, spouse, minor children) bears after the insurance paid. */
  readonly illness: readonly Fen[]
}

export interface YearItems {
  readonly taxYear: number
  readonly income: Income
  readonly bonus?: Bonus
  /** 专项扣除: basic social insurance and housing fund, one's own part. */
  readonly special: { readonly socialInsurance: Fen; readonly housingFund: Fen }
  readonly additional: Additional
  /** 依法确定的其他扣除. */
  readonly other: { readonly annuity: Fen; readonly healthInsurance: Fen; readonly personalPension: Fen }
  /** `limited`: deducted up to a share of taxable income; `full`: such as the law lets be deducted in full. */
  readonly donations: { readonly limited: Fen; readonly full: Fen }
  /** 减免税额: of the disabled, the lonely old, the families of martyrs. */
  readonly reductions: Fen
  /** Withheld in the year from comprehensive income, without what was withheld from the bonus. */
  readonly prepaid: Fen
  readonly filing: {
    /** Does the taxpayer want the refund, if there is one? */
    readonly wantsRefund: boolean
    /** Every payer withheld, and under the right kind of income. */
    readonly withheldProperly: boolean
    /** Earlier years are settled: nothing is owed or in doubt. */
    readonly earlierYearsSettled: boolean
  }
}

/**
 * No single amount may be more: 1 000 000 000 yuan. What is reckoned in ten-thousandths of a fen then stays within the safe
 * integers, all kinds of income together.
 */
export const LARGEST_AMOUNT = 100_000_000_000
