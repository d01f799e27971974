/**
 * Figures of the annual settlement as dated law: fen, per cent, months or years, as each key says. A year has one row of each
 * key, since all of them change with the year alone; what was not provided for yet stands with 0.
 */
import type { Basis, Dated } from '../../../core/pure/law'
import { text, type Text } from '../../../core/pure/text'
import {
  additional2018,
  additional2022,
  additional2023,
  annuityRules,
  donationRules,
  exemption2019,
  healthInsuranceRules,
  incomeTaxLaw6,
  pension2022,
  pension2024,
  settlement2023,
  settlement2025,
  settlementRules,
} from './sources'

export const FIGURE_KEYS = [
  'wagesPercent',
  'labourPercent',
  'manuscriptsPercent',
  'royaltiesPercent',
  'basicDeduction',
  'childrenEducation',
  'infantCare',
  'elderOnlyChild',
  'elderShared',
  'housingLoan',
  'housingLoanMonths',
  'rentFirst',
  'rentSecond',
  'rentThird',
  'degree',
  'degreeMonths',
  'certificate',
  'illnessThreshold',
  'illnessCap',
  'annuityPercent',
  'healthInsurance',
  'personalPension',
  'donationPercent',
  'exemptIncome',
  'exemptSupplement',
  'simplifiedIncome',
  'keepYears',
] as const
export type FigureKey = (typeof FIGURE_KEYS)[number]

export interface Figure extends Basis, Dated {
  readonly key: FigureKey
  readonly value: number
}

const yuan = (amount: number): number => amount * 100

const since2019 = { effectiveFrom: '2019-01-01', effectiveTo: null } as const
const until2021 = { effectiveFrom: '2019-01-01', effectiveTo: '2021-12-31' } as const
const until2022 = { effectiveFrom: '2019-01-01', effectiveTo: '2022-12-31' } as const
const in2022 = { effectiveFrom: '2022-01-01', effectiveTo: '2022-12-31' } as const
const since2023 = { effectiveFrom: '2023-01-01', effectiveTo: null } as const

interface Known {
  readonly basis: Text
  readonly unconfirmed: boolean
}
const lawSix: Known = { basis: incomeTaxLaw6, unconfirmed: false }
const additional: Known = { basis: additional2018, unconfirmed: false }
const raised: Known = { basis: additional2023, unconfirmed: false }

const recognition: readonly Figure[] = [
  {
    key: 'wagesPercent',
    value: 100,
    rule: text('工资、薪金全额计入收入额', 'Wages and salaries count in full'),
    ...lawSix,
    ...since2019,
  },
  {
    key: 'labourPercent',
    value: 80,
    rule: text(
      '劳务报酬以收入减除20%费用后的余额为收入额',
      'Of pay for labour services, 80% counts: 20% are costs',
    ),
    ...lawSix,
    ...since2019,
  },
  {
    key: 'manuscriptsPercent',
    value: 56,
    rule: text(
      '稿酬以收入减除20%费用后的余额，再减按70%计算收入额',
      'Of authors’ pay, 56% counts: 20% are costs, and 70% of the rest counts',
    ),
    ...lawSix,
    ...since2019,
  },
  {
    key: 'royaltiesPercent',
    value: 80,
    rule: text('特许权使用费以收入减除20%费用后的余额为收入额', 'Of royalties, 80% counts: 20% are costs'),
    ...lawSix,
    ...since2019,
  },
  {
    key: 'basicDeduction',
    value: yuan(60_000),
    rule: text('每一纳税年度减除费用六万元', '60,000 yuan are deducted for each tax year'),
    ...lawSix,
    ...since2019,
  },
]

const monthlyRule = (zh: string, en: string, amount: string): Text =>
  text(`${zh}每月${amount}元`, `${en}: ${amount} yuan a month`)

const ofEachChild = (amount: string): Text =>
  monthlyRule(
    '每个接受学前或全日制学历教育的子女，',
    'Each child in pre-school or full-time education',
    amount,
  )
const ofEachInfant = (amount: string): Text =>
  monthlyRule('每个3岁以下婴幼儿，', 'Each child under three', amount)
const ofOnlyChild = (amount: string): Text =>
  monthlyRule('独生子女赡养60岁以上老人，', 'An only child supporting a parent of 60 or more', amount)
const ofSiblings = (amount: string, most: string): Text =>
  text(
    `非独生子女分摊每月${amount}元，每人每月最多${most}元`,
    `Siblings share ${amount} yuan a month, at most ${most} each`,
  )

const family: readonly Figure[] = [
  {
    key: 'childrenEducation',
    value: yuan(1000),
    rule: ofEachChild('1,000'),
    ...additional,
    ...until2022,
  },
  { key: 'childrenEducation', value: yuan(2000), rule: ofEachChild('2,000'), ...raised, ...since2023 },
  {
    key: 'infantCare',
    value: 0,
    rule: text('2022年起才有婴幼儿照护扣除', 'There is a deduction for infants only since 2022'),
    basis: additional2022,
    unconfirmed: true,
    ...until2021,
  },
  {
    key: 'infantCare',
    value: yuan(1000),
    rule: ofEachInfant('1,000'),
    basis: additional2022,
    unconfirmed: false,
    ...in2022,
  },
  { key: 'infantCare', value: yuan(2000), rule: ofEachInfant('2,000'), ...raised, ...since2023 },
  { key: 'elderOnlyChild', value: yuan(2000), rule: ofOnlyChild('2,000'), ...additional, ...until2022 },
  { key: 'elderOnlyChild', value: yuan(3000), rule: ofOnlyChild('3,000'), ...raised, ...since2023 },
  {
    key: 'elderShared',
    value: yuan(1000),
    rule: ofSiblings('2,000', '1,000'),
    basis: additional2018,
    unconfirmed: true,
    ...until2022,
  },
  { key: 'elderShared', value: yuan(1500), rule: ofSiblings('3,000', '1,500'), ...raised, ...since2023 },
]

const housingLoanRule = text(
  '首套住房贷款利息每月1,000元，最长240个月；与住房租金在一个纳税年度内不能同时扣除',
  'Interest on a loan for the first home: 1,000 yuan a month, at most 240 months; never with rent in one tax year',
)
const rentRule = (zh: string, en: string, amount: string): Text =>
  text(
    `${zh}住房租金每月${amount}元；与住房贷款利息在一个纳税年度内不能同时扣除`,
    `Rent in ${en}: ${amount} yuan a month; never with a housing loan in one tax year`,
  )
const degreeRule = text(
  '学历（学位）继续教育每月400元，同一学历最长48个月',
  'Further education for a degree: 400 yuan a month, at most 48 months for one degree',
)
const illnessRule = text(
  '大病医疗：医保报销后个人负担累计超过15,000元的部分，每人每年在80,000元以内据实扣除，只在汇算时扣除',
  'Serious illness: what a person bears above 15,000 yuan, at most 80,000 a year each, deducted in the settlement alone',
)

const homeAndHealth: readonly Figure[] = [
  { key: 'housingLoan', value: yuan(1000), rule: housingLoanRule, ...additional, ...since2019 },
  { key: 'housingLoanMonths', value: 240, rule: housingLoanRule, ...additional, ...since2019 },
  {
    key: 'rentFirst',
    value: yuan(1500),
    rule: rentRule(
      '直辖市、省会（首府）、计划单列市等',
      'municipalities, provincial capitals and cities planned apart',
      '1,500',
    ),
    ...additional,
    ...since2019,
  },
  {
    key: 'rentSecond',
    value: yuan(1100),
    rule: rentRule('市辖区户籍人口超过100万的城市', 'cities of more than a million residents', '1,100'),
    ...additional,
    ...since2019,
  },
  {
    key: 'rentThird',
    value: yuan(800),
    rule: rentRule('其他城市', 'other cities', '800'),
    ...additional,
    ...since2019,
  },
  { key: 'degree', value: yuan(400), rule: degreeRule, ...additional, ...since2019 },
  { key: 'degreeMonths', value: 48, rule: degreeRule, ...additional, ...since2019 },
  {
    key: 'certificate',
    value: yuan(3600),
    rule: text(
      '取得职业资格证书的当年扣除3,600元',
      '3,600 yuan in the year in which a professional certificate was obtained',
    ),
    ...additional,
    ...since2019,
  },
  { key: 'illnessThreshold', value: yuan(15_000), rule: illnessRule, ...additional, ...since2019 },
  { key: 'illnessCap', value: yuan(80_000), rule: illnessRule, ...additional, ...since2019 },
]

const others: readonly Figure[] = [
  {
    key: 'annuityPercent',
    value: 4,
    rule: text(
      '企业（职业）年金个人缴费不超过缴费工资基数4%的部分可以扣除',
      'What is paid into an enterprise or occupational annuity is deducted up to 4% of its wage base',
    ),
    basis: annuityRules,
    unconfirmed: true,
    ...since2019,
  },
  {
    key: 'healthInsurance',
    value: yuan(2400),
    rule: text(
      '商业健康保险每年最多扣除2,400元',
      'Commercial health insurance is deducted up to 2,400 yuan a year',
    ),
    basis: healthInsuranceRules,
    unconfirmed: true,
    ...since2019,
  },
  {
    key: 'personalPension',
    value: 0,
    rule: text('2022年起才有个人养老金扣除', 'There is a deduction for personal pensions only since 2022'),
    basis: pension2022,
    unconfirmed: true,
    ...until2021,
  },
  {
    key: 'personalPension',
    value: yuan(12_000),
    rule: text(
      '个人养老金每年最多扣除12,000元（先行城市）',
      'Personal pension payments are deducted up to 12,000 yuan a year (in the first cities)',
    ),
    basis: pension2022,
    unconfirmed: true,
    effectiveFrom: '2022-01-01',
    effectiveTo: '2023-12-31',
  },
  {
    key: 'personalPension',
    value: yuan(12_000),
    rule: text(
      '个人养老金每年最多扣除12,000元',
      'Personal pension payments are deducted up to 12,000 yuan a year',
    ),
    basis: pension2024,
    unconfirmed: true,
    effectiveFrom: '2024-01-01',
    effectiveTo: null,
  },
  {
    key: 'donationPercent',
    value: 30,
    rule: text(
      '公益慈善捐赠在应纳税所得额30%以内的部分可以扣除',
      'Donations to charity are deducted up to 30% of taxable income',
    ),
    basis: donationRules,
    unconfirmed: true,
    ...since2019,
  },
]

const exemptIncomeRule = text(
  '需补税但综合所得收入全年不超过12万元的，免予办理汇算清缴',
  'Who would have to pay, but whose income of the year is at most 120,000 yuan, need not file',
)
const exemptSupplementRule = text(
  '补税金额不超过400元的，免予办理汇算清缴',
  'Who would have to pay at most 400 yuan need not file',
)
const simplifiedRule = text(
  '综合所得全年收入额不超过6万元且已预缴税款的，可以用简易申报申请退税',
  'Who has at most 60,000 yuan of recognised income and prepaid tax may claim it back by the simplified return',
)
const keepRule = text(
  '资料自汇算期结束之日起保存五年',
  'Papers are kept for five years from the end of the settlement period',
)

/** Read of 2023 and of 2025; of the years around them, as the field knows them. */
const FILING_YEARS = [
  { effectiveFrom: '2019-01-01', effectiveTo: '2022-12-31', basis: exemption2019, unconfirmed: true },
  { effectiveFrom: '2023-01-01', effectiveTo: '2023-12-31', basis: settlement2023, unconfirmed: false },
  { effectiveFrom: '2024-01-01', effectiveTo: '2024-12-31', basis: settlementRules, unconfirmed: true },
  { effectiveFrom: '2025-01-01', effectiveTo: '2025-12-31', basis: settlement2025, unconfirmed: false },
  { effectiveFrom: '2026-01-01', effectiveTo: null, basis: settlementRules, unconfirmed: true },
] as const

const filing: readonly Figure[] = FILING_YEARS.flatMap((years): readonly Figure[] => [
  { key: 'exemptIncome', value: yuan(120_000), rule: exemptIncomeRule, ...years },
  { key: 'exemptSupplement', value: yuan(400), rule: exemptSupplementRule, ...years },
  { key: 'simplifiedIncome', value: yuan(60_000), rule: simplifiedRule, ...years },
  { key: 'keepYears', value: 5, rule: keepRule, ...years },
])

export const figures: readonly Figure[] = [...recognition, ...family, ...homeAndHealth, ...others, ...filing]
