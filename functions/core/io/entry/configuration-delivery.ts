/** The channels' part of the environment. Nothing secret is repeated in what is said about it. */
import * as z from 'zod/mini'
import { isTemplateName, TEMPLATES } from '../../pure/delivery/templates'
import type {
  DeliveryConfiguration,
  EmailConfiguration,
  SmsConfiguration,
  WechatMessagesConfiguration,
  WechatTemplate,
} from '../delivery/configuration'
import { checkedBase, parsedJson } from '../outside/http'
import { given, type Environment, type Problems } from './problems'

const TENCENT_SMS = 'https://sms.tencentcloudapi.com'
const REGION = 'ap-guangzhou'
const MOST_PER_SECOND = 10_000
const LOCAL = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/

type Wanted = (name: string, form: RegExp) => string

const wantedOf =
  (environment: Environment, { check }: Problems, channel: string): Wanted =>
  (name, form) => {
    const value = given(environment, name)
    check(value !== undefined, `${name}: ${channel} wants it`)
    check(value === undefined || form.test(value), `${name}: is not of its form`)
    return value ?? ''
  }

const rateAt = (environment: Environment, name: string, usual: number, { check }: Problems): number => {
  const rate = Number(given(environment, name) ?? usual)
  const isRate = Number.isInteger(rate) && rate >= 1 && rate <= MOST_PER_SECOND
  check(isRate, `${name}: messages a second, a whole number from 1 to ${MOST_PER_SECOND}`)
  return isRate ? rate : usual
}

const template = z.strictObject({
  id: z.string().check(z.regex(/^[A-Za-z0-9_-]{20,64}$/)),
  keys: z.record(z.string(), z.string()),
})

/** Each of our fields by a key of its own type: `time2` for a time. Amounts of money are not told in messages. */
const keysFit = (name: keyof typeof TEMPLATES, { keys }: WechatTemplate): boolean => {
  const fields: Readonly<Record<string, string>> = TEMPLATES[name].fields
  const used = Object.entries(keys)
  const fit = used.every(([field, key]) => {
    const type = Object.hasOwn(fields, field) ? fields[field] : undefined
    return type !== undefined && type !== 'amount' && new RegExp(`^${type}\\d{1,3}$`).test(key)
  })
  return fit && used.length > 0 && new Set(used.map(([, key]) => key)).size === used.length
}

const readTemplates = (text: string, { check }: Problems): WechatMessagesConfiguration['templates'] => {
  const parsed = z.record(z.string(), template).safeParse(parsedJson(text))
  if (!parsed.success) {
    check(false, 'WECHAT_TEMPLATES: not JSON of {"appointment":{"id":"…","keys":{"matter":"thing1",…}},…}')
    return {}
  }
  const templates: Partial<Record<keyof typeof TEMPLATES, WechatTemplate>> = {}
  for (const [name, one] of Object.entries(parsed.data)) {
    const isKnown = isTemplateName(name)
    check(
      isKnown,
      `WECHAT_TEMPLATES: no template is called so; there are ${Object.keys(TEMPLATES).join(', ')}`,
    )
    if (!isKnown) continue
    check(
      keysFit(name, one),
      `WECHAT_TEMPLATES: the keys of ${name} do not fit its fields, or name its amount`,
    )
    templates[name] = one
  }
  return templates
}

const OPENS = ['formal', 'trial', 'developer'] as const

const readWechat = (environment: Environment, problems: Problems): WechatMessagesConfiguration | null => {
  const text = given(environment, 'WECHAT_TEMPLATES')
  if (text === undefined) return null
  problems.check(
    given(environment, 'WECHAT_APPID') !== undefined,
    'WECHAT_APPID: WECHAT_TEMPLATES wants it, with WECHAT_SECRET',
  )
  const state = given(environment, 'WECHAT_MESSAGES_OPEN') ?? 'formal'
  const opens = OPENS.find((one) => one === state)
  problems.check(opens !== undefined, `WECHAT_MESSAGES_OPEN: ${state} is not one of ${OPENS.join(', ')}`)
  return {
    templates: readTemplates(text, problems),
    opens: opens ?? 'formal',
    perSecond: rateAt(environment, 'WECHAT_MESSAGES_PER_SECOND', 100, problems),
  }
}

const readSmsBase = (environment: Environment, { check }: Problems): string => {
  const address = given(environment, 'SMS_BASE') ?? TENCENT_SMS
  try {
    const base = checkedBase(address)
    // its host and the one path `/` are signed
    check(new URL(base).pathname === '/', 'SMS_BASE: an address with a path')
    return base
  } catch {
    check(
      false,
      'SMS_BASE: not an https address (http to this machine alone), or with a password, query or fragment',
    )
    return TENCENT_SMS
  }
}

const readSms = (environment: Environment, problems: Problems): SmsConfiguration | null => {
  const name = given(environment, 'SMS') ?? 'off'
  problems.check(name === 'off' || name === 'tencent', `SMS: ${name} is not one of off, tencent`)
  if (name !== 'tencent') return null
  const wanted = wantedOf(environment, problems, 'SMS=tencent')
  const region = given(environment, 'SMS_REGION') ?? REGION
  problems.check(
    /^[a-z]{2,4}(-[a-z0-9]{2,20}){1,3}$/.test(region),
    'SMS_REGION: is not of its form, ap-guangzhou',
  )
  return {
    baseUrl: readSmsBase(environment, problems),
    secretId: wanted('TENCENT_SECRET_ID', /^[0-9A-Za-z_-]{8,128}$/),
    secretKey: wanted('TENCENT_SECRET_KEY', /^[0-9A-Za-z_-]{16,128}$/),
    region,
    appId: wanted('SMS_APP_ID', /^\d{8,16}$/),
    sign: wanted('SMS_SIGN', /^[^\s【】[\]]{2,20}$/),
    codeTemplate: wanted('SMS_TEMPLATE_CODE', /^\d{4,16}$/),
    noticeTemplate: wanted('SMS_TEMPLATE_NOTICE', /^\d{4,16}$/),
    perSecond: rateAt(environment, 'SMS_PER_SECOND', 50, problems),
  }
}

/** `税帮 <notices@tax.example.cn>`, or an address alone. */
const FROM = /^(?:([^<>\r\n"]{1,40})\s*<)?([\x21-\x3b\x3d\x3f\x41-\x7e]{1,64}@[A-Za-z0-9.-]{3,190})>?$/
const SECURITY = ['tls', 'starttls', 'none'] as const

const readLogin = (environment: Environment, { check }: Problems): EmailConfiguration['login'] => {
  const [user, password] = [given(environment, 'SMTP_USER'), given(environment, 'SMTP_PASSWORD')]
  check(
    (user === undefined) === (password === undefined),
    'SMTP_USER and SMTP_PASSWORD: give both or neither',
  )
  return user === undefined || password === undefined ? null : { user, password }
}

const readEmail = (environment: Environment, problems: Problems): EmailConfiguration | null => {
  const { check } = problems
  const host = given(environment, 'SMTP_HOST')
  if (host === undefined) {
    for (const name of ['SMTP_FROM', 'SMTP_USER', 'SMTP_PASSWORD', 'SMTP_PORT', 'SMTP_SECURITY'])
      check(given(environment, name) === undefined, `${name}: without SMTP_HOST`)
    return null
  }
  check(/^[A-Za-z0-9.:-]{1,190}$/.test(host), 'SMTP_HOST: not a name of a machine')
  const asked = given(environment, 'SMTP_SECURITY') ?? 'tls'
  const security = SECURITY.find((one) => one === asked)
  check(security !== undefined, `SMTP_SECURITY: ${asked} is not one of ${SECURITY.join(', ')}`)
  check(security !== 'none' || LOCAL.test(host), 'SMTP_SECURITY: none is for this machine alone')
  const port = Number(given(environment, 'SMTP_PORT') ?? (security === 'tls' ? 465 : 587))
  check(Number.isInteger(port) && port >= 1 && port <= 65_535, 'SMTP_PORT: not a port')
  const from = FROM.exec(wantedOf(environment, problems, 'SMTP_HOST')('SMTP_FROM', FROM))
  const address = from?.[2] ?? ''
  return {
    host,
    port,
    security: security ?? 'tls',
    login: readLogin(environment, problems),
    from: { name: from?.[1]?.trim() ?? address, address },
    perSecond: rateAt(environment, 'SMTP_PER_SECOND', 10, problems),
  }
}

/**
 * WeChat: `WECHAT_TEMPLATES`, `WECHAT_MESSAGES_OPEN`, `WECHAT_MESSAGES_PER_SECOND`. Texts: `SMS` (`off`, `tencent`), `SMS_APP_ID`,
 * `SMS_SIGN`, `SMS_TEMPLATE_CODE`, `SMS_TEMPLATE_NOTICE`, `SMS_REGION`, `SMS_BASE`, `SMS_PER_SECOND`, with `TENCENT_SECRET_ID` and
 * `TENCENT_SECRET_KEY`. E-mail: `SMTP_HOST`, `SMTP_PORT`, `SMTP_SECURITY` (`tls`, `starttls`, `none`), `SMTP_USER`,
 * `SMTP_PASSWORD`, `SMTP_FROM`, `SMTP_PER_SECOND`.
 */
export const readDeliveryConfiguration = (
  environment: Environment,
  problems: Problems,
): DeliveryConfiguration => ({
  wechat: readWechat(environment, problems),
  sms: readSms(environment, problems),
  email: readEmail(environment, problems),
})
