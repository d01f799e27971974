/** Conditions of a refund by the annual settlement, besides the sum itself. */
import { text } from '../../../core/pure/text'
import type { Condition } from '../conditions'
import { incomeTaxLaw10, incomeTaxLaw11, settlement2023, settlementRules } from './sources'

export const residentOnly: Condition = {
  code: 'resident',
  rule: text('居民个人才办理综合所得汇算清缴', 'Only tax residents settle comprehensive income'),
  basis: incomeTaxLaw11,
  unconfirmed: true,
}

export const domesticOnly: Condition = {
  code: 'foreignIncome',
  rule: text(
    '取得境外所得的，须一并申报并另行计算抵免，请到主管税务机关办理',
    'Income from abroad is declared with the rest and credited apart: please see your tax office',
  ),
  basis: incomeTaxLaw10,
  unconfirmed: true,
}

export const filingPlace: Condition = {
  code: 'filingPlace',
  rule: text(
    '有任职受雇单位的，向单位所在地申报；没有的，向户籍所在地、经常居住地或者主要收入来源地申报',
    'Who has an employer files there; others where they are registered, live, or have most of their income from',
  ),
  basis: settlementRules,
  unconfirmed: true,
  advisory: true,
}

export const earlierYears: Condition = {
  code: 'earlierYears',
  rule: text(
    '以前年度应补未补税款或者存疑的，须先补正，才能退税',
    'Earlier years that are owed for or in doubt are settled first',
  ),
  basis: settlement2023,
  unconfirmed: false,
}

export const ownAccount: Condition = {
  code: 'ownAccount',
  rule: text(
    '退税须退到本人在中国境内开设的符合条件的银行账户',
    'It is refunded to a fit bank account of one’s own, opened in mainland China',
  ),
  basis: settlement2023,
  unconfirmed: false,
}

export const accountType: Condition = {
  code: 'accountType',
  rule: text(
    '建议使用一类账户；二类、三类账户可能因限额而退税失败',
    'A type I account is best: refunds to type II and III may fail on their limits',
  ),
  basis: settlementRules,
  unconfirmed: true,
}

export const sharesAgree: Condition = {
  code: 'sharesAgree',
  rule: text(
    '夫妻约定各扣 50% 的，另一方也按 50% 扣除；一方扣 100% 的，另一方不扣',
    'Where a couple shares a deduction each takes 50%; where one takes 100% the other takes none',
  ),
  basis: settlementRules,
  unconfirmed: true,
}

export const refundDue: Condition = {
  code: 'refundDue',
  rule: text('已预缴税额大于应纳税额的，可以申请退税', 'Who has prepaid more than is due may claim it back'),
  basis: incomeTaxLaw11,
  unconfirmed: false,
}
