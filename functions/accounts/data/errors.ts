/** What only `accounts` answers with. */
import { defineErrors, errorRow } from '../../core/pure/errors'

export const errors = defineErrors({
  SIGN_IN_FAILED: errorRow(
    401,
    true,
    '微信登录没有成功，请再试一次。',
    'WeChat sign-in did not succeed. Please try again.',
  ),
  QR_EXPIRED: errorRow(
    410,
    false,
    '二维码已失效，请刷新后重新扫码。',
    'The code has expired. Please refresh it and scan again.',
  ),
  ALREADY_BOUND: errorRow(409, false, '您已添加过这位纳税人。', 'You have already added this taxpayer.'),
  LIMIT_BINDINGS: errorRow(
    409,
    false,
    '您的账户今天添加的纳税人已达上限，请明天再试。',
    'Your account has added as many taxpayers as it may in a day. Please try again tomorrow.',
  ),
  ALREADY_VERIFIED: errorRow(
    409,
    false,
    '此纳税人已由他人实名核验，请到窗口办理。',
    'This taxpayer has been verified by someone else. Please visit a service window.',
  ),
  TWO_PEOPLE: errorRow(
    409,
    false,
    '授予此角色须由另一位管理员确认。',
    'This role must be confirmed by a second administrator.',
  ),
})

declare module '../../core/pure/errors' {
  interface DeclaredErrors {
    accounts: typeof errors
  }
}
