/** States in words: for screens, papers and sheets. */
import { text, type Text } from '../../core/pure/text'
import type { RefundMove, RefundState } from '../rules/states'

export const STATE_WORDS: Readonly<Record<RefundState, Text>> = {
  submitted: text('已提交', 'Handed in'),
  accepted: text('已受理', 'Accepted'),
  notAccepted: text('不予受理', 'Not accepted'),
  correctionAsked: text('待补正', 'To be completed'),
  reviewing: text('审核中', 'In review'),
  approved: text('已批准', 'Approved'),
  ordered: text('付款中', 'Being paid'),
  paid: text('已办结', 'Paid'),
  bankRejected: text('银行退回', 'Sent back by the bank'),
  withdrawn: text('已撤回', 'Withdrawn'),
  rejected: text('不予退税', 'Refused'),
}

export const MOVE_WORDS: Readonly<Record<RefundMove, Text>> = {
  submit: text('提交申请', 'Handed in'),
  find: text('税务机关发现多缴', 'Found by the office'),
  accept: text('受理', 'Accepted'),
  notAccept: text('不予受理', 'Not accepted'),
  askCorrection: text('要求补正', 'Asked for more'),
  supply: text('补正', 'Supplied'),
  lapse: text('逾期未补正', 'Not supplied in time'),
  review: text('开始审核', 'Review began'),
  propose: text('提出审核意见', 'Reviewed'),
  sendBack: text('退回审核', 'Sent back to review'),
  endorse: text('第一次审批同意', 'First approval'),
  approve: text('批准', 'Approved'),
  reject: text('不予退税', 'Refused'),
  order: text('发出付款', 'Payment ordered'),
  settle: text('全部抵缴', 'Offset in full'),
  pay: text('付款成功', 'Paid'),
  bankReject: text('银行退回', 'Sent back by the bank'),
  bankReturn: text('付款未成，税务机关重新办理', 'Not paid; the office orders it again'),
  fixAccount: text('更正收款账户', 'Account corrected'),
  nameAccount: text('填写收款账户', 'Account named'),
  withdraw: text('撤回申请', 'Withdrawn'),
  abandon: text('申请人信息已删除，办理终结', 'The claimant was erased: the case ends'),
  escalate: text('临近期限，已提醒主管', 'Near its date: the supervisor was told'),
}
