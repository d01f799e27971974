/** How long the office has (细则 §78), by who found the overpayment. */
import type { Term } from '../../core/pure/legal-clock'
import { text } from '../../core/pure/text'
import { collectionRules78, practice } from './statutes'

/** The taxpayer applied. */
export const thirtyDays: Term = {
  count: 30,
  unit: 'naturalDays',
  from: 'receipt',
  rule: text(
    '纳税人发现多缴税款要求退还的，税务机关自接到退还申请之日起 30 日内查实并办理退还手续',
    'Once a taxpayer asks for overpaid tax, the authority verifies and refunds it within 30 days of receipt',
  ),
  basis: collectionRules78,
  unconfirmed: false,
}

/** The authority found it itself: at once, and handled within ten days. */
export const foundByAuthority: Term = {
  count: 10,
  unit: 'naturalDays',
  from: 'receipt',
  rule: text(
    '税务机关发现纳税人多缴税款的，自发现之日起 10 日内办理退还手续',
    'Overpaid tax that the authority finds itself is refunded within 10 days of finding it',
  ),
  basis: collectionRules78,
  unconfirmed: false,
}

/** The same thirty days for kinds of which the law does not name a term of their own. */
export const thirtyDaysAlike: Term = { ...thirtyDays, unconfirmed: true }

export const tenDaysOfRecognition: Term = {
  count: 10,
  unit: 'naturalDays',
  from: 'acceptance',
  rule: text(
    '减免税确认后 10 日内办理退还手续（各地有更短承诺的从其承诺）',
    'Refunded within 10 days once the exemption is recognised (some places promise less)',
  ),
  basis: practice,
  unconfirmed: true,
}
