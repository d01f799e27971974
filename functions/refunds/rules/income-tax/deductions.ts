/** What is deducted from a year's income, item by item, by the figures of that year. */
import { fen, type Fen } from '../../../core/pure/money'
import type { Additional, ChildMonths, YearItems } from './items'
import type { Figures } from './tables'

/** Every deduction in fen; 0 where it does not apply. */
export interface Deductions {
  readonly basicDeduction: Fen
  readonly socialInsurance: Fen
  readonly housingFund: Fen
  readonly childrenEducation: Fen
  readonly infantCare: Fen
  readonly elderSupport: Fen
  readonly housingLoan: Fen
  readonly rent: Fen
  readonly degree: Fen
  readonly certificate: Fen
  readonly illness: Fen
  readonly annuity: Fen
  readonly healthInsurance: Fen
  readonly personalPension: Fen
  /** Of all of them. */
  readonly total: Fen
}

/** Standards are whole tens of yuan, so that half of one is whole fen. */
const childrenAt = (monthly: number, children: readonly ChildMonths[]): number => {
  let sum = 0
  for (const { months, share } of children) sum += (monthly * months * share) / 100
  return sum
}

const elderAt = (figures: Figures, elder: Additional['elder']): number => {
  if (!elder) return 0
  return elder.months * (elder.onlyChild ? figures.elderOnlyChild.value : elder.monthly)
}

const rentAt = ({ rentFirst, rentSecond, rentThird }: Figures, rent: Additional['rent']): number =>
  rent ? rent.first * rentFirst.value + rent.second * rentSecond.value + rent.third * rentThird.value : 0

/** Above the threshold, up to the cap, each person for themselves. */
export const illnessOf = ({ illnessThreshold, illnessCap }: Figures, own: Fen): number =>
  Math.min(Math.max(own - illnessThreshold.value, 0), illnessCap.value)

const illnessAt = (figures: Figures, persons: readonly Fen[]): number => {
  let sum = 0
  for (const own of persons) sum += illnessOf(figures, own)
  return sum
}

export const deductionsOf = ({ special, additional, other }: YearItems, figures: Figures): Deductions => {
  const { housingLoan: loan, degree } = additional
  const basicDeduction = figures.basicDeduction.value
  const childrenEducation = childrenAt(figures.childrenEducation.value, additional.childrenEducation)
  const infantCare = childrenAt(figures.infantCare.value, additional.infantCare)
  const elderSupport = elderAt(figures, additional.elder)
  const housingLoan = loan ? (figures.housingLoan.value * loan.months * loan.share) / 100 : 0
  const rent = rentAt(figures, additional.rent)
  const degreeDeduction = degree ? figures.degree.value * degree.months : 0
  const certificate = additional.certificate ? figures.certificate.value : 0
  const illness = illnessAt(figures, additional.illness)
  const healthInsurance = Math.min(other.healthInsurance, figures.healthInsurance.value)
  const total =
    basicDeduction +
    special.socialInsurance +
    special.housingFund +
    childrenEducation +
    infantCare +
    elderSupport +
    housingLoan +
    rent +
    degreeDeduction +
    certificate +
    illness +
    other.annuity +
    healthInsurance +
    other.personalPension
  return {
    basicDeduction: fen(basicDeduction),
    socialInsurance: special.socialInsurance,
    housingFund: special.housingFund,
    childrenEducation: fen(childrenEducation),
    infantCare: fen(infantCare),
    elderSupport: fen(elderSupport),
    housingLoan: fen(housingLoan),
    rent: fen(rent),
    degree: fen(degreeDeduction),
    certificate: fen(certificate),
    illness: fen(illness),
    annuity: other.annuity,
    healthInsurance: fen(healthInsurance),
    personalPension: other.personalPension,
    total: fen(total),
  }
}
