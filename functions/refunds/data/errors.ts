/** What only `refunds` answers with. */
import { defineErrors, errorRow } from '../../core/pure/errors'

export const errors = defineErrors({
  FORM_FAULTS: errorRow(
    422,
    false,
    '有些内容还没有填对，请按提示修改。',
    'Some fields are not right yet. Please see the notes beside them.',
  ),
  NOT_ELIGIBLE: errorRow(
    409,
    false,
    '按现行规定还不能申请，原因逐条列在下面。',
    'By the rules in force this cannot be claimed; every reason is listed.',
  ),
  VOUCHER_SPENT: errorRow(
    409,
    false,
    '这张凭证可退的余额不够，可能另有申请正在办理。',
    'Not enough is left on that voucher; another claim on it may be under way.',
  ),
  CLAIMED_BEFORE: errorRow(
    409,
    false,
    '同一事项已经申请过，请看原来的申请。',
    'The same has been claimed before. Please see that application.',
  ),
  MATERIALS_MISSING: errorRow(
    409,
    false,
    '还有必需的材料没有提供。',
    'Materials that are required are still missing.',
  ),
  ACCOUNT_MISSING: errorRow(
    409,
    false,
    '请填写收款账户。',
    'Please say which account the refund is to be paid to.',
  ),
  EXPLANATION_MISSING: errorRow(
    409,
    false,
    '收款账户不是纳税人本人的，请写明原因。',
    'The account is not in the taxpayer’s own name. Please say why it is paid there.',
  ),
  OFFICE_MISSING: errorRow(
    409,
    false,
    '请选择受理的税务机关。',
    'Please choose the tax office that is to handle it.',
  ),
  TOO_MANY_DRAFTS: errorRow(
    409,
    false,
    '未提交的申请最多保留 20 份，请先提交或删除一些。',
    'You can keep 20 unfinished applications. Please hand some in or delete them first.',
  ),
  REASON_MISSING: errorRow(409, false, '请至少选择一条理由。', 'Please choose at least one reason.'),
  AMOUNT: errorRow(
    409,
    false,
    '金额应大于零，且不超过申请金额。',
    'The amount must be more than zero and at most what was claimed.',
  ),
  CASH_CEILING: errorRow(
    409,
    false,
    '退税额超过现金限额，请改用转账。',
    'This refund is above the ceiling of cash. Please pay it by transfer.',
  ),
  DEPARTURE_LATE: errorRow(
    409,
    false,
    '承诺的离境日期已过，不能再领取预付金。',
    'The day by which one promised to leave is over: no advance can be paid any more.',
  ),
  NO_PAPER: errorRow(
    409,
    false,
    '还没有作出决定，暂无决定书。',
    'Nothing has been decided yet, so there is no decision to show.',
  ),
})

declare module '../../core/pure/errors' {
  interface DeclaredErrors {
    refunds: typeof errors
  }
}
