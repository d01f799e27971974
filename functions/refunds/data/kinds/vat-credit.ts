/** 增值税期末留抵退税 from the filing period of September 2025: who may claim, and how much. */
import type { Basis, Dated } from '../../../core/pure/law'
import type { Term } from '../../../core/pure/legal-clock'
import { fen, type Fen } from '../../../core/pure/money'
import { text, type Text } from '../../../core/pure/text'
import type { Day } from '../../../core/pure/time'
import type { KindLaw } from '../../rules/kind'
import type { Condition } from '../conditions'
import { agentLetter, applicationForm } from '../materials'
import { practice } from '../statutes'

const notice7 = (zh: string, en: string): Text =>
  text(
    `财政部 税务总局公告2025年第7号${zh}`,
    `Ministry of Finance and State Taxation Administration notice 7 of 2025, ${en}`,
  )
const notice20 = (zh: string, en: string): Text =>
  text(`国家税务总局公告2025年第20号${zh}`, `State Taxation Administration notice 20 of 2025, ${en}`)

const groups = notice7('第一条', 'article 1')
const common = notice7('第二条', 'article 2')

/** Counted from the day of acceptance, which is the first; where an export refund is filed too, from its approval. */
const creditTerm: Term = {
  count: 10,
  unit: 'workingDays',
  firstDayCounts: true,
  from: 'acceptance',
  rule: text(
    '自受理之日起（含当日）10 个工作日内完成审核；同时申报免抵退税的，自免抵退税应退税额核准之日起算',
    'Reviewed within 10 working days, the day of acceptance included; where an export refund is filed too, from its approval',
  ),
  basis: notice20('第六条', 'article 6'),
  unconfirmed: false,
}

const fiveDays = (rule: Text, basis: Text): Term => ({ ...creditTerm, count: 5, rule, basis })

/** Terms that begin with something else than the claim. */
export const creditTerms = {
  review: creditTerm,
  /** It stood still for points of risk; they are cleared. */
  cleared: fiveDays(
    text(
      '涉税风险疑点等情形排除并处理完毕之日起（含当日）5 个工作日内完成审核',
      'Reviewed within 5 working days once the points of risk are cleared, that day included',
    ),
    notice20('第八条', 'article 8'),
  ),
  /** It is ended for suspected fraud: when that must be told. */
  ended: fiveDays(
    text(
      '自作出终止办理决定之日起（含当日）5 个工作日内出具通知书',
      'Told within 5 working days of the decision to end it, that day included',
    ),
    notice20('第九条', 'article 9'),
  ),
  /** It is to be paid back. */
  paidBack: fiveDays(
    text(
      '申请缴回留抵退税款的，自受理之日起（含当日）5 个工作日内出具通知书',
      'Told how to pay it back within 5 working days of acceptance, that day included',
    ),
    notice20('第十三条', 'article 13'),
  ),
} as const satisfies Readonly<Record<string, Term>>

export const vatCreditLaws: readonly KindLaw[] = [
  {
    kind: 'vatCredit',
    name: text('增值税期末留抵退税', 'Refund of unused VAT credit'),
    summary: text(
      '一般纳税人的进项税额没抵完，期末留抵的部分符合条件的可以退。',
      'A general VAT payer has more input tax than it can use: what is left at the end of the period may be refunded.',
    ),
    who: ['enterprise'],
    term: creditTerm,
    interest: false,
    // Arrears come off the credit before anything is reckoned, never off the refund once more.
    offsets: false,
    perVoucher: false,
    materials: [{ ...applicationForm, basis: notice20('第一条', 'article 1') }, agentLetter],
    basis: text(
      '财政部 税务总局公告2025年第7号；国家税务总局公告2025年第20号',
      'Ministry of Finance and State Taxation Administration notice 7 of 2025; State Taxation Administration notice 20 of 2025',
    ),
    unconfirmed: false,
    effectiveFrom: '2025-09-01',
    effectiveTo: null,
  },
]

export type CreditGroup = 'fourIndustries' | 'realEstate' | 'others'

/** What the split at a hundred million is made on. */
export type SplitOn = 'increment' | 'incrementTimesRatio'

/** How much of it is refunded, in percent. */
export interface CreditShares {
  readonly fourIndustries: number
  readonly realEstate: number
  readonly others: {
    /** Up to and including this. */
    readonly upTo: Fen
    readonly first: number
    readonly above: number
    readonly splitOn: SplitOn
  }
}

export interface CreditPolicy extends Dated, Basis {
  readonly grades: readonly string[]
  /** Months before the application that are looked at for fraud and for evasion. */
  readonly cleanMonths: number
  /** So often punished for evasion, and it is refused. */
  readonly punishedTimes: number
  /** Exceeded by the sales of the four industries: so many parts of all sales. */
  readonly salesShareOver: { readonly parts: number; readonly of: number }
  readonly salesMonths: { readonly least: number; readonly most: number }
  readonly leastIncrement: Fen
  readonly realEstateBase: Day
  readonly shares: CreditShares
}

export const creditPolicies: readonly CreditPolicy[] = [
  {
    grades: ['A', 'B'],
    cleanMonths: 36,
    punishedTimes: 2,
    salesShareOver: { parts: 1, of: 2 },
    salesMonths: { least: 3, most: 12 },
    leastIncrement: fen(50_000_000),
    realEstateBase: '2019-03-31',
    shares: {
      fourIndustries: 100,
      realEstate: 60,
      others: { upTo: fen(10_000_000_000), first: 60, above: 30, splitOn: 'increment' },
    },
    rule: text(
      '制造业等 4 个行业按期末留抵税额的 100% 退；房地产开发经营业按新增加留抵税额的 60% 退；其他纳税人新增加留抵税额不超过 1 亿元的部分退 60%，超过的部分退 30%；都再乘以进项构成比例',
      'Four industries: all of the credit; real estate: 60% of what was added; others: 60% of what was added up to 100,000,000 yuan, 30% beyond; each times the share of input tax on the listed papers',
    ),
    basis: groups,
    unconfirmed: false,
    effectiveFrom: '2025-09-01',
    effectiveTo: null,
  },
]

export const groupNames: Readonly<Record<CreditGroup, Text>> = {
  fourIndustries: text('第一类：制造业等 4 个行业', 'Group 1: the four industries'),
  realEstate: text('第二类：房地产开发经营业', 'Group 2: real estate development'),
  others: text('第三类：其他纳税人', 'Group 3: all others'),
}

export const groupChosen: Condition = {
  code: 'group',
  rule: text(
    '按行业分三类办理；房地产开发经营业不符合第二类条件的，可以按第三类申请',
    'There are three groups by industry; real estate that does not meet group 2 may claim as group 3',
  ),
  basis: groups,
  unconfirmed: false,
}

export const generalTaxpayer: Condition = {
  code: 'generalTaxpayer',
  rule: text('申请人是增值税一般纳税人', 'The claimant is a general VAT payer'),
  basis: groups,
  unconfirmed: false,
}

export const creditRating: Condition = {
  code: 'creditRating',
  rule: text(
    '提交申请时纳税缴费信用级别为 A 级或者 B 级',
    'Its tax credit rating is A or B when it is handed in',
  ),
  basis: text(
    `${common.zh}；国家税务总局公告2025年第20号第三条`,
    `${common.en}; notice 20 of 2025, article 3`,
  ),
  unconfirmed: false,
}

export const noFraud: Condition = {
  code: 'noFraud',
  rule: text(
    '申请退税前 36 个月未发生骗取留抵退税、骗取出口退税或者虚开增值税专用发票情形',
    'No fraud of credit or export refunds and no false special invoices in the 36 months before',
  ),
  basis: common,
  unconfirmed: false,
}

export const notPunishedTwice: Condition = {
  code: 'notPunishedTwice',
  rule: text(
    '申请退税前 36 个月未因偷税被税务机关处罚两次及以上',
    'Punished for evasion less than twice in the 36 months before',
  ),
  basis: common,
  unconfirmed: false,
}

export const noInstantRefund: Condition = {
  code: 'noInstantRefund',
  rule: text(
    '2019 年 4 月 1 日起未享受增值税即征即退、先征后返（退）政策',
    'No VAT was given back at once or after levy, as some industries have it, since 1 April 2019',
  ),
  basis: common,
  unconfirmed: false,
}

export const industryShare: Condition = {
  code: 'industryShare',
  rule: text(
    '申请前连续 12 个月（经营满 3 个月不满 12 个月的按实际经营期）4 个行业的销售额占全部销售额的比重超过 50%',
    'Sales of the four industries are more than 50% of all in the 12 months before, or in the 3 to 12 that there were',
  ),
  basis: groups,
  unconfirmed: false,
}

export const salesMonths: Condition = {
  code: 'salesMonths',
  rule: text('实际经营期满 3 个月', 'It has been in business for at least 3 months'),
  basis: groups,
  unconfirmed: false,
}

/** Not met, it is no end: group 3 may be used. */
export const realEstateMonths: Condition = {
  code: 'realEstateMonths',
  rule: text(
    '与 2019 年 3 月 31 日相比，连续六个月（按季纳税的连续两个季度）期末新增加留抵税额均大于零',
    'More credit than on 31 March 2019 at the end of each of six months in a row (two quarters)',
  ),
  basis: notice7('第一条第二项', 'article 1(2)'),
  unconfirmed: false,
  advisory: true,
}

export const realEstateIncrement: Condition = {
  code: 'realEstateIncrement',
  rule: text(
    '第六个月（第二季度）期末新增加留抵税额不低于 50 万元',
    'At least 500,000 yuan more at the end of the sixth month (second quarter)',
  ),
  basis: notice7('第一条第二项', 'article 1(2)'),
  unconfirmed: false,
  advisory: true,
}

export const sixMonths: Condition = {
  code: 'sixMonths',
  rule: text(
    '申请退税前连续六个月（按季纳税的连续两个季度）期末留抵税额均大于零',
    'Credit was left at the end of each of the six months before (two quarters)',
  ),
  basis: notice7('第一条第三项', 'article 1(3)'),
  unconfirmed: false,
}

export const yearIncrement: Condition = {
  code: 'yearIncrement',
  rule: text(
    '第六个月（第二季度）期末与上一年度 12 月 31 日相比新增加留抵税额不低于 50 万元',
    'At the end of the sixth month (second quarter) at least 500,000 yuan more than on 31 December of the year before',
  ),
  basis: notice7('第一条第三项', 'article 1(3)'),
  unconfirmed: false,
}

export const creditLeft: Condition = {
  code: 'creditLeft',
  rule: text(
    '期末留抵税额先扣减已核准的免抵退税应退税额，再抵减增值税欠税，余额才可以退',
    'Approved export refunds and then VAT arrears come off the credit; the rest may be refunded',
  ),
  basis: notice20('第十条', 'article 10'),
  unconfirmed: false,
}

export const arrearsOffCredit: Condition = {
  code: 'arrears',
  rule: text('有增值税欠税的，留抵税额先抵减欠税', 'VAT arrears are taken off the credit first'),
  basis: notice20('第十条第三项', 'article 10(3)'),
  unconfirmed: false,
  advisory: true,
}

const composition = text(
  '进项构成比例＝七种扣税凭证注明的税额÷同期全部已抵扣进项税额；转出的进项税额不从中扣减',
  'The share of input tax = tax on the seven listed papers ÷ all input tax deducted in the same time; input tax transferred out is not taken off',
)

/** Reckoned from April 2019 to the period before the application. */
export const compositionOfFour: Condition = {
  code: 'composition',
  rule: composition,
  basis: notice20('第四条', 'article 4'),
  unconfirmed: false,
}

/** From when on the share of groups 2 and 3 is reckoned, we found no text. */
export const compositionOfOthers: Condition = { ...compositionOfFour, unconfirmed: true }

export const returnFiled: Condition = {
  code: 'returnFiled',
  rule: text(
    '先完成本期增值税纳税申报，再提交退税申请',
    'The VAT return of the period is filed first, then the claim',
  ),
  basis: notice20('第一条', 'article 1'),
  unconfirmed: false,
}

export const quarterEnd: Condition = {
  code: 'quarterEnd',
  rule: text('按季纳税的，所属期是季度的最后一个月', 'Who files by quarter names the last month of one'),
  basis: practice,
  unconfirmed: true,
}

export const filingPeriod: Condition = {
  code: 'filingPeriod',
  rule: text(
    '在符合条件的次月、增值税纳税申报期内申请',
    'It is claimed in the month after, while VAT returns are filed',
  ),
  basis: notice20('第一条', 'article 1'),
  unconfirmed: false,
}

export const exportDeclared: Condition = {
  code: 'exportDeclared',
  rule: text(
    '适用免抵退税办法的，按期申报免抵退税；当期可申报的出口销售额为零的，办理零申报',
    'An exporter that exempts, credits and refunds declares it in time, a declaration of zero included',
  ),
  basis: notice20('第二条', 'article 2'),
  unconfirmed: false,
}

export const exportFirst: Condition = {
  code: 'exportFirst',
  rule: text(
    '先办理免抵退税，核准后再办理留抵退税；10 个工作日自核准之日起算',
    'The export refund is handled first; the 10 working days for the credit begin with its approval',
  ),
  basis: notice20('第六条', 'article 6'),
  unconfirmed: false,
  advisory: true,
}
