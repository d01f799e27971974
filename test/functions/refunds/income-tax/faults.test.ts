import { fen } from '../../../../functions/core/pure/money'
import { faultsOf } from '../../../../functions/refunds/rules/income-tax/faults'
import type { Share, YearItems } from '../../../../functions/refunds/rules/income-tax/items'
import { settle } from '../../../../functions/refunds/rules/income-tax/settle'
import { distinctYears } from '../../../harness/income-tax/inputs'
import { yearWith, yuan } from './years'

const told = (items: YearItems): readonly string[] =>
  faultsOf(items).map(({ path, code }) => `${path}: ${code}`)
const wages = { wages: yuan('200,000') }
/** What types keep out, and a form or a caller may still bring. */
const wrong = <T>(value: unknown): T => value as T

describe('faults of a year', () => {
  it('has none for years that can be settled', () =>
    expect(distinctYears(500, 7).flatMap(faultsOf)).toEqual([]))

  it.each<[string, Parameters<typeof yearWith>[0], readonly string[]]>([
    ['a year before the law', { taxYear: 2018 }, ['taxYear: unknownYear']],
    ['a year that nobody knows yet', { taxYear: 2029 }, ['taxYear: unknownYear']],
    ['half a year', { taxYear: 2025.5 }, ['taxYear: unknownYear']],
    [
      'a negative amount',
      { income: wrong({ wages: -1 }) },
      ['income.wages: negative', 'prepaid: overIncome'],
    ],
    ['half a fen', { income: wrong({ ...wages, labour: 0.5 }) }, ['income.labour: notWhole']],
    ['not a number', { income: wrong({ ...wages, royalties: Number.NaN }) }, ['income.royalties: notWhole']],
    ['the largest amount', { income: { manuscripts: fen(100_000_000_000) } }, []],
    [
      'more than the largest',
      { income: { manuscripts: fen(100_000_000_001) } },
      ['income.manuscripts: tooLarge'],
    ],
    ['more tax than income', { income: wages, prepaid: yuan('200,000.01') }, ['prepaid: overIncome']],
    [
      'more tax than bonus',
      { bonus: { amount: fen(1), prepaid: fen(2), choice: 'cheaper' } },
      ['bonus.prepaid: overIncome'],
    ],
    [
      'no month',
      { additional: { childrenEducation: [{ months: 0, share: 100 }] } },
      ['additional.childrenEducation.0.months: months'],
    ],
    [
      'thirteen months',
      {
        additional: {
          infantCare: [
            { months: 12, share: 50 },
            { months: 13, share: 50 },
          ],
        },
      },
      ['additional.infantCare.1.months: months'],
    ],
    [
      'a share between',
      { additional: { childrenEducation: [{ months: 1, share: wrong<Share>(70) }] } },
      ['additional.childrenEducation.0.share: share'],
    ],
    [
      'eleven children',
      {
        additional: {
          childrenEducation: Array.from({ length: 11 }, () => ({ months: 1, share: 50 as const })),
        },
      },
      ['additional.childrenEducation: tooMany'],
    ],
    [
      'infants before 2022',
      { taxYear: 2021, additional: { infantCare: [{ months: 1, share: 50 }] } },
      ['additional.infantCare: notThisYear'],
    ],
    [
      'the most of a sibling',
      { additional: { elder: { onlyChild: false, months: 12, monthly: yuan('1,500') } } },
      [],
    ],
    [
      'more than the most of a sibling',
      { additional: { elder: { onlyChild: false, months: 12, monthly: yuan('1,500.01') } } },
      ['additional.elder.monthly: overCap'],
    ],
    [
      'that most before 2023',
      { taxYear: 2022, additional: { elder: { onlyChild: false, months: 12, monthly: yuan('1,000.01') } } },
      ['additional.elder.monthly: overCap'],
    ],
    [
      '240 months of a loan',
      { additional: { housingLoan: { months: 12, share: 100, monthsBefore: 228 } } },
      [],
    ],
    [
      '241 months of a loan',
      { additional: { housingLoan: { months: 12, share: 100, monthsBefore: 229 } } },
      ['additional.housingLoan.months: lifetimeMonths'],
    ],
    [
      '49 months of a degree',
      { additional: { degree: { months: 12, monthsBefore: 37 } } },
      ['additional.degree.months: lifetimeMonths'],
    ],
    [
      'months before that are none',
      {
        additional: {
          degree: { months: 12, monthsBefore: -1 },
          housingLoan: { months: 1, share: 50, monthsBefore: 0.5 },
        },
      },
      ['additional.housingLoan.monthsBefore: notWhole', 'additional.degree.monthsBefore: negative'],
    ],
    [
      'thirteen months of rent',
      { additional: { rent: { first: 6, second: 6, third: 1 } } },
      ['additional.rent: months'],
    ],
    [
      'rent of no month',
      { additional: { rent: { first: 0, second: 0, third: 0 } } },
      ['additional.rent: months'],
    ],
    [
      'loan and rent',
      {
        additional: {
          rent: { first: 6, second: 0, third: 0 },
          housingLoan: { months: 6, share: 100, monthsBefore: 0 },
        },
      },
      ['additional.rent: loanAndRent'],
    ],
    [
      'the most of a pension',
      { other: { annuity: fen(0), healthInsurance: fen(0), personalPension: yuan('12,000') } },
      [],
    ],
    [
      'more than the most of a pension',
      { other: { annuity: fen(0), healthInsurance: fen(0), personalPension: yuan('12,000.01') } },
      ['other.personalPension: overCap'],
    ],
    [
      'a pension before 2022',
      { taxYear: 2021, other: { annuity: fen(0), healthInsurance: fen(0), personalPension: fen(1) } },
      ['other.personalPension: notThisYear'],
    ],
    [
      'illness below nothing',
      { additional: { illness: [fen(1), wrong(-1)] } },
      ['additional.illness.1: negative'],
    ],
  ])('%s', (_, changes, faults) => expect(told(yearWith(changes))).toEqual(faults))

  it('are told all at once, in plain words of both languages, and nothing is settled', () => {
    const items = yearWith({
      income: wrong({ wages: -1 }),
      prepaid: wrong(0.1),
      additional: {
        rent: { first: 12, second: 1, third: 0 },
        housingLoan: { months: 0, share: wrong<Share>(0), monthsBefore: 0 },
      },
      reductions: wrong(-5),
    })
    expect(told(items)).toEqual([
      'income.wages: negative',
      'prepaid: notWhole',
      'prepaid: overIncome',
      'reductions: negative',
      'additional.housingLoan.months: months',
      'additional.housingLoan.share: share',
      'additional.rent: months',
      'additional.rent: loanAndRent',
    ])
    for (const { text } of faultsOf(items)) {
      expect(text.zh).toMatch(/[\u4e00-\u9fff]/)
      expect(text.en).toMatch(/^[^\u4e00-\u9fff]+$/)
    }
    expect(() => settle(items)).toThrow(/income\.wages negative/)
  })
})
