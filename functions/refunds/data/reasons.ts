/** Why an application is not accepted or is rejected: reasons from a catalogue, each with the law that it stands on. */
import { text, type Text } from '../../core/pure/text'

export interface ReasonRow {
  readonly rule: Text
  readonly basis: Text
  readonly unconfirmed: boolean
}

const COLLECTION = text('税收征收管理法 第五十一条', 'Tax Collection Law art. 51')
const RULES = text('税收征收管理法实施细则 第七十八条', 'Rules for the Tax Collection Law art. 78')
const LICENSING = text(
  '税务行政许可和办税服务规范：受理与补正',
  'Standards for tax services: acceptance and correction',
)

export const REASONS = {
  notOverpaid: {
    rule: text('核实后没有多缴税款', 'Nothing was found to be overpaid'),
    basis: COLLECTION,
    unconfirmed: false,
  },
  lessOverpaid: {
    rule: text('核实的多缴税款少于申请金额', 'Less was found to be overpaid than was claimed'),
    basis: RULES,
    unconfirmed: false,
  },
  overThreeYears: {
    rule: text(
      '自结算缴纳税款之日起已超过三年',
      'More than three years have passed since the tax was settled',
    ),
    basis: COLLECTION,
    unconfirmed: false,
  },
  refundedBefore: {
    rule: text('同一笔税款已经退还或抵缴', 'The same tax has been refunded or offset before'),
    basis: RULES,
    unconfirmed: false,
  },
  notCompetent: {
    rule: text('不属于本税务机关管辖', 'Another tax office is competent'),
    basis: text('税收征收管理法 第十四条', 'Tax Collection Law art. 14'),
    unconfirmed: true,
  },
  notTheTaxpayer: {
    rule: text('申请人不是纳税人，也没有取得授权', 'The claimant is neither the taxpayer nor authorised'),
    basis: COLLECTION,
    unconfirmed: true,
  },
  incomplete: {
    rule: text(
      '材料不齐全，告知补正后仍未补齐',
      'Materials are missing, and were not supplied when asked for',
    ),
    basis: LICENSING,
    unconfirmed: true,
  },
  conditionsNotMet: {
    rule: text('不符合该类退税的条件', 'The conditions of this kind of refund are not met'),
    basis: RULES,
    unconfirmed: true,
  },
  untrue: {
    rule: text('申请内容与税务机关掌握的情况不符', 'What was stated differs from what the office knows'),
    basis: text('税收征收管理法 第五十四条', 'Tax Collection Law art. 54'),
    unconfirmed: true,
  },
} as const satisfies Record<string, ReasonRow>

export type ReasonCode = keyof typeof REASONS
export const REASON_CODES = Object.keys(REASONS) as [ReasonCode, ...ReasonCode[]]

/** Where one may object. */
export const APPEAL: ReasonRow = {
  rule: text(
    '不服本决定的，可以自知道之日起六十日内向上一级税务机关申请行政复议，或者在六个月内向人民法院起诉。',
    'Whoever disagrees may ask the higher tax office for review within sixty days of learning of this, or sue within six months.',
  ),
  basis: text(
    '税收征收管理法 第八十八条；行政复议法 第二十条；行政诉讼法 第四十六条',
    'Tax Collection Law art. 88; Administrative Reconsideration Law art. 20; Administrative Litigation Law art. 46',
  ),
  unconfirmed: true,
}
