/** States and moves of a departure refund in words: for screens and papers. */
import { text, type Text } from '../../core/pure/text'
import type { DepartureMode, DepartureMove, DepartureState } from '../rules/kinds/departure-states'

export const DEPARTURE_STATES: Readonly<Record<DepartureState, Text>> = {
  invoiced: text('已购物', 'Bought'),
  formIssued: text('待海关验核', 'To be shown to customs'),
  instantPrepaid: text('已领预付金，待海关验核', 'Advance paid; to be shown to customs'),
  customsVerified: text('海关已验核', 'Verified by customs'),
  agencyAudited: text('已审核，待付款', 'Audited; to be paid'),
  ordered: text('转账中', 'Being transferred'),
  bankRejected: text('银行退回', 'Sent back by the bank'),
  paid: text('已退税', 'Paid'),
  rejected: text('不予退税', 'Refused'),
  preauthCharged: text('已从预授权扣回', 'Advance charged back'),
  expired: text('已过期', 'Expired'),
  cancelled: text('已取消', 'Cancelled'),
}

export const DEPARTURE_MOVES: Readonly<Record<DepartureMove, Text>> = {
  begin: text('购物', 'Bought'),
  issueForm: text('开具离境退税申请单', 'Form issued'),
  prepay: text('店内领取预付金', 'Advance paid in the shop'),
  verify: text('海关验核通过', 'Verified by customs'),
  refuse: text('海关验核不通过', 'Refused by customs'),
  audit: text('退税代理机构审核通过', 'Audited by the agency'),
  reject: text('退税代理机构不予退税', 'Refused by the agency'),
  settle: text('预付金转为退税款', 'The advance became the refund'),
  payCash: text('现金付讫', 'Paid in cash'),
  order: text('发出转账', 'Transfer ordered'),
  pay: text('转账成功', 'Transferred'),
  bankReject: text('银行退回', 'Sent back by the bank'),
  bankReturn: text('转账未成，代理机构重新办理', 'Not transferred; the agency orders it again'),
  fixAccount: text('更正收款账户', 'Account corrected'),
  charge: text('未按承诺离境，从预授权扣回', 'Did not leave as promised: advance charged back'),
  chargeAtPort: text('未从承诺的口岸离境，从预授权扣回', 'Left by another port: advance charged back'),
  expire: text('超过 90 天未离境，申请单失效', 'Not left within 90 days: the form expired'),
  cancel: text('取消申请单', 'Cancelled'),
  abandon: text('旅客信息已删除，办理终结', 'The traveller was erased: the case ends'),
}

export const DEPARTURE_MODES: Readonly<Record<DepartureMode, Text>> = {
  cash: text('现金', 'Cash'),
  transfer: text('银行转账', 'Bank transfer'),
  instant: text('即买即退', 'Refund upon purchase'),
}
