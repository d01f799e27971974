/** What is filed once a year, between two days. */
import { text } from '../../core/pure/text'
import type { Obligation } from './obligation'

const always = { effectiveFrom: '2019-01-01', effectiveTo: null } as const

export const obligationsOfYear: readonly Obligation[] = [
  {
    code: 'citAnnual',
    tax: 'cit',
    who: ['smallScale', 'general'],
    whom: text(
      '企业和其他取得收入的组织，年度终了后五个月内',
      'Companies, within five months of the year’s end',
    ),
    schedule: { kind: 'yearly', opens: '01-01', closes: '05-31', of: 'before' },
    basis: text('《企业所得税法》第五十四条', 'Corporate Income Tax Law, art. 54'),
    unconfirmed: false,
    ...always,
  },
  {
    code: 'iitBusinessAnnual',
    tax: 'iitBusiness',
    who: ['person', 'selfEmployed'],
    whom: text('取得经营所得的个人', 'Who has business income'),
    schedule: { kind: 'yearly', opens: '01-01', closes: '03-31', of: 'before' },
    basis: text('《个人所得税法》第十二条', 'Individual Income Tax Law, art. 12'),
    unconfirmed: false,
    ...always,
  },
  {
    code: 'iitAnnual',
    tax: 'iitAnnual',
    who: ['person'],
    whom: text(
      '取得综合所得、需要退税或者补税的居民个人；年收入不超过12万元或补税不超过400元等情形可以免办',
      'Residents with comprehensive income who are owed tax or owe it; small amounts are exempt',
    ),
    schedule: { kind: 'yearly', opens: '03-01', closes: '06-30', of: 'before' },
    basis: text(
      '《个人所得税法》第十一条；《个人所得税综合所得汇算清缴管理办法》（国家税务总局令第57号）',
      'Individual Income Tax Law, art. 11; STA Order No. 57',
    ),
    unconfirmed: false,
    ...always,
  },
  {
    code: 'iitAbroad',
    tax: 'iitAbroad',
    who: ['person'],
    whom: text('从境外取得所得的居民个人', 'Residents with income from abroad'),
    schedule: { kind: 'yearly', opens: '03-01', closes: '06-30', of: 'before' },
    basis: text('《个人所得税法》第十三条', 'Individual Income Tax Law, art. 13'),
    unconfirmed: false,
    ...always,
  },
  {
    code: 'iitDeductions',
    tax: 'iitDeductions',
    who: ['person'],
    whom: text(
      '次年由单位继续办理专项附加扣除的个人，在12月确认下一年的扣除信息',
      'Employees whose employer takes the deductions: next year’s are confirmed in December',
    ),
    schedule: { kind: 'yearly', opens: '12-01', closes: '12-31', of: 'same' },
    basis: text(
      '《个人所得税专项附加扣除操作办法（试行）》（国家税务总局公告2022年第7号）',
      'STA Announcement 2022 No. 7',
    ),
    unconfirmed: true,
    effectiveFrom: '2022-01-01',
    effectiveTo: null,
  },
  {
    code: 'vehicleVessel',
    tax: 'vehicleVessel',
    who: ['person', 'selfEmployed', 'smallScale', 'general'],
    whom: text(
      '车辆、船舶的所有人或管理人；通常随交强险由保险公司代收，期限由省级人民政府规定',
      'Owners of vehicles and vessels; mostly collected with the insurance, and each province sets the day',
    ),
    schedule: { kind: 'yearly', opens: '01-01', closes: '12-31', of: 'same' },
    basis: text('《车船税法》第九条', 'Vehicle and Vessel Tax Law, art. 9'),
    unconfirmed: true,
    ...always,
  },
  {
    code: 'exportRefund',
    tax: 'exportRefund',
    who: ['selfEmployed', 'smallScale', 'general'],
    whom: text(
      '上一年出口货物、劳务和跨境销售，收汇和单证在此前齐备的；逾期后仍可在36个月内补办，要求更严',
      'Exports of the year before, with payment and papers in hand; later claims are possible within 36 months, on stricter terms',
    ),
    schedule: { kind: 'yearly', opens: '01-01', closes: '04-30', of: 'before' },
    basis: text(
      '财政部 税务总局公告2026年第11号；国家税务总局公告2026年第5号',
      'MOF and STA Announcement 2026 No. 11; STA Announcement 2026 No. 5',
    ),
    unconfirmed: true,
    ...always,
  },
  {
    code: 'statementsAnnual',
    tax: 'statements',
    who: ['smallScale', 'general'],
    whom: text('按规定报送年度财务会计报告的纳税人', 'Taxpayers who hand in an annual report'),
    schedule: { kind: 'yearly', opens: '01-01', closes: '05-31', of: 'before' },
    basis: text(
      '《税收征收管理法》第二十五条；《纳税人财务会计报表报送管理办法》',
      'Tax Collection Law, art. 25; Rules on Handing In Financial Statements',
    ),
    unconfirmed: true,
    ...always,
  },
]
