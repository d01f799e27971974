/** What was deducted, a line for each that applies: how it came about, by which figure. */
import type { Line } from '../../../core/pure/law'
import type { Fen } from '../../../core/pure/money'
import { text, type Text } from '../../../core/pure/text'
import { incomeTaxLaw6 } from '../../data/income-tax/sources'
import { illnessOf, type Deductions } from './deductions'
import type { Additional, ChildMonths, Share, YearItems } from './items'
import { formula, line, yuan, type Said, type Standing } from './line'
import type { Figures } from './tables'

/** 「2,000.00 × 12 × 50%」 */
const monthsText = (monthly: number, months: number, share: Share = 100): string =>
  share === 100 ? `${yuan(monthly)} × ${months}` : `${yuan(monthly)} × ${months} × ${share}%`

const childrenText = (monthly: number, children: readonly ChildMonths[]): Text => {
  let words = ''
  for (const { months, share } of children)
    words += `${words === '' ? '' : ' + '}${monthsText(monthly, months, share)}`
  return formula(words)
}

const rentText = (
  { rentFirst, rentSecond, rentThird }: Figures,
  { first, second, third }: NonNullable<Additional['rent']>,
): Text => {
  const parts = [
    [rentFirst.value, first],
    [rentSecond.value, second],
    [rentThird.value, third],
  ] as const
  let words = ''
  for (const [monthly, months] of parts)
    if (months > 0) words += `${words === '' ? '' : ' + '}${monthsText(monthly, months)}`
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
    const words = `${zh === '' ? '' : ' + '}${isCapped ? yuan(deducted) : `(${yuan(own)} − ${yuan(illnessThreshold.value)})`}`
    zh += isCapped ? `${words}（上限）` : words
    en += isCapped ? `${words} (the most)` : words
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

const bySpecialLaw: Standing = { basis: incomeTaxLaw6, unconfirmed: false }

/** Adds a line for each deduction that is not 0, in the order of the return. */
export const addDeductions = (
  lines: Line[],
  { additional, other }: YearItems,
  deductions: Deductions,
  figures: Figures,
): void => {
  const add = (said: Said): void => {
    if (said.amount > 0) lines.push(line(said))
  }
  const { elder, housingLoan: loan, rent, degree } = additional
  add({ key: 'basicDeduction', amount: deductions.basicDeduction, law: figures.basicDeduction })
  add({ key: 'socialInsurance', amount: deductions.socialInsurance, law: bySpecialLaw })
  add({ key: 'housingFund', amount: deductions.housingFund, law: bySpecialLaw })
  if (deductions.childrenEducation > 0)
    add({
      key: 'childrenEducation',
      amount: deductions.childrenEducation,
      law: figures.childrenEducation,
      how: childrenText(figures.childrenEducation.value, additional.childrenEducation),
    })
  if (deductions.infantCare > 0)
    add({
      key: 'infantCare',
      amount: deductions.infantCare,
      law: figures.infantCare,
      how: childrenText(figures.infantCare.value, additional.infantCare),
    })
  if (elder) {
    const law = elder.onlyChild ? figures.elderOnlyChild : figures.elderShared
    const monthly = elder.onlyChild ? law.value : elder.monthly
    const how = formula(monthsText(monthly, elder.months))
    add({ key: 'elderSupport', amount: deductions.elderSupport, law, how })
  }
  if (loan) {
    const law = figures.housingLoan
    const how = formula(monthsText(law.value, loan.months, loan.share))
    add({ key: 'housingLoan', amount: deductions.housingLoan, law, how })
  }
  if (rent)
    add({ key: 'rent', amount: deductions.rent, law: figures.rentFirst, how: rentText(figures, rent) })
  if (degree) {
    const how = formula(monthsText(figures.degree.value, degree.months))
    add({ key: 'degree', amount: deductions.degree, law: figures.degree, how })
  }
  add({ key: 'certificate', amount: deductions.certificate, law: figures.certificate })
  if (deductions.illness > 0)
    add({
      key: 'illness',
      amount: deductions.illness,
      law: figures.illnessThreshold,
      how: illnessText(figures, additional.illness),
    })
  add({ key: 'annuity', amount: deductions.annuity, law: figures.annuityPercent })
  add({
    key: 'healthInsurance',
    amount: deductions.healthInsurance,
    law: figures.healthInsurance,
    how: healthText(other.healthInsurance, deductions.healthInsurance),
  })
  add({ key: 'personalPension', amount: deductions.personalPension, law: figures.personalPension })
}
