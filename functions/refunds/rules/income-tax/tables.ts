/** The law of one tax year, looked up once and kept: every table and figure, ready to reckon with. */
import { inForce, rowOn } from '../../../core/pure/law'
import type { Day } from '../../../core/pure/time'
import { bonusTables, comprehensiveTables } from '../../data/income-tax/brackets'
import { FIGURE_KEYS, figures, type Figure, type FigureKey } from '../../data/income-tax/figures'
import { deadZonesOf, type DeadZone } from './dead-zones'
import { stepsOf, type Steps } from './steps'

export type Figures = Readonly<Record<FigureKey, Figure>>

export interface YearTables {
  readonly taxYear: number
  readonly comprehensive: Steps
  /** Of a twelfth of the bonus; absent in a year in which it may not be taxed apart, or is not known to be. */
  readonly bonus?: Steps
  /** Of the bonus taxed apart. */
  readonly deadZones: readonly DeadZone[]
  readonly figures: Figures
}

/** The law is known from here on. */
export const FIRST_TAX_YEAR = 2019
/** The year after the last whose rules all have an end that is known: what ends is then seen to end. */
export const LAST_TAX_YEAR = 2028

/** The figures of a day; a year has one of each, held by test. */
const figuresOn = (day: Day): Figures => {
  const rows = FIGURE_KEYS.map((key): readonly [FigureKey, Figure] => [
    key,
    rowOn(
      figures.filter((figure) => figure.key === key),
      day,
      key,
    ),
  ])
  return Object.fromEntries(rows) as Record<FigureKey, Figure>
}

const lookUp = (taxYear: number): YearTables => {
  const day = `${taxYear}-12-31`
  const bonusTable = bonusTables.find((table) => inForce(table, day))
  const bonus = bonusTable && stepsOf(bonusTable)
  return {
    taxYear,
    comprehensive: stepsOf(rowOn(comprehensiveTables, day, 'table of comprehensive income')),
    bonus,
    deadZones: bonus ? deadZonesOf(bonus) : [],
    figures: figuresOn(day),
  }
}

const kept = new Map<number, YearTables>()

export const isTaxYear = (taxYear: number): boolean =>
  Number.isInteger(taxYear) && taxYear >= FIRST_TAX_YEAR && taxYear <= LAST_TAX_YEAR

/** @throws RangeError for a year whose law is not known here */
export const tablesOf = (taxYear: number): YearTables => {
  const known = kept.get(taxYear)
  if (known) return known
  if (!isTaxYear(taxYear)) throw new RangeError(`the law of ${taxYear} is not known`)
  const tables = lookUp(taxYear)
  kept.set(taxYear, tables)
  return tables
}
