/** What only `invoices` answers with. */
import { defineErrors, errorRow } from '../../core/pure/errors'

export const errors = defineErrors({
  INVOICE_FAULTS: errorRow(
    422,
    false,
    '这张发票的内容有问题，逐条列在下面；查验次数没有减少。',
    'Something about this invoice is not right; it is listed below. No check was spent.',
  ),
  CHECKS_SPENT: errorRow(
    409,
    false,
    '这张发票今天已经查验 5 次，请明天再查。',
    'This invoice was checked five times today. Please check it tomorrow.',
  ),
  ON_A_LIST: errorRow(
    409,
    false,
    '这张发票已在一张报销单里，请先从报销单取下。',
    'That invoice is on a reimbursement list. Please take it off first.',
  ),
  REIMBURSED_BEFORE: errorRow(
    409,
    false,
    '有发票已经报销过，不能重复报销。',
    'Some of these invoices were handed in before, and cannot be again.',
  ),
  LIST_CLOSED: errorRow(
    409,
    false,
    '这张报销单已经提交，不能再改；可以先撤回。',
    'That list has been handed in. Take it back before you change it.',
  ),
  LIST_FULL: errorRow(409, false, '这张报销单已满 30 张发票。', 'That list has its thirty invoices.'),
  LIST_EMPTY: errorRow(409, false, '报销单里还没有发票。', 'There is no invoice on that list yet.'),
  TOO_MANY_LISTS: errorRow(
    409,
    false,
    '未提交的报销单已有 20 张，请先提交或删除一张。',
    'There are twenty open lists. Please hand in or remove one first.',
  ),
  TITLES_FULL: errorRow(
    409,
    false,
    '抬头已满 20 个，请先删除一个。',
    'There are twenty titles. Please remove one first.',
  ),
  TITLE_FAULTS: errorRow(
    422,
    false,
    '抬头有内容不对，请按提示修改。',
    'Something about the title is not right. Please see the notes.',
  ),
  PDF_UNREADABLE: errorRow(
    422,
    false,
    '这份 PDF 里没有读到发票的文字，请扫码或手工填写。',
    'No text of an invoice was found in that PDF. Please scan its code, or type it.',
  ),
})

declare module '../../core/pure/errors' {
  interface DeclaredErrors {
    invoices: typeof errors
  }
}
