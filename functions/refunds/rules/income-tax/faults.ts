/** Everything that is wrong with a year's items, at once: each fault with its field, its code and plain words. */
import { text, type Text } from '../../../core/pure/text'
import { LARGEST_AMOUNT, type Additional, type ChildMonths, type YearItems } from './items'
import { yuan } from './line'
import { FIRST_TAX_YEAR, isTaxYear, LAST_TAX_YEAR, tablesOf, type Figures } from './tables'

export type FaultCode =
  | 'unknownYear'
  | 'notWhole'
  | 'negative'
  | 'tooLarge'
  | 'months'
  | 'share'
  | 'overCap'
  | 'lifetimeMonths'
  | 'tooMany'
  | 'loanAndRent'
  | 'notThisYear'
  | 'overIncome'

export interface Fault {
  /** Where: `income.wages`, `additional.childrenEducation.0.months`. */
  readonly path: string
  readonly code: FaultCode
  readonly text: Text
}

/** More children, or more people fallen ill, than a family's return has. */
const MOST_PERSONS = 10

const WORDS: Readonly<Record<Exclude<FaultCode, 'overCap' | 'lifetimeMonths'>, Text>> = {
  unknownYear: text(
    `只能计算 ${FIRST_TAX_YEAR} 至 ${LAST_TAX_YEAR} 年度`,
    `Only the years ${FIRST_TAX_YEAR} to ${LAST_TAX_YEAR} can be reckoned`,
  ),
  notWhole: text('不是有效的数字', 'Not a valid number'),
  negative: text('不能为负数', 'Must not be negative'),
  tooLarge: text(`不能超过 ${yuan(LARGEST_AMOUNT)} 元`, `Must not be more than ${yuan(LARGEST_AMOUNT)} yuan`),
  months: text('月数应为 1 至 12', 'Months must be 1 to 12'),
  share: text('扣除比例只能是 50% 或 100%', 'The share is 50% or 100%'),
  tooMany: text(`最多填写 ${MOST_PERSONS} 人`, `At most ${MOST_PERSONS} persons`),
  loanAndRent: text(
    '住房贷款利息与住房租金在一个纳税年度内不能同时扣除',
    'A housing loan and rent are not both deducted in one tax year',
  ),
  notThisYear: text('该年度还没有这项扣除', 'There was no such deduction in that year yet'),
  overIncome: text('预缴税额不能超过收入', 'Tax prepaid must not be more than the income'),
}

type Tell = (path: string, code: FaultCode, words: Text) => void

const amountCode = (amount: number): 'notWhole' | 'negative' | 'tooLarge' | undefined => {
  if (!Number.isSafeInteger(amount)) return 'notWhole'
  if (amount < 0) return 'negative'
  return amount > LARGEST_AMOUNT ? 'tooLarge' : undefined
}

const areMonths = (months: number, least: 0 | 1 = 1): boolean =>
  Number.isInteger(months) && months >= least && months <= 12

const overCap = (cap: number): Text => text(`不能超过 ${yuan(cap)} 元`, `At most ${yuan(cap)} yuan`)

const lifetime = (most: number): Text =>
  text(`连同以前年度最多 ${most} 个月`, `At most ${most} months, earlier years included`)

const checkAmount = (tell: Tell, path: string, amount: number): void => {
  const code = amountCode(amount)
  if (code) tell(path, code, WORDS[code])
}

const checkIncome = (tell: Tell, { income, bonus, prepaid }: YearItems): void => {
  checkAmount(tell, 'income.wages', income.wages)
  checkAmount(tell, 'income.labour', income.labour)
  checkAmount(tell, 'income.manuscripts', income.manuscripts)
  checkAmount(tell, 'income.royalties', income.royalties)
  checkAmount(tell, 'prepaid', prepaid)
  if (prepaid > income.wages + income.labour + income.manuscripts + income.royalties)
    tell('prepaid', 'overIncome', WORDS.overIncome)
  if (!bonus) return
  checkAmount(tell, 'bonus.amount', bonus.amount)
  checkAmount(tell, 'bonus.prepaid', bonus.prepaid)
  if (bonus.prepaid > bonus.amount) tell('bonus.prepaid', 'overIncome', WORDS.overIncome)
}

const checkOther = (tell: Tell, items: YearItems, { personalPension: most }: Figures): void => {
  const { special, other, donations } = items
  checkAmount(tell, 'special.socialInsurance', special.socialInsurance)
  checkAmount(tell, 'special.housingFund', special.housingFund)
  checkAmount(tell, 'other.annuity', other.annuity)
  checkAmount(tell, 'other.healthInsurance', other.healthInsurance)
  checkAmount(tell, 'other.personalPension', other.personalPension)
  if (other.personalPension > 0 && most.value === 0)
    tell('other.personalPension', 'notThisYear', WORDS.notThisYear)
  else if (other.personalPension > most.value) tell('other.personalPension', 'overCap', overCap(most.value))
  checkAmount(tell, 'donations.limited', donations.limited)
  checkAmount(tell, 'donations.full', donations.full)
  checkAmount(tell, 'reductions', items.reductions)
}

const checkMonths = (tell: Tell, path: string, { months, share }: ChildMonths): void => {
  if (!areMonths(months)) tell(`${path}.months`, 'months', WORDS.months)
  if (share !== 50 && share !== 100) tell(`${path}.share`, 'share', WORDS.share)
}

const checkChildren = (tell: Tell, path: string, children: readonly ChildMonths[], monthly: number): void => {
  if (children.length === 0) return
  if (monthly === 0) tell(path, 'notThisYear', WORDS.notThisYear)
  if (children.length > MOST_PERSONS) tell(path, 'tooMany', WORDS.tooMany)
  children.forEach((child, at) => checkMonths(tell, `${path}.${at}`, child))
}

const checkElder = (tell: Tell, elder: Additional['elder'], { elderShared: most }: Figures): void => {
  if (!elder) return
  if (!areMonths(elder.months)) tell('additional.elder.months', 'months', WORDS.months)
  if (elder.onlyChild) return
  checkAmount(tell, 'additional.elder.monthly', elder.monthly)
  if (elder.monthly > most.value) tell('additional.elder.monthly', 'overCap', overCap(most.value))
}

/** Months of earlier years and of this one together. */
const checkLifetime = (
  tell: Tell,
  path: string,
  { months, monthsBefore }: { readonly months: number; readonly monthsBefore: number },
  most: number,
): void => {
  if (!Number.isInteger(monthsBefore)) tell(`${path}.monthsBefore`, 'notWhole', WORDS.notWhole)
  else if (monthsBefore < 0) tell(`${path}.monthsBefore`, 'negative', WORDS.negative)
  else if (monthsBefore + months > most) tell(`${path}.months`, 'lifetimeMonths', lifetime(most))
}

const checkHome = (tell: Tell, { housingLoan, rent }: Additional, figures: Figures): void => {
  if (housingLoan) {
    checkMonths(tell, 'additional.housingLoan', housingLoan)
    checkLifetime(tell, 'additional.housingLoan', housingLoan, figures.housingLoanMonths.value)
  }
  if (rent) {
    const { first, second, third } = rent
    const areWhole = areMonths(first, 0) && areMonths(second, 0) && areMonths(third, 0)
    if (!areWhole || !areMonths(first + second + third)) tell('additional.rent', 'months', WORDS.months)
  }
  if (housingLoan && rent) tell('additional.rent', 'loanAndRent', WORDS.loanAndRent)
}

const checkAdditional = (tell: Tell, additional: Additional, figures: Figures): void => {
  const { childrenEducation, infantCare, degree, illness } = additional
  checkChildren(tell, 'additional.childrenEducation', childrenEducation, figures.childrenEducation.value)
  checkChildren(tell, 'additional.infantCare', infantCare, figures.infantCare.value)
  checkElder(tell, additional.elder, figures)
  checkHome(tell, additional, figures)
  if (degree) {
    if (!areMonths(degree.months)) tell('additional.degree.months', 'months', WORDS.months)
    checkLifetime(tell, 'additional.degree', degree, figures.degreeMonths.value)
  }
  if (illness.length > MOST_PERSONS) tell('additional.illness', 'tooMany', WORDS.tooMany)
  illness.forEach((own, at) => checkAmount(tell, `additional.illness.${at}`, own))
}

/** Every fault, in the order of the return; none for items that can be settled. */
export const faultsOf = (items: YearItems): readonly Fault[] => {
  const { taxYear } = items
  if (!isTaxYear(taxYear)) return [{ path: 'taxYear', code: 'unknownYear', text: WORDS.unknownYear }]
  const faults: Fault[] = []
  const tell: Tell = (path, code, words) => faults.push({ path, code, text: words })
  const { figures } = tablesOf(taxYear)
  checkIncome(tell, items)
  checkOther(tell, items, figures)
  checkAdditional(tell, items.additional, figures)
  return faults
}
