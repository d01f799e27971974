/** The annual settlement of individual income tax (综合所得汇算清缴) of one taxpayer's year. Pure, in whole fen. */
import type { Finding, Line } from '../../../core/pure/law'
import { fen, type Fen } from '../../../core/pure/money'
import { compareBonus, type BonusComparison } from './bonus'
import { comprehensiveOf, type Comprehensive } from './comprehensive'
import { deductionsOf, type Deductions } from './deductions'
import { dutyFinding, dutyOf, type Duty } from './duty'
import { roundedFen } from './exact'
import { explain } from './explain'
import { faultsOf } from './faults'
import type { YearItems } from './items'
import { remarksOn } from './remarks'
import type { Step } from './steps'
import { tablesOf } from './tables'

export interface Settlement extends Duty {
  readonly taxYear: number
  /** 收入, before costs. */
  readonly gross: Fen
  /** 收入额, after costs. */
  readonly income: Fen
  readonly deductions: Deductions
  /** 应纳税所得额. */
  readonly taxable: Fen
  readonly bracket: Step
  /** Of comprehensive income, after reductions. */
  readonly payable: Fen
  /** What counts as prepaid: with what was withheld from the bonus, where it is merged. */
  readonly prepaid: Fen
  readonly outcome: 'refund' | 'supplement' | 'even'
  /** Of the outcome; never negative. */
  readonly amount: Fen
  /** Both ways of taxing the bonus, where there is one. */
  readonly bonus?: BonusComparison
  readonly lines: readonly Line[]
  /** The duty to file first, then what deserves to be looked at. */
  readonly findings: readonly Finding[]
}

const NOTHING = fen(0)

const outcomeOf = (balance: number): Settlement['outcome'] => {
  if (balance === 0) return 'even'
  return balance > 0 ? 'refund' : 'supplement'
}

/**
 * Settles a year. Amounts are exact until a tax is known, which is rounded half up to the fen: once for comprehensive income,
 * once for a bonus taxed apart.
 * @throws RangeError for items that `faultsOf` finds fault with
 * @example settle({ taxYear: 2025, income: { wages: fen(36_000_000), … }, … }).amount
 */
export const settle = (items: YearItems): Settlement => {
  const faults = faultsOf(items)
  if (faults.length > 0)
    throw new RangeError(
      `not a year's items: ${faults.map(({ path, code }) => `${path} ${code}`).join(', ')}`,
    )
  const tables = tablesOf(items.taxYear)
  const deductions = deductionsOf(items, tables.figures)
  const { bonus } = items
  const apart = comprehensiveOf(items, tables, deductions, 0)
  const merged = bonus && comprehensiveOf(items, tables, deductions, bonus.amount)
  const comparison = bonus && merged && compareBonus({ apart, merged }, bonus, items, tables)
  const isMerged = comparison?.chosen === 'merged'
  const settled: Comprehensive = isMerged && merged ? merged : apart
  const bonusMerged = isMerged && bonus ? bonus.amount : NOTHING
  const bonusPrepaid = isMerged && bonus ? bonus.prepaid : NOTHING
  const prepaid = fen(items.prepaid + bonusPrepaid)
  const balance = prepaid - settled.payable
  const outcome = { gross: settled.gross, income: settled.income, balance }
  const duty = dutyOf(outcome, items.filing, tables.figures)
  return {
    taxYear: items.taxYear,
    duty: duty.duty,
    reason: duty.reason,
    gross: settled.gross,
    income: roundedFen(settled.income),
    deductions,
    taxable: roundedFen(settled.taxable),
    bracket: settled.step,
    payable: settled.payable,
    prepaid,
    outcome: outcomeOf(balance),
    amount: fen(Math.abs(balance)),
    bonus: comparison,
    lines: explain({
      items,
      tables,
      deductions,
      settled,
      bonusMerged,
      bonusPrepaid,
      balance,
      comparison,
    }),
    findings: [dutyFinding(duty, outcome, tables.figures), ...remarksOn(items, tables, comparison)],
  }
}
