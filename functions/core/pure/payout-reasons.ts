/** Why money was not paid out, as the payee reads it, and who can do something about it. Screens and functions share the codes. */
import { text, type Text } from './text'

/** `account`: another account, or its mended name. `wechat`: something to do in WeChat. `office`: nothing for the payee to do. */
export type PayoutRemedy = 'account' | 'wechat' | 'office'

export interface PayoutReasonRow {
  readonly reason: Text
  /** What to do next. */
  readonly next: Text
  readonly remedy: PayoutRemedy
}

const account = (zh: string, en: string): PayoutReasonRow => ({
  reason: text(zh, en),
  next: text(
    '请核对户名、开户银行和账号，或换一个本人的账户，改好后会重新支付',
    'Check the name, the bank and the number, or give another account of your own; it is then paid again',
  ),
  remedy: 'account',
})

const wechat = (zh: string, en: string, nextZh: string, nextEn: string): PayoutReasonRow => ({
  reason: text(zh, en),
  next: text(nextZh, nextEn),
  remedy: 'wechat',
})

const office = (zh: string, en: string): PayoutReasonRow => ({
  reason: text(zh, en),
  next: text(
    '您不需要操作，税务机关会处理后重新支付',
    'Nothing for you to do: the office mends it and pays again',
  ),
  remedy: 'office',
})

export const PAYOUT_REASONS = {
  accountNotFound: account('账户不存在', 'There is no such account'),
  accountClosed: account('账户已销户或停用', 'The account is closed or out of use'),
  accountFrozen: account('账户被冻结或挂失', 'The account is frozen or reported lost'),
  nameMismatch: account('户名与账号不符', 'The name is not that of the account'),
  bankUnknown: account('开户银行信息有误', 'The bank or its branch is wrong'),
  overLimit: account(
    '超过账户收款限额（二类、三类户常见）',
    'More than the account may receive (usual for type II and III accounts)',
  ),
  payeeUnfit: account('收款账户不能用于这种支付方式', 'The account cannot be paid in this way'),
  notVerified: wechat(
    '微信尚未实名认证',
    'Your WeChat is not verified',
    '请在微信「我—服务—钱包—身份信息」完成实名认证，或改用银行账户',
    'Verify your identity in WeChat (Me, Services, Wallet), or give a bank account',
  ),
  notConfirmed: wechat(
    '没有在期限内确认收款',
    'The payment was not confirmed in time',
    '请重新申请支付，并在微信里确认收款',
    'Ask for it to be paid again, and confirm it in WeChat',
  ),
  payerLimited: office('付款账户余额不足或受限', 'The paying account is short of money or limited'),
  notPermitted: office('付款权限或参数有误', 'The payer may not pay in this way'),
  closed: office('付款指令已撤销', 'The order was withdrawn'),
  payeeErased: office('收款信息已删除', 'The account data was erased'),
  other: office('银行没有说明原因', 'The bank gave no reason'),
} as const satisfies Readonly<Record<string, PayoutReasonRow>>

export type PayoutReason = keyof typeof PAYOUT_REASONS

/** A code of the other side that nobody knows reads as `other`. */
export const payoutReasonOf = (why: string | undefined): PayoutReason =>
  why !== undefined && Object.hasOwn(PAYOUT_REASONS, why) ? (why as PayoutReason) : 'other'
