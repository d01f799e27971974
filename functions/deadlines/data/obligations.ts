/** Dated obligations: what is filed, by whom, until when, and on what that stands. */
import { text } from '../../core/pure/text'
import type { Obligation, Schedule } from './obligation'
import { obligationsOfEvents } from './obligations-events'
import { obligationsOfYear } from './obligations-year'
import type { TaxpayerKind } from '../../core/pure/taxpayer-kinds'

const COMPANIES: readonly TaxpayerKind[] = ['smallScale', 'general']
const BUSINESSES: readonly TaxpayerKind[] = ['selfEmployed', ...COMPANIES]

/** The Individual Income Tax Law stands as it is since then; days before it are nobody's deadlines any more. */
const LONG_AGO = '2019-01-01'
const always = { effectiveFrom: LONG_AGO, effectiveTo: null } as const

const monthly: Schedule = {
  kind: 'afterPeriod',
  periods: { selfEmployed: ['month'], smallScale: ['month'], general: ['month'] },
}
const quarterlyOrMonthly: Schedule = {
  kind: 'afterPeriod',
  periods: {
    selfEmployed: ['quarter', 'month'],
    smallScale: ['quarter', 'month'],
    general: ['quarter', 'month'],
  },
}
/** A general taxpayer's period is the month; a small-scale one chooses, for a year at a time. */
const ofVat: Schedule = {
  kind: 'afterPeriod',
  periods: { selfEmployed: ['quarter', 'month'], smallScale: ['quarter', 'month'], general: ['month'] },
}
const quarterly: Schedule = {
  kind: 'afterPeriod',
  periods: { selfEmployed: ['quarter'], smallScale: ['quarter'], general: ['quarter'] },
}
/** In instalments that each province sets. */
const byProvince: Schedule = {
  kind: 'afterPeriod',
  periods: {
    selfEmployed: ['quarter', 'half', 'year'],
    smallScale: ['quarter', 'half', 'year'],
    general: ['quarter', 'half', 'year'],
  },
}

export const obligations: readonly Obligation[] = [
  {
    code: 'vat',
    tax: 'vat',
    who: BUSINESSES,
    whom: text(
      '按期缴纳增值税的单位和个体工商户；城市维护建设税、教育费附加和地方教育附加同时申报',
      'Whoever pays VAT by the period; the surcharges on it are filed with it',
    ),
    schedule: ofVat,
    basis: text(
      '《增值税暂行条例》第二十三条；《城市维护建设税法》第七条',
      'Provisional Regulations on VAT, art. 23; Urban Maintenance and Construction Tax Law, art. 7',
    ),
    unconfirmed: false,
    effectiveFrom: LONG_AGO,
    effectiveTo: '2025-12-31',
  },
  {
    code: 'vat',
    tax: 'vat',
    who: BUSINESSES,
    whom: text(
      '按期缴纳增值税的单位和个体工商户；城市维护建设税、教育费附加和地方教育附加同时申报',
      'Whoever pays VAT by the period; the surcharges on it are filed with it',
    ),
    schedule: ofVat,
    basis: text(
      '《增值税法》第三十条；《城市维护建设税法》第七条',
      'VAT Law, art. 30; Urban Maintenance and Construction Tax Law, art. 7',
    ),
    unconfirmed: false,
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
  },
  {
    code: 'consumption',
    tax: 'consumption',
    who: BUSINESSES,
    whom: text(
      '生产、委托加工、进口或销售应税消费品的单位和个人',
      'Whoever makes, has made, imports or sells goods under consumption tax',
    ),
    schedule: {
      kind: 'afterPeriod',
      periods: {
        selfEmployed: ['month', 'quarter'],
        smallScale: ['month', 'quarter'],
        general: ['month', 'quarter'],
      },
    },
    basis: text('《消费税暂行条例》第十四条', 'Provisional Regulations on Consumption Tax, art. 14'),
    unconfirmed: false,
    ...always,
  },
  {
    code: 'cit',
    tax: 'cit',
    who: COMPANIES,
    whom: text(
      '企业和其他取得收入的组织；小型微利企业统一按季预缴',
      'Companies and other organisations with income; small low-profit ones prepay by the quarter',
    ),
    schedule: quarterlyOrMonthly,
    basis: text('《企业所得税法》第五十四条', 'Corporate Income Tax Law, art. 54'),
    unconfirmed: false,
    ...always,
  },
  {
    code: 'iitWithholding',
    tax: 'iitWithholding',
    who: BUSINESSES,
    whom: text('发放工资、劳务报酬等所得的单位和个人', 'Whoever pays wages, fees for services and the like'),
    schedule: monthly,
    basis: text('《个人所得税法》第十四条', 'Individual Income Tax Law, art. 14'),
    unconfirmed: false,
    ...always,
  },
  {
    code: 'iitBusiness',
    tax: 'iitBusiness',
    who: ['person', 'selfEmployed'],
    whom: text(
      '个体工商户业主、个人独资企业投资人、合伙企业个人合伙人等取得经营所得的个人',
      'Who has business income: the self-employed, sole proprietors, partners',
    ),
    schedule: {
      kind: 'afterPeriod',
      periods: { person: ['quarter', 'month'], selfEmployed: ['quarter', 'month'] },
    },
    basis: text('《个人所得税法》第十二条', 'Individual Income Tax Law, art. 12'),
    unconfirmed: false,
    ...always,
  },
  {
    code: 'stamp',
    tax: 'stamp',
    who: BUSINESSES,
    whom: text(
      '书立应税凭证的单位和个人；按季还是按年由税种认定确定',
      'Who signs documents under stamp duty; by the quarter or the year, as registered',
    ),
    schedule: {
      kind: 'afterPeriod',
      periods: {
        selfEmployed: ['quarter', 'year'],
        smallScale: ['quarter', 'year'],
        general: ['quarter', 'year'],
      },
    },
    basis: text('《印花税法》第十六条', 'Stamp Duty Law, art. 16'),
    unconfirmed: false,
    effectiveFrom: '2022-07-01',
    effectiveTo: null,
  },
  {
    code: 'property',
    tax: 'property',
    who: BUSINESSES,
    whom: text(
      '房屋产权所有人等；分期和期限由省级人民政府规定',
      'Owners of buildings; each province sets the instalments and their days',
    ),
    schedule: byProvince,
    basis: text('《房产税暂行条例》第七条', 'Provisional Regulations on Property Tax, art. 7'),
    unconfirmed: true,
    ...always,
  },
  {
    code: 'landUse',
    tax: 'landUse',
    who: BUSINESSES,
    whom: text(
      '使用城镇土地的单位和个人；分期和期限由省级人民政府规定',
      'Who uses urban land; each province sets the instalments and their days',
    ),
    schedule: byProvince,
    basis: text('《城镇土地使用税暂行条例》第八条', 'Provisional Regulations on Urban Land-Use Tax, art. 8'),
    unconfirmed: true,
    ...always,
  },
  {
    code: 'resource',
    tax: 'resource',
    who: BUSINESSES,
    whom: text('开发应税资源的单位和个人', 'Who extracts resources under resource tax'),
    schedule: {
      kind: 'afterPeriod',
      periods: {
        selfEmployed: ['month', 'quarter'],
        smallScale: ['month', 'quarter'],
        general: ['month', 'quarter'],
      },
    },
    basis: text('《资源税法》第十二条', 'Resource Tax Law, art. 12'),
    unconfirmed: false,
    effectiveFrom: '2020-09-01',
    effectiveTo: null,
  },
  {
    code: 'environment',
    tax: 'environment',
    who: BUSINESSES,
    whom: text(
      '直接向环境排放应税污染物的单位和经营者',
      'Businesses that discharge pollutants under the tax',
    ),
    schedule: quarterly,
    basis: text('《环境保护税法》第十八条、第十九条', 'Environmental Protection Tax Law, arts. 18 and 19'),
    unconfirmed: false,
    ...always,
  },
  {
    code: 'statements',
    tax: 'statements',
    who: COMPANIES,
    whom: text(
      '按规定向税务机关报送财务会计报表的纳税人',
      'Taxpayers who hand their statements to the tax office',
    ),
    schedule: quarterlyOrMonthly,
    basis: text(
      '《税收征收管理法》第二十五条；《纳税人财务会计报表报送管理办法》',
      'Tax Collection Law, art. 25; Rules on Handing In Financial Statements',
    ),
    unconfirmed: true,
    ...always,
  },
  ...obligationsOfYear,
  ...obligationsOfEvents,
]
