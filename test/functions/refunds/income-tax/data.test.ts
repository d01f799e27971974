import { inForce, type Basis, type Dated } from '../../../../functions/core/pure/law'
import { addDays } from '../../../../functions/core/pure/time'
import {
  bonusTables,
  comprehensiveTables,
  labourTables,
} from '../../../../functions/refunds/data/income-tax/brackets'
import { FIGURE_KEYS, figures } from '../../../../functions/refunds/data/income-tax/figures'
import { settlementWindows } from '../../../../functions/refunds/data/income-tax/windows'
import {
  paymentWithholding,
  platformWithholding,
  wageWithholding,
} from '../../../../functions/refunds/data/income-tax/withholding'
import { FIRST_TAX_YEAR, LAST_TAX_YEAR } from '../../../../functions/refunds/rules/income-tax/tables'

type Row = Dated & Basis

const ofEachFigure = FIGURE_KEYS.map((key): [string, readonly Row[]] => [
  key,
  figures.filter((figure) => figure.key === key),
])
const FIRST = `${FIRST_TAX_YEAR}-01-01`
const LAST = `${LAST_TAX_YEAR}-12-31`

/** How many rows are in force, day by day, told where it changes. */
const counts = (rows: readonly Row[], from: string, until: string): readonly number[] => {
  const seen: number[] = []
  for (let day = from; day <= until; day = addDays(day, 1)) {
    const count = rows.filter((row) => inForce(row, day)).length
    if (seen[seen.length - 1] !== count) seen.push(count)
  }
  return seen
}

describe('the law has no gaps', () => {
  it.each<[string, readonly Row[]]>([
    ['yearly table', comprehensiveTables],
    ['labour table', labourTables],
    ['withholding on wages', wageWithholding],
    ['withholding on payments', paymentWithholding],
    ...ofEachFigure,
  ])('%s: one row on every day of the years that are supported', (_, rows) =>
    expect(counts(rows, FIRST, LAST)).toEqual([1]),
  )
  it('the bonus has one row on every day until 2027, and none after', () => {
    expect(counts(bonusTables, FIRST, '2027-12-31')).toEqual([1])
    expect(counts(bonusTables, '2028-01-01', LAST)).toEqual([0])
  })
  it('platforms withhold cumulatively from October 2025 on', () => {
    expect(counts(platformWithholding, FIRST, '2025-09-30')).toEqual([0])
    expect(counts(platformWithholding, '2025-10-01', LAST)).toEqual([1])
  })
  it('figures and yearly tables change with the year alone, so that a year has one law', () => {
    for (const { effectiveFrom, effectiveTo } of [...comprehensiveTables, ...bonusTables, ...figures]) {
      expect(effectiveFrom.slice(4)).toBe('-01-01')
      if (effectiveTo !== null) expect(effectiveTo.slice(4)).toBe('-12-31')
    }
  })
  it('every row says what it rules and where it stands', () => {
    const rows = [...comprehensiveTables, ...bonusTables, ...labourTables, ...figures, ...settlementWindows]
    for (const { rule, basis } of rows) for (const { zh, en } of [rule, basis]) expect(zh && en).toMatch(/\S/)
  })
  it.each([
    ['donationPercent', true],
    ['personalPension', true],
    ['childrenEducation', false],
    ['elderShared', false],
    ['simplifiedIncome', false],
  ])('in 2025, %s is unconfirmed: %s', (key, unconfirmed) =>
    expect(figures.find((row) => row.key === key && inForce(row, '2025-12-31'))?.unconfirmed).toBe(
      unconfirmed,
    ),
  )
})
