/** How channels are configured: everything that is wrong at once, and no secret in what is said. */
import { ConfigurationError, readConfiguration } from '../../../../functions/core/io/entry/configuration'
import { readDeliveryConfiguration } from '../../../../functions/core/io/entry/configuration-delivery'

const problemsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfiguration(environment, readDeliveryConfiguration)
    return []
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems
    throw error
  }
}
const named = (environment: Record<string, string>) =>
  problemsOf(environment).map((problem) => problem.split(':')[0])

const TEMPLATES = JSON.stringify({
  appointment: {
    id: 'abcdefghijklmnopqrstuvwxyz-_0123456789ABCDE',
    keys: { matter: 'thing1', time: 'time2' },
  },
})
const wechat = { WECHAT_APPID: 'wx1', WECHAT_SECRET: 'hush-secret', WECHAT_TEMPLATES: TEMPLATES }
const sms = {
  SMS: 'tencent',
  TENCENT_SECRET_ID: 'AKID8hushIdOfTheTest4567890abcdefghi',
  TENCENT_SECRET_KEY: 'hushKeyOfTheTest0123456789abcdef',
  SMS_APP_ID: '1400006666',
  SMS_SIGN: '税帮',
  SMS_TEMPLATE_CODE: '100001',
  SMS_TEMPLATE_NOTICE: '100002',
}
const email = {
  SMTP_HOST: 'mail.example.cn',
  SMTP_USER: 'notices',
  SMTP_PASSWORD: 'hush-password',
  SMTP_FROM: '税帮 <notices@example.cn>',
}

it('has no channel unless told', () => {
  expect(readConfiguration({}, readDeliveryConfiguration).settings.delivery).toEqual({
    wechat: null,
    sms: null,
    email: null,
  })
})

it('takes what each channel wants', () => {
  expect(
    readConfiguration({ ...wechat, ...sms, ...email }, readDeliveryConfiguration).settings.delivery,
  ).toEqual({
    wechat: {
      templates: JSON.parse(TEMPLATES) as unknown,
      opens: 'formal',
      perSecond: 100,
    },
    sms: {
      baseUrl: 'https://sms.tencentcloudapi.com',
      secretId: sms.TENCENT_SECRET_ID,
      secretKey: sms.TENCENT_SECRET_KEY,
      region: 'ap-guangzhou',
      appId: '1400006666',
      sign: '税帮',
      codeTemplate: '100001',
      noticeTemplate: '100002',
      perSecond: 50,
    },
    email: {
      host: 'mail.example.cn',
      port: 465,
      security: 'tls',
      login: { user: 'notices', password: 'hush-password' },
      from: { name: '税帮', address: 'notices@example.cn' },
      perSecond: 10,
    },
  })
  const plain = { SMTP_HOST: '127.0.0.1', SMTP_SECURITY: 'none', SMTP_PORT: '25', SMTP_FROM: 'a@b.cn' }
  expect(readConfiguration(plain, readDeliveryConfiguration).settings.delivery.email).toMatchObject({
    port: 25,
    login: null,
    from: { name: 'a@b.cn', address: 'a@b.cn' },
  })
})

it('tells everything that is missing or wrong at once, and repeats no secret', () => {
  const wrong = {
    WECHAT_TEMPLATES:
      '{"appointment":{"id":"abcdefghijklmnopqrstuvwxyz","keys":{"time":"thing1"}},"other":{"id":"abcdefghijklmnopqrstuvwxyz","keys":{}}}',
    WECHAT_MESSAGES_OPEN: 'beta',
    SMS: 'tencent',
    TENCENT_SECRET_KEY: 'hush key',
    SMS_BASE: 'http://sms.example.cn/path',
    SMTP_HOST: 'mail.example.cn',
    SMTP_SECURITY: 'none',
    SMTP_PASSWORD: 'hush-password',
    SMTP_PORT: '0',
    SMTP_FROM: 'nobody',
    SMTP_PER_SECOND: 'many',
  }
  expect(named(wrong)).toEqual([
    'WECHAT_APPID',
    'WECHAT_MESSAGES_OPEN',
    'WECHAT_TEMPLATES',
    'WECHAT_TEMPLATES',
    'SMS_BASE',
    'TENCENT_SECRET_ID',
    'TENCENT_SECRET_KEY',
    'SMS_APP_ID',
    'SMS_SIGN',
    'SMS_TEMPLATE_CODE',
    'SMS_TEMPLATE_NOTICE',
    'SMTP_SECURITY',
    'SMTP_PORT',
    'SMTP_FROM',
    'SMTP_USER and SMTP_PASSWORD',
    'SMTP_PER_SECOND',
  ])
  expect(problemsOf(wrong).join()).not.toContain('hush')
})

it.each([
  ['an amount', { prize: { keys: { amount: 'amount1', until: 'date2' } } }],
  ['a key twice', { appointment: { keys: { matter: 'thing1', hall: 'thing1' } } }],
  ['no key', { appointment: { keys: {} } }],
  ['a field that is none of ours', { appointment: { keys: { price: 'thing1' } } }],
])('a template with %s is refused', (_, templates) => {
  const id = 'abcdefghijklmnopqrstuvwxyz'
  const text = JSON.stringify(
    Object.fromEntries(Object.entries(templates).map(([name, one]) => [name, { id, ...one }])),
  )
  expect(named({ ...wechat, WECHAT_TEMPLATES: text })).toEqual(['WECHAT_TEMPLATES'])
})

it('a mail server that is not named has no other settings', () => {
  expect(named({ SMTP_FROM: 'a@b.cn', SMTP_PORT: '25' })).toEqual(['SMTP_FROM', 'SMTP_PORT'])
})
