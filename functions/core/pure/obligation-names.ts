/** What is to be filed, by code: one name for screens, calendars and notices alike. */
import { say, text, type Text } from './text'
import type { Language } from './errors'

export const OBLIGATION_NAMES = {
  vat: text('增值税及附加', 'VAT and surcharges'),
  consumption: text('消费税', 'Consumption tax'),
  cit: text('企业所得税预缴', 'Corporate income tax, prepayment'),
  citAnnual: text('企业所得税汇算清缴', 'Corporate income tax, annual settlement'),
  iitWithholding: text('个人所得税代扣代缴', 'Income tax withheld from pay'),
  iitBusiness: text('经营所得个人所得税预缴', 'Income tax on business income, prepayment'),
  iitBusinessAnnual: text('经营所得个人所得税汇算清缴', 'Income tax on business income, annual settlement'),
  iitAnnual: text('个人所得税综合所得汇算清缴', 'Individual income tax, annual settlement'),
  iitAbroad: text('境外所得个人所得税申报', 'Individual income tax on income from abroad'),
  iitDeductions: text('专项附加扣除确认', 'Confirming special deductions'),
  stamp: text('印花税', 'Stamp duty'),
  property: text('房产税', 'Property tax'),
  landUse: text('城镇土地使用税', 'Urban land-use tax'),
  resource: text('资源税', 'Resource tax'),
  environment: text('环境保护税', 'Environmental protection tax'),
  vehicleVessel: text('车船税', 'Vehicle and vessel tax'),
  exportRefund: text('出口退（免）税申报', 'Export refund (exemption)'),
  statements: text('财务会计报表', 'Financial statements'),
  statementsAnnual: text('年度财务会计报告', 'Annual financial report'),
  vatOnce: text('增值税（按次）', 'VAT on a single sale'),
  stampOnce: text('印花税（按次）', 'Stamp duty on a single document'),
  resourceOnce: text('资源税（按次）', 'Resource tax on a single sale'),
  vehiclePurchase: text('车辆购置税', 'Vehicle purchase tax'),
} satisfies Record<string, Text>

export type ObligationCode = keyof typeof OBLIGATION_NAMES

const isObligation = (code: string): code is ObligationCode => Object.hasOwn(OBLIGATION_NAMES, code)

/** The code itself for one of a later version. */
export const obligationName = (code: string, language: Language): string =>
  isObligation(code) ? say(OBLIGATION_NAMES[code], language) : code

/** So many are named one by one. */
const NAMED = 3

/** Codes with a comma between: 「增值税及附加、印花税」; of more than three, the first and how many. */
export const obligationsText = (codes: string, language: Language): string => {
  const list = codes.split(',').map((code) => obligationName(code, language))
  const [first = ''] = list
  if (list.length <= NAMED) return list.join(language === 'en' ? '; ' : '、')
  return language === 'en' ? `${first} and ${list.length - 1} more` : `${first}等 ${list.length} 项`
}
