/** What the machinery keeps of an erased person, and the law that obliges to. Functions declare theirs beside their collections. */
import { rowOn, type Basis, type Dated } from './law'
import { text } from './text'
import { DAY_MS, dayOf, type Instant } from './time'

/** Article numbers as in force when written; 以主管税务机关最新规定为准. */
export const AUDIT_KEPT = {
  what: text(
    '工作人员决定的审计记录，只有代号，没有姓名和证件号码',
    'The audit of officers’ decisions: pseudonyms only, no names, no numbers',
  ),
  basis: text(
    '网络安全法（网络日志留存不少于六个月）；数据安全法 第二十七条',
    'Cybersecurity Law (logs kept for at least six months); Data Security Law art. 27',
  ),
}

export const ERASURE_KEPT = {
  what: text('此账户已删除这一事实', 'The fact that this account was erased'),
  basis: text(
    '个人信息保护法 第四十七条、第五十条（删除请求的办理）',
    'Personal Information Protection Law art. 47 and 50 (carrying out a request to delete)',
  ),
}

export const CASES_KEPT = {
  what: text(
    '您提出的申请和办理过程，只有代号、日期和金额；写下的文字随密钥销毁，不能再读',
    'What you applied for and how it was handled: pseudonyms, days and amounts only; what was written can be read no more',
  ),
  basis: text(
    '税收征收管理法实施细则 第二十九条（有关涉税资料保存十年）',
    'Rules for the Tax Collection Law art. 29 (records concerning tax are kept for ten years)',
  ),
}

/** Years that a closed case is kept. */
const CASE_YEARS: readonly (Dated & Basis & { readonly value: number })[] = [
  {
    value: 10,
    rule: text('涉税资料保存十年', 'Records concerning tax are kept for ten years'),
    basis: text('税收征收管理法实施细则 第二十九条', 'Rules for the Tax Collection Law art. 29'),
    unconfirmed: true,
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
  },
]

/** Of a case, or a paper about one, that ended then; every year counted as a leap year: never too short. */
export const caseKeptUntil = (at: Instant): Instant =>
  at + rowOn(CASE_YEARS, dayOf(at), 'time to keep').value * 366 * DAY_MS
