import fc from 'fast-check'
import { formProblems, tidyValues, type Values } from '../../../../functions/core/pure/forms'
import { fen } from '../../../../functions/core/pure/money'
import type { Known } from '../../../../functions/refunds/rules/kind'
import { incomeTaxForm } from '../../../../functions/refunds/data/income-tax/form'
import { answersOf, itemsOf } from '../../../../functions/refunds/rules/income-tax/answers'
import { fieldKeyOf } from '../../../../functions/refunds/rules/income-tax/fault-findings'
import { faultsOf } from '../../../../functions/refunds/rules/income-tax/faults'
import { LARGEST_AMOUNT } from '../../../../functions/refunds/rules/income-tax/items'
import { settle } from '../../../../functions/refunds/rules/income-tax/settle'
import { incomeTaxRule } from '../../../../functions/refunds/rules/kinds/income-tax'
import { seededRandom } from '../../../harness/fuzz/random'
import { yearOf } from '../../../harness/income-tax/inputs'
import { codesOf, foundIn, linesOf, stopping, warnings } from '../../../harness/refunds/checks'
import { saysBoth } from '../../../harness/forms'

/** 30,000 a month; withheld from without the child, for whom 24,000 are deducted now. */
const values: Values = {
  taxYear: '2025',
  resident: true,
  foreignIncome: false,
  filingPlace: 'employer',
  withheldProperly: true,
  earlierYearsSettled: true,
  wages: 36_000_000,
  prepaid: 3_228_000,
  hasBonus: false,
  socialInsurance: 5_400_000,
  educationChildren: '1',
  education1Months: 12,
  education1Share: '100',
  infants: '0',
  elder: 'none',
  home: 'none',
  degree: false,
  certificate: false,
  illnessPersons: '0',
  hasDonations: false,
  ownAccount: true,
  contactName: '林小雨',
  contactPhone: '13800138000',
  handledBy: 'self',
  declared: true,
}
const known = (changes: Partial<Known> = {}): Known => ({
  today: '2026-04-10',
  taxpayer: 'person',
  arrears: fen(0),
  ...changes,
})
const check = (changes: Values = {}, beside: Known = known()) =>
  incomeTaxRule.check({ ...values, ...changes }, beside)

describe('the annual settlement of income tax', () => {
  it('is filled in without a fault, and what was withheld too much may be claimed', () => {
    expect(formProblems(incomeTaxForm, values, { today: '2026-04-10' })).toEqual([])
    const checked = check()
    expect(stopping(checked)).toEqual([])
    expect(warnings(checked)).toEqual([])
    expect(checked.result?.claimable).toBe(480_000)
    expect(linesOf(checked)).toEqual([
      'wages 36000000',
      'income 36000000',
      'basicDeduction 6000000',
      'socialInsurance 5400000',
      'childrenEducation 2400000',
      'deductions 13800000',
      'taxable 22200000',
      'tax 2748000',
      'prepaid 3228000',
      'refund 480000',
    ])
    expect(codesOf(checked)).toEqual([
      'taxpayerKind',
      'resident',
      'foreignIncome',
      'window',
      'filingPlace',
      'earlierYears',
      'refundDue',
      'refundClaimed',
      'keepPapers',
      'sharesAgree',
      'ownAccount',
      'accountType',
      'noInterest',
      'arrears',
      'materials',
    ])
    expect(foundIn(checked, 'refundDue')).toBe('已预缴 32,280.00 元，应纳 27,480.00 元，应退 4,800.00 元')
    expect(foundIn(checked, 'keepPapers')).toBe('保存至2031年6月30日')
  })

  it.each<[string, Values, Partial<Known>]>([
    ['taxpayerKind', {}, { taxpayer: 'enterprise' }],
    ['resident', { resident: false }, {}],
    ['foreignIncome', { foreignIncome: true }, {}],
    ['window', {}, { today: '2026-02-24' }],
    ['window', {}, { today: '2026-02-28' }],
    ['threeYears', {}, { today: '2029-07-20' }],
    ['threeYears', { taxYear: '2022' }, { today: '2026-07-01' }],
    ['earlierYears', { earlierYearsSettled: false }, {}],
    ['refundDue', { prepaid: 2_748_000 }, {}],
    ['ownAccount', { ownAccount: false }, {}],
    ['authorityInForce', { handledBy: 'agent', agentName: '诚信代理', authorityUntil: '2026-04-09' }, {}],
    ['prepaid.overIncome', { prepaid: 36_000_001 }, {}],
    ['elderMonthly.overCap', { elder: 'shared', elderMonths: 12, elderMonthly: 150_001 }, {}],
    ['rentFirst.months', { home: 'rent', rentFirst: 6, rentSecond: 6, rentThird: 1 }, {}],
    [
      'loanMonths.lifetimeMonths',
      { home: 'loan', loanMonths: 12, loanShare: '100', loanMonthsBefore: 229 },
      {},
    ],
  ])('stops at %s alone', (code, changes, beside) =>
    expect(stopping(check(changes, known(beside)))).toEqual([code]),
  )

  it.each<[string, Values, Partial<Known>]>([
    ['window', {}, { today: '2026-03-01' }],
    ['window', {}, { today: '2026-03-20' }],
    ['window', {}, { today: '2026-07-01' }],
    ['window', { taxYear: '2022' }, { today: '2026-06-30' }],
    ['filingPlace', { filingPlace: 'domicile' }, {}],
    ['annuityHigh', { annuity: 1_440_001 }, {}],
    ['arrears', {}, { arrears: fen(1) }],
    [
      'bonusDeadZone',
      { hasBonus: true, bonusAmount: 3_800_000, bonusPrepaid: 359_000, bonusChoice: 'separate' },
      {},
    ],
  ])('tells %s and stops nothing', (code, changes, beside) => {
    const checked = check(changes, known(beside))
    expect(stopping(checked)).toEqual([])
    expect(warnings(checked)).toEqual([code])
  })

  it('says when bookings are needed, and that other years are not announced', () => {
    expect(foundIn(check({}, known({ today: '2026-03-05' })), 'window')).toBe(
      '2026年3月1日至2026年3月20日须预约办理',
    )
    const unannounced = check({ taxYear: '2026' }, known({ today: '2027-03-05' }))
    expect(unannounced.findings.find(({ code }) => code === 'window')).toMatchObject({
      ok: true,
      unconfirmed: true,
      rule: { zh: expect.stringContaining('尚未收录') },
    })
  })

  it('tells everything at once, and reckons nothing from what cannot be', () => {
    const checked = check(
      {
        resident: false,
        foreignIncome: true,
        earlierYearsSettled: false,
        ownAccount: false,
        prepaid: 36_000_001,
        personalPension: 1_200_001,
        educationChildren: '2',
        education2Months: 13,
        education2Share: '50',
      },
      known({ taxpayer: 'enterprise', today: '2026-01-10' }),
    )
    expect(stopping(checked)).toEqual([
      'taxpayerKind',
      'resident',
      'foreignIncome',
      'window',
      'earlierYears',
      'prepaid.overIncome',
      'personalPension.overCap',
      'education2Months.months',
      'ownAccount',
    ])
    expect(checked.result).toBeUndefined()
    expect(foundIn(checked, 'education2Months.months')).toBe('子女 2：该年度的月数')
    expect(checked.findings.filter(({ rule }) => !saysBoth(rule))).toEqual([])
  })

  it('judges nothing that is not answered yet', () => {
    const checked = incomeTaxRule.check({}, known())
    expect(stopping(checked)).toEqual(['taxYear.unknownYear'])
    expect(checked.result).toBeUndefined()
  })

  it('takes the simplified return for low income', () => {
    const checked = check({ wages: 5_000_000, prepaid: 30_000, socialInsurance: 0 })
    expect(codesOf(checked)).toContain('simplifiedRefund')
    expect(checked.result?.claimable).toBe(30_000)
  })
})

describe('answers and items', () => {
  const anyYear = fc
    .integer()
    .map((seed) => yearOf(seededRandom(seed)))
    .filter(({ taxYear }) => taxYear >= 2022 && taxYear <= 2026)
    .map((items) => ({ ...items, filing: { ...items.filing, wantsRefund: true } }))

  it('items come back from the answers they were turned into', () => {
    fc.assert(
      fc.property(anyYear, (items) => {
        const answers = answersOf(items)
        expect(itemsOf(tidyValues(incomeTaxForm, answers))).toEqual(items)
        const own = Object.keys(answers)
        const problems = formProblems(incomeTaxForm, answers, { today: '2026-04-10' })
        expect(problems.filter(({ key }) => own.includes(key))).toEqual([])
      }),
    )
  })
  it('what is checked is what is settled', () => {
    fc.assert(
      fc.property(anyYear, (items) => {
        const { result } = incomeTaxRule.check({ ...values, ...answersOf(items) }, known())
        const settlement = settle(items)
        expect(result).toEqual({
          claimable: settlement.outcome === 'refund' ? settlement.amount : 0,
          lines: settlement.lines,
        })
      }),
    )
  })
  it('every fault is told at a field of the form', () => {
    const fields = incomeTaxForm.sections.flatMap((section) => section.fields.map(({ key }) => key))
    const wrong: Values = {
      ...values,
      taxYear: '2022',
      wages: -1,
      hasBonus: true,
      bonusAmount: -1,
      bonusPrepaid: 5,
      socialInsurance: -1,
      healthInsurance: -1,
      hasDonations: true,
      donationsLimited: -1,
      donationsFull: -1,
      reductions: -1,
      education1Months: 0,
      infants: '2',
      infant2Months: 13,
      elder: 'shared',
      elderMonths: 0,
      elderMonthly: -1,
      home: 'loan',
      loanMonths: 13,
      loanMonthsBefore: -1,
      degree: true,
      degreeMonths: 0,
      degreeMonthsBefore: -1,
      illnessPersons: '2',
      illness2: -1,
    }
    const keys = faultsOf(itemsOf(wrong)).map(({ path }) => fieldKeyOf(path))
    expect(keys.length).toBeGreaterThan(15)
    expect(keys.filter((key) => !fields.includes(key))).toEqual([])
    for (const path of [
      'additional.illness',
      'additional.infantCare',
      'additional.childrenEducation.4.share',
    ])
      expect(fields).toContain(fieldKeyOf(path))
  })
  it('the form takes no amount that the rules do not', () => {
    const most = incomeTaxForm.sections
      .flatMap(({ fields }) => fields)
      .flatMap((field) => (field.type === 'money' ? [field.max] : []))
    expect(new Set(most)).toEqual(new Set([LARGEST_AMOUNT]))
  })
})
