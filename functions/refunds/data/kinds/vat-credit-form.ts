/** The form of a refund of VAT credit: figures of the returns, as they stand in them. */
import type { Choice, Field, Form } from '../../../core/pure/forms'
import { text, type Text } from '../../../core/pure/text'
import { claimedSection } from '../claimed'
import { contactSection, declarationSection } from '../fields'

export const FOUR_INDUSTRIES = ['manufacturing', 'science', 'software', 'ecology'] as const
const BY_MONTHS = ['realEstate', 'others'] as const

/** Ends of months before the sixth, which is that of the period itself; the earliest first. */
export const MONTHS_BACK = [5, 4, 3, 2, 1] as const

/** The seven kinds of papers whose tax counts. */
export const COMPOSITION_KEYS = [
  'inputInvoices',
  'inputCustoms',
  'inputTaxPaid',
  'inputVehicles',
  'inputTolls',
  'inputFlights',
  'inputTrains',
] as const

const compositionNames: Readonly<Record<(typeof COMPOSITION_KEYS)[number], Text>> = {
  inputInvoices: text('增值税专用发票（含数电票）', 'Special VAT invoices, digital ones included'),
  inputCustoms: text('海关进口增值税专用缴款书', 'Customs certificates of import VAT paid'),
  inputTaxPaid: text('解缴税款的完税凭证', 'Certificates of VAT paid on behalf of a seller abroad'),
  inputVehicles: text('机动车销售统一发票', 'Invoices for the sale of motor vehicles'),
  inputTolls: text('收费公路通行费电子普通发票', 'Electronic invoices of road tolls'),
  inputFlights: text('航空运输电子客票行程单（电子发票）', 'Electronic itineraries of flights'),
  inputTrains: text('铁路电子客票（电子发票）', 'Electronic tickets of railways'),
}

const industries: readonly Choice[] = [
  { value: 'manufacturing', label: text('制造业', 'Manufacturing') },
  { value: 'science', label: text('科学研究和技术服务业', 'Scientific research and technical services') },
  { value: 'software', label: text('软件和信息技术服务业', 'Software and information technology services') },
  {
    value: 'ecology',
    label: text('生态保护和环境治理业', 'Ecological protection and environmental governance'),
  },
  { value: 'realEstate', label: text('房地产开发经营业', 'Real estate development') },
  {
    value: 'others',
    label: text(
      '其他行业（含前四个行业销售额占比不超过 50% 的）',
      'Any other, or sales of the first four are no more than 50% of all',
    ),
  },
]

const taxpayerFields: readonly Field[] = [
  {
    key: 'generalTaxpayer',
    type: 'yesNo',
    label: text('是增值税一般纳税人', 'Is it a general VAT payer?'),
  },
  {
    key: 'industry',
    type: 'choice',
    label: text('主要从事的行业', 'Main industry'),
    hint: text('按销售额占比最大的业务选', 'By the business with the largest share of sales'),
    choices: industries,
  },
  {
    key: 'salesMonths',
    type: 'count',
    min: 1,
    max: 12,
    when: { key: 'industry', in: FOUR_INDUSTRIES },
    label: text('统计销售额的月数', 'Months of sales'),
    hint: text(
      '经营满 12 个月的填 12，不满的填实际月数',
      'Put 12, or as many months as it has been in business if fewer',
    ),
  },
  {
    key: 'industrySales',
    type: 'money',
    when: { key: 'industry', in: FOUR_INDUSTRIES },
    label: text('这些月里四个行业的销售额', 'Sales of the four industries in these months'),
    hint: text('四个行业合计', 'All four together'),
  },
  {
    key: 'allSales',
    type: 'money',
    min: 1,
    when: { key: 'industry', in: FOUR_INDUSTRIES },
    label: text('这些月里的全部销售额', 'All sales in these months'),
  },
]

const standingFields: readonly Field[] = [
  {
    key: 'grade',
    type: 'choice',
    label: text('现在的纳税缴费信用级别', 'Tax credit rating now'),
    hint: text('以提交申请时的级别为准', 'As it is when you hand this in'),
    choices: [
      { value: 'A', label: text('A 级', 'Grade A') },
      { value: 'B', label: text('B 级', 'Grade B') },
      { value: 'M', label: text('M 级', 'Grade M') },
      { value: 'C', label: text('C 级', 'Grade C') },
      { value: 'D', label: text('D 级', 'Grade D') },
    ],
  },
  {
    key: 'fraud',
    type: 'yesNo',
    label: text(
      '36 个月内有骗取留抵退税、骗取出口退税或虚开增值税专用发票',
      'Was there fraud of credit or export refunds, or a false special invoice, within 36 months?',
    ),
  },
  {
    key: 'punished',
    type: 'count',
    max: 99,
    label: text('36 个月内因偷税被处罚的次数', 'How often was it punished for evasion within 36 months?'),
    hint: text('没有的填 0', 'Put 0 if never'),
  },
  {
    key: 'instantRefund',
    type: 'yesNo',
    label: text(
      '2019 年 4 月 1 日以后享受过即征即退或先征后返（退）',
      'Was VAT given back at once or after levy since 1 April 2019?',
    ),
  },
]

const monthsBack = (months: number): Field => ({
  key: `creditBack${months}`,
  type: 'money',
  when: { key: 'cycle', in: ['monthly'] },
  label: text(
    `再往前第 ${months} 个月月末的留抵税额`,
    months === 1 ? 'Credit one month earlier' : `Credit ${months} months earlier`,
  ),
})

const creditFields: readonly Field[] = [
  {
    key: 'period',
    type: 'month',
    until: 'today',
    label: text('申请退税前一税款所属期', 'Tax period before this claim'),
    hint: text('按季纳税的选季度最后一个月', 'Who files by quarter chooses its last month'),
  },
  {
    key: 'returnFiled',
    type: 'yesNo',
    label: text('已完成该所属期的增值税申报', 'Has the VAT return of that period been filed?'),
  },
  {
    key: 'periodEndCredit',
    type: 'money',
    label: text('该所属期的期末留抵税额', 'Credit at the end of that period'),
    hint: text('增值税及附加税费申报表“期末留抵税额”栏', 'As the VAT return says'),
  },
  {
    key: 'cycle',
    type: 'choice',
    when: { key: 'industry', in: BY_MONTHS },
    label: text('多久申报一次增值税', 'How often is VAT filed?'),
    choices: [
      { value: 'monthly', label: text('每月', 'Every month') },
      { value: 'quarterly', label: text('每季度', 'Every quarter') },
    ],
  },
  ...MONTHS_BACK.map(monthsBack),
  {
    key: 'creditBackQuarter',
    type: 'money',
    when: { key: 'cycle', in: ['quarterly'] },
    label: text('上一季度末的留抵税额', 'Credit at the end of the quarter before'),
  },
  {
    key: 'creditOf2019',
    type: 'money',
    when: { key: 'industry', in: ['realEstate'] },
    label: text('2019 年 3 月 31 日的期末留抵税额', 'Credit on 31 March 2019'),
    hint: text('2019 年 4 月以后成立的填 0', 'Put 0 if founded in or after April 2019'),
  },
  {
    key: 'creditOfYearBefore',
    type: 'money',
    when: { key: 'industry', in: BY_MONTHS },
    label: text(
      '所属期上一年 12 月 31 日的期末留抵税额',
      'Credit on 31 December of the year before the period',
    ),
    hint: text('当年成立的填 0', 'Put 0 if founded since'),
  },
]

const exportFields: readonly Field[] = [
  {
    key: 'exporter',
    type: 'yesNo',
    label: text(
      '有适用免抵退税办法的出口业务',
      'Does it export by the method that exempts, credits and refunds?',
    ),
  },
  {
    key: 'exportDeclared',
    type: 'yesNo',
    when: { key: 'exporter', in: [true] },
    label: text('已按期申报免抵退税（含零申报）', 'Was that declared in time, a zero included?'),
  },
  {
    key: 'exportPending',
    type: 'yesNo',
    when: { key: 'exporter', in: [true] },
    label: text('还有已申报未核准的免抵退税', 'Is an export refund declared and not yet approved?'),
  },
  {
    key: 'exportApproved',
    type: 'money',
    when: { key: 'exporter', in: [true] },
    label: text(
      '已核准、还没填进申报表的免抵退税应退税额',
      'Export refunds approved and not yet on a return',
    ),
    hint: text('没有的填 0', 'Put 0 if there are none'),
  },
]

const compositionFields: readonly Field[] = [
  ...COMPOSITION_KEYS.map((key): Field => ({ key, type: 'money', label: compositionNames[key] })),
  {
    key: 'inputAll',
    type: 'money',
    min: 1,
    label: text('同期全部已抵扣进项税额', 'All input tax deducted in the same time'),
    hint: text('农产品等其他凭证的也算在内', 'With that of other papers, such as for farm produce'),
  },
]

export const vatCreditForm: Form = {
  version: 1,
  sections: [
    { key: 'taxpayer', title: text('纳税人和行业', 'Taxpayer and industry'), fields: taxpayerFields },
    { key: 'standing', title: text('信用和合规', 'Rating and record'), fields: standingFields },
    { key: 'credit', title: text('留抵税额', 'The credit'), fields: creditFields },
    { key: 'export', title: text('出口业务', 'Exports'), fields: exportFields },
    {
      key: 'composition',
      title: text(
        '已抵扣的进项税额（从 2019 年 4 月起，转出的不用减）',
        'Input tax deducted since April 2019; what was transferred out stays in',
      ),
      fields: compositionFields,
    },
    claimedSection,
    contactSection,
    declarationSection,
  ],
}
