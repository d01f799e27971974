/** The law of one tax year, looked up once and kept: every table and figure, ready to reckon with. */
import { inForce, rowOn } from '../../../core/pure/law'
import { fen, yuanDisplay } from '../../../core/pure/money'
import type { Day } from '../../../core/pure/time'
import { bonusTables, comprehensiveTables } from '../../data/income-tax/brackets'
import { FIGURE_KEYS, figures, type Figure, type FigureKey } from '../../data/income-tax/figures'
import { deadZonesOf, type DeadZone } from './dead-zones'
import { headsOf, type LineHeads } from './line'
import { stepsOf, type Steps } from './steps'

/** A figure of one year. */
export interface YearFigure extends Figure {
  /** Where it is an amount: as it is read, 「2,000.00」. */
  readonly said: string
}

export type Figures = Readonly<Record<FigureKey, YearFigure>>

export interface YearTables {
  readonly taxYear: number
  readonly comprehensive: Steps
  /** Of a twelfth of the bonus; absent in a year in which it may not be taxed apart, or is not known to be. */
  readonly bonus?: Steps
  /** Of the bonus taxed apart. */
  readonly deadZones: readonly DeadZone[]
  readonly figures: Figures
  /** What the lines of an explanation are called and stand on. */
  readonly heads: LineHeads
}

/** The law is known from here on. */
export const FIRST_TAX_YEAR = 2019
/** The year after the last whose rules all have an end that is known: what ends is then seen to end. */
export const LAST_TAX_YEAR = 2028

/** Rows are written in many shapes; what is reckoned with again and again has one. */
const shaped = ({
  key,
  value,
  rule,
  basis,
  unconfirmed,
  effectiveFrom,
  effectiveTo,
}: Figure): YearFigure => ({
  key,
  value,
  rule,
  basis,
  unconfirmed,
  effectiveFrom,
  effectiveTo,
  said: yuanDisplay(fen(value)),
})

/** The figures of a day; a year has one of each, held by test. */
const figuresOn = (day: Day): Figures => {
  const rows = FIGURE_KEYS.map((key): readonly [FigureKey, YearFigure] => [
    key,
    shaped(
      rowOn(
        figures.filter((figure) => figure.key === key),
        day,
        key,
      ),
    ),
  ])
  return Object.fromEntries(rows) as Record<FigureKey, YearFigure>
}

const lookUp = (taxYear: number): YearTables => {
  const day = `${taxYear}-12-31`
  const bonusTable = bonusTables.find((table) => inForce(table, day))
  const bonus = bonusTable && stepsOf(bonusTable)
  const comprehensive = stepsOf(rowOn(comprehensiveTables, day, 'table of comprehensive income'))
  const yearFigures = figuresOn(day)
  return {
    taxYear,
    comprehensive,
    bonus,
    deadZones: bonus ? deadZonesOf(bonus) : [],
    figures: yearFigures,
    heads: headsOf(yearFigures, comprehensive, bonus),
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
