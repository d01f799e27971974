/** What was deducted, a line for each that applies: how it came about, by which figure. */
import type { Line } from '../../../core/pure/law'
import type { Fen } from '../../../core/pure/money'
import { text, type Text } from '../../../core/pure/text'
import { illnessOf, type Deductions } from './deductions'
import type { Additional, ChildMonths, Share, YearItems } from './items'
import { formula, line, yuan, type LineHead, type LineHeads } from './line'
import type { Figures, YearTables } from './tables'

/** 「2,000.00 × 12 × 50%」 */
const monthsText = (monthly: string, months: number, share: Share = 100): string =>
  share === 100 ? `${monthly} × ${months}` : `${monthly} × ${months} × ${share}%`

const childrenText = (monthly: string, children: readonly ChildMonths[]): Text => {
  let words = ''
  for (const { months, share } of children) {
    const part = monthsText(monthly, months, share)
    words = words === '' ? part : `${words} + ${part}`
  }
  return formula(words)
}

const rentText = (
  { rentFirst, rentSecond, rentThird }: Figures,
  { first, second, third }: NonNullable<Additional['rent']>,
): Text => {
  let words = first > 0 ? monthsText(rentFirst.said, first) : ''
  if (second > 0) words += `${words && ' + '}${monthsText(rentSecond.said, second)}`
  if (third > 0) words += `${words && ' + '}${monthsText(rentThird.said, third)}`
  return formula(words)
}

const illnessText = (figures: Figures, persons: readonly Fen[]): Text => {
  const { illnessThreshold, illnessCap } = figures
  let zh = ''
  let en = ''
  for (const own of persons) {
    const deducted = illnessOf(figures, own)
    if (deducted === 0) continue
    const isCapped = deducted === illnessCap.value
    const part = isCapped ? illnessCap.said : `(${yuan(own)} − ${illnessThreshold.said})`
    zh += `${zh && ' + '}${part}${isCapped ? '（上限）' : ''}`
    en += `${en && ' + '}${part}${isCapped ? ' (the most)' : ''}`
  }
  return { zh, en }
}

const healthText = (paid: Fen, deducted: Fen): Text | undefined =>
  paid === deducted
    ? undefined
    : text(
        `实付 ${yuan(paid)}，以 ${yuan(deducted)} 为限`,
        `${yuan(paid)} paid, deducted up to ${yuan(deducted)}`,
      )

/** Without further words; nothing for what does not apply. */
const addAmount = (lines: Line[], head: LineHead, amount: Fen): void => {
  if (amount > 0) lines.push(line(head, amount))
}

const addFamily = (
  lines: Line[],
  { childrenEducation, infantCare, elder }: Additional,
  deductions: Deductions,
  { figures, heads }: YearTables,
): void => {
  const { childrenEducation: education, infantCare: care, elderSupport } = deductions
  if (education > 0)
    lines.push(
      line(
        heads.childrenEducation,
        education,
        childrenText(figures.childrenEducation.said, childrenEducation),
      ),
    )
  if (care > 0) lines.push(line(heads.infantCare, care, childrenText(figures.infantCare.said, infantCare)))
  if (!elder || elderSupport === 0) return
  const monthly = elder.onlyChild ? figures.elderOnlyChild.said : yuan(elder.monthly)
  const head = elder.onlyChild ? heads.elderSupport : heads.elderShared
  lines.push(line(head, elderSupport, formula(monthsText(monthly, elder.months))))
}

const addHome = (
  lines: Line[],
  { housingLoan: loan, rent, degree, illness }: Additional,
  deductions: Deductions,
  { figures, heads }: YearTables,
): void => {
  if (loan) {
    const words = monthsText(figures.housingLoan.said, loan.months, loan.share)
    lines.push(line(heads.housingLoan, deductions.housingLoan, formula(words)))
  }
  if (rent) lines.push(line(heads.rent, deductions.rent, rentText(figures, rent)))
  if (degree) {
    const words = monthsText(figures.degree.said, degree.months)
    lines.push(line(heads.degree, deductions.degree, formula(words)))
  }
  addAmount(lines, heads.certificate, deductions.certificate)
  if (deductions.illness > 0)
    lines.push(line(heads.illness, deductions.illness, illnessText(figures, illness)))
}

const addOthers = (
  lines: Line[],
  { healthInsurance: paid }: YearItems['other'],
  { annuity, healthInsurance, personalPension }: Deductions,
  heads: LineHeads,
): void => {
  addAmount(lines, heads.annuity, annuity)
  if (healthInsurance > 0)
    lines.push(line(heads.healthInsurance, healthInsurance, healthText(paid, healthInsurance)))
  addAmount(lines, heads.personalPension, personalPension)
}

/** Adds a line for each deduction that is not 0, in the order of the return. */
export const addDeductions = (
  lines: Line[],
  { additional, other }: YearItems,
  deductions: Deductions,
  tables: YearTables,
): void => {
  const { heads } = tables
  lines.push(line(heads.basicDeduction, deductions.basicDeduction))
  addAmount(lines, heads.socialInsurance, deductions.socialInsurance)
  addAmount(lines, heads.housingFund, deductions.housingFund)
  addFamily(lines, additional, deductions, tables)
  addHome(lines, additional, deductions, tables)
  addOthers(lines, other, deductions, heads)
}
