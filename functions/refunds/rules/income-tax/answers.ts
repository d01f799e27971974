/** A form's answers as a year's items, and a year's items as answers. */
import type { Value, Values } from '../../../core/pure/forms'
import { fen, type Fen } from '../../../core/pure/money'
import { MOST_CHILDREN, MOST_ILL, MOST_INFANTS } from '../../data/income-tax/form'
import type { Additional, Bonus, ChildMonths, Share, YearItems } from './items'

/** Whole, or nothing: what is not an answer to the question counts as none. */
const wholeIn = (values: Values, key: string): number => {
  const value = values[key]
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : 0
}

const moneyIn = (values: Values, key: string): Fen => fen(wholeIn(values, key))

/** A choice of a number: `2`. */
const numberIn = (values: Values, key: string): number => {
  const value = values[key]
  return typeof value === 'string' && /^\d{1,4}$/.test(value) ? Number(value) : 0
}

const isYes = (values: Values, key: string): boolean => values[key] === true

const shareIn = (values: Values, key: string): Share => (values[key] === '50' ? 50 : 100)

const childrenIn = (values: Values, countKey: string, prefix: string, most: number): readonly ChildMonths[] =>
  Array.from({ length: Math.min(numberIn(values, countKey), most) }, (_, at) => ({
    months: wholeIn(values, `${prefix}${at + 1}Months`),
    share: shareIn(values, `${prefix}${at + 1}Share`),
  }))

const elderIn = (values: Values): Additional['elder'] => {
  const months = wholeIn(values, 'elderMonths')
  if (values.elder === 'onlyChild') return { onlyChild: true, months }
  if (values.elder === 'shared') return { onlyChild: false, months, monthly: moneyIn(values, 'elderMonthly') }
  return undefined
}

const homeIn = (values: Values): Pick<Additional, 'housingLoan' | 'rent'> => {
  if (values.home === 'loan')
    return {
      housingLoan: {
        months: wholeIn(values, 'loanMonths'),
        share: shareIn(values, 'loanShare'),
        monthsBefore: wholeIn(values, 'loanMonthsBefore'),
      },
    }
  if (values.home === 'rent')
    return {
      rent: {
        first: wholeIn(values, 'rentFirst'),
        second: wholeIn(values, 'rentSecond'),
        third: wholeIn(values, 'rentThird'),
      },
    }
  return {}
}

const additionalIn = (values: Values): Additional => ({
  childrenEducation: childrenIn(values, 'educationChildren', 'education', MOST_CHILDREN),
  infantCare: childrenIn(values, 'infants', 'infant', MOST_INFANTS),
  elder: elderIn(values),
  ...homeIn(values),
  degree: isYes(values, 'degree')
    ? { months: wholeIn(values, 'degreeMonths'), monthsBefore: wholeIn(values, 'degreeMonthsBefore') }
    : undefined,
  certificate: isYes(values, 'certificate'),
  illness: Array.from({ length: Math.min(numberIn(values, 'illnessPersons'), MOST_ILL) }, (_, at) =>
    moneyIn(values, `illness${at + 1}`),
  ),
})

const choiceIn = ({ bonusChoice }: Values): Bonus['choice'] =>
  bonusChoice === 'separate' || bonusChoice === 'merged' ? bonusChoice : 'cheaper'

const bonusIn = (values: Values): Bonus | undefined =>
  isYes(values, 'hasBonus')
    ? {
        amount: moneyIn(values, 'bonusAmount'),
        prepaid: moneyIn(values, 'bonusPrepaid'),
        choice: choiceIn(values),
      }
    : undefined

/**
 * What was answered, as items to settle. Not yet answered counts as nothing, which `faultsOf` finds fault with where something
 * is needed. Whoever fills in this form wants the refund.
 * @param values as they are kept (`tidyValues`): what is not asked has no say
 */
export const itemsOf = (values: Values): YearItems => ({
  taxYear: numberIn(values, 'taxYear'),
  income: {
    wages: moneyIn(values, 'wages'),
    labour: moneyIn(values, 'labour'),
    manuscripts: moneyIn(values, 'manuscripts'),
    royalties: moneyIn(values, 'royalties'),
  },
  bonus: bonusIn(values),
  special: {
    socialInsurance: moneyIn(values, 'socialInsurance'),
    housingFund: moneyIn(values, 'housingFund'),
  },
  additional: additionalIn(values),
  other: {
    annuity: moneyIn(values, 'annuity'),
    healthInsurance: moneyIn(values, 'healthInsurance'),
    personalPension: moneyIn(values, 'personalPension'),
  },
  donations: { limited: moneyIn(values, 'donationsLimited'), full: moneyIn(values, 'donationsFull') },
  reductions: moneyIn(values, 'reductions'),
  prepaid: moneyIn(values, 'prepaid'),
  filing: {
    wantsRefund: true,
    withheldProperly: isYes(values, 'withheldProperly'),
    earlierYearsSettled: isYes(values, 'earlierYearsSettled'),
  },
})

type Answers = Record<string, Value>

const childAnswers = (prefix: string, children: readonly ChildMonths[]): Answers =>
  Object.fromEntries<Value>(
    children.flatMap(({ months, share }, at): readonly (readonly [string, Value])[] => [
      [`${prefix}${at + 1}Months`, months],
      [`${prefix}${at + 1}Share`, String(share)],
    ]),
  )

const elderAnswers = (elder: Additional['elder']): Answers => {
  if (!elder) return { elder: 'none' }
  const { months } = elder
  return elder.onlyChild
    ? { elder: 'onlyChild', elderMonths: months }
    : { elder: 'shared', elderMonths: months, elderMonthly: elder.monthly }
}

const homeAnswers = ({ housingLoan: loan, rent }: Additional): Answers => {
  if (loan)
    return {
      home: 'loan',
      loanMonths: loan.months,
      loanShare: String(loan.share),
      loanMonthsBefore: loan.monthsBefore,
    }
  if (rent) return { home: 'rent', rentFirst: rent.first, rentSecond: rent.second, rentThird: rent.third }
  return { home: 'none' }
}

const additionalAnswers = (additional: Additional): Answers => {
  const { childrenEducation, infantCare, elder, degree, certificate, illness } = additional
  return {
    educationChildren: String(childrenEducation.length),
    ...childAnswers('education', childrenEducation),
    infants: String(infantCare.length),
    ...childAnswers('infant', infantCare),
    ...elderAnswers(elder),
    ...homeAnswers(additional),
    degree: degree !== undefined,
    ...(degree && { degreeMonths: degree.months, degreeMonthsBefore: degree.monthsBefore }),
    certificate,
    illnessPersons: String(illness.length),
    ...Object.fromEntries(illness.map((own, at) => [`illness${at + 1}`, own])),
  }
}

/** The way back: to begin a form with what was reckoned. */
export const answersOf = (items: YearItems): Values => {
  const { bonus, donations, filing } = items
  const hasDonations = donations.limited > 0 || donations.full > 0
  return {
    taxYear: String(items.taxYear),
    ...items.income,
    prepaid: items.prepaid,
    hasBonus: bonus !== undefined,
    ...(bonus && { bonusAmount: bonus.amount, bonusPrepaid: bonus.prepaid, bonusChoice: bonus.choice }),
    ...items.special,
    ...items.other,
    ...additionalAnswers(items.additional),
    hasDonations,
    ...(hasDonations && { donationsLimited: donations.limited, donationsFull: donations.full }),
    reductions: items.reductions,
    withheldProperly: filing.withheldProperly,
    earlierYearsSettled: filing.earlierYearsSettled,
  }
}
