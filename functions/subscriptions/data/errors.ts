/** What only `subscriptions` answers with. */
import { defineErrors, errorRow } from '../../core/pure/errors'

export const errors = defineErrors({
  NOT_IN_WECHAT: errorRow(
    409,
    false,
    '只能在微信小程序里允许微信消息。',
    'WeChat messages can be allowed inside the WeChat mini-program alone.',
  ),
  CHANNEL_NOT_READY: errorRow(
    409,
    false,
    '请先添加并确认接收的手机号或邮箱。',
    'Please add and confirm the phone number or e-mail address first.',
  ),
  NO_CHANNEL: errorRow(
    409,
    false,
    '这里没有开通这种通知方式。',
    'This way of being told is not offered here.',
  ),
  ADDRESS_REFUSED: errorRow(
    422,
    false,
    '手机号或邮箱的格式不对。',
    'This is no phone number or e-mail address that we can use.',
  ),
  CODE_TOO_SOON: errorRow(
    429,
    true,
    '验证码发送太频繁，请稍后再试。',
    'Codes were sent too often. Please wait a while.',
  ),
  CODE_WRONG: errorRow(409, false, '验证码不对，请再看一下。', 'The code is not right. Please look again.'),
  CODE_OVER: errorRow(
    409,
    false,
    '验证码已失效，请重新获取。',
    'The code holds no longer. Please ask for another one.',
  ),
})

declare module '../../core/pure/errors' {
  interface DeclaredErrors {
    subscriptions: typeof errors
  }
}
