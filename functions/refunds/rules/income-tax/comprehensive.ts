/** The year's comprehensive income, what of it is taxable, and its tax; with the bonus merged or without. */
import { fen, type Fen } from '../../../core/pure/money'
import type { Deductions } from './deductions'
import { PER_FEN, percentOf, taxAt, type Exact } from './exact'
import type { Income, YearItems } from './items'
import { stepOf, type Step } from './steps'
import type { YearTables } from './tables'

export interface Comprehensive {
  /** 收入: before costs. */
  readonly gross: Fen
  /** 收入额: after costs. */
  readonly income: Exact
  /** What is left after deductions, before donations. */
  readonly beforeDonations: Exact
  /** As much of the donations as may be deducted. */
  readonly donations: Exact
  /** 应纳税所得额. */
  readonly taxable: Exact
  readonly step: Step
  /** Before reductions. */
  readonly tax: Fen
  /** As much of the reductions as there is tax. */
  readonly reductions: Fen
  readonly payable: Fen
}

const recognised = ({ wages, labour, manuscripts, royalties }: Income, { figures }: YearTables): Exact =>
  percentOf(wages, figures.wagesPercent.value) +
  percentOf(labour, figures.labourPercent.value) +
  percentOf(manuscripts, figures.manuscriptsPercent.value) +
  percentOf(royalties, figures.royaltiesPercent.value)

/** In full what the law lets be deducted in full, the rest up to its share of what is taxable before; never more than all. */
const donationsAt = (before: Exact, { limited, full }: YearItems['donations'], percent: number): Exact => {
  if (limited === 0 && full === 0) return 0
  // what is taxable before donations is whole hundredths of a fen
  const cap = (before / 100) * percent
  return Math.min(full * PER_FEN + Math.min(limited * PER_FEN, cap), before)
}

/** @param bonus what of the bonus is merged into comprehensive income */
export const comprehensiveOf = (
  items: YearItems,
  tables: YearTables,
  { total }: Deductions,
  bonus: number,
): Comprehensive => {
  const { income: kinds } = items
  const income = recognised(kinds, tables) + bonus * PER_FEN
  const beforeDonations = Math.max(income - total * PER_FEN, 0)
  const donations = donationsAt(beforeDonations, items.donations, tables.figures.donationPercent.value)
  const taxable = beforeDonations - donations
  const step = stepOf(tables.comprehensive, taxable, PER_FEN)
  const tax = taxAt(taxable, step)
  const reductions = fen(Math.min(items.reductions, tax))
  return {
    gross: fen(kinds.wages + kinds.labour + kinds.manuscripts + kinds.royalties + bonus),
    income,
    beforeDonations,
    donations,
    taxable,
    step,
    tax,
    reductions,
    payable: fen(tax - reductions),
  }
}
