/** What a dated obligation says of itself. */
import type { Dated } from '../../core/pure/law'
import type { ObligationCode } from '../../core/pure/obligation-names'
import type { Text } from '../../core/pure/text'
import type { TaxpayerKind } from '../../core/pure/taxpayer-kinds'
import type { Period, Tax } from './taxpayers'

/** `MM-DD`. */
export type DayOfYear = `${string}-${string}`

/** When it is to be filed. */
export type Schedule =
  /** By the 15th of the month after each period; holidays inside the month lengthen that term. */
  | {
      readonly kind: 'afterPeriod'
      /** What may be chosen of, the usual one of each kind first. */
      readonly periods: Readonly<Partial<Record<TaxpayerKind, readonly [Period, ...Period[]]>>>
    }
  /**
   * Between two days of each year, `MM-DD`, for that year or the one before. A last day off moves to the next working day;
   * holidays in the midst of so long a term do not lengthen it: so the State Taxation Administration announces it each year.
   */
  | {
      readonly kind: 'yearly'
      readonly opens: DayOfYear
      readonly closes: DayOfYear
      readonly of: 'before' | 'same'
    }
  /** By a day counted from what happened: none of the calendar's, reckoned when asked. */
  | { readonly kind: 'afterEvent'; readonly days: number }
  /** By a day, `MM-DD`, of the year after what happened. */
  | { readonly kind: 'yearAfterEvent'; readonly closes: DayOfYear }

/** A row of the table: in force by the day on which one files. */
export interface Obligation extends Dated {
  readonly code: ObligationCode
  /** What somebody has to have to do with, to be obliged. */
  readonly tax: Tax | 'event'
  readonly who: readonly TaxpayerKind[]
  /** For whom, in words. */
  readonly whom: Text
  readonly schedule: Schedule
  readonly basis: Text
  /** Not looked up at its source, or left to a province: 以主管税务机关最新规定为准, and screens say so. */
  readonly unconfirmed: boolean
}
