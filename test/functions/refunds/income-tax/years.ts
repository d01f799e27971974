/** A plain year of 2025 for tests to vary. */
import { fen, parseYuan, type Fen } from '../../../../functions/core/pure/money'
import type { Additional, Income, YearItems } from '../../../../functions/refunds/rules/income-tax/items'

export const yuan = (text: string): Fen => parseYuan(text.replace(/,/g, ''))

const NOTHING = fen(0)

export const noAdditional: Additional = {
  childrenEducation: [],
  infantCare: [],
  certificate: false,
  illness: [],
}

interface Changes extends Partial<Omit<YearItems, 'income' | 'additional' | 'filing'>> {
  readonly income?: Partial<Income>
  readonly additional?: Partial<Additional>
  readonly filing?: Partial<YearItems['filing']>
}

export const yearWith = ({ income, additional, filing, ...rest }: Changes): YearItems => ({
  taxYear: 2025,
  income: { wages: NOTHING, labour: NOTHING, manuscripts: NOTHING, royalties: NOTHING, ...income },
  special: { socialInsurance: NOTHING, housingFund: NOTHING },
  additional: { ...noAdditional, ...additional },
  other: { annuity: NOTHING, healthInsurance: NOTHING, personalPension: NOTHING },
  donations: { limited: NOTHING, full: NOTHING },
  reductions: NOTHING,
  prepaid: NOTHING,
  filing: { wantsRefund: true, withheldProperly: true, earlierYearsSettled: true, ...filing },
  ...rest,
})

/** Wages of which, after the basic deduction, so much is taxable. */
export const taxableOf = (taxable: Fen): YearItems =>
  yearWith({ income: { wages: fen(taxable + 6_000_000) } })
