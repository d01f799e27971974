/** What a deployment says of its channels; null: it has none of that kind. */
import type { TemplateName } from '../../pure/delivery/templates'

/** A template as WeChat's console has it. */
export interface WechatTemplate {
  readonly id: string
  /** Our name of a field → WeChat’s key: `thing1`, `time2`. One that is left out is not in the template. */
  readonly keys: Readonly<Record<string, string>>
}

export interface WechatMessagesConfiguration {
  readonly templates: Readonly<Partial<Record<TemplateName, WechatTemplate>>>
  /** Which version of the mini-program a message opens. */
  readonly opens: 'formal' | 'trial' | 'developer'
  readonly perSecond: number
}

export interface SmsConfiguration {
  /** `https://sms.tencentcloudapi.com`, no path; plain http only to this machine. */
  readonly baseUrl: string
  readonly secretId: string
  readonly secretKey: string
  readonly region: string
  readonly appId: string
  /** The signature before each text, without its brackets. */
  readonly sign: string
  /** With two places: the code, and for how many minutes it holds. */
  readonly codeTemplate: string
  /** With one place: what the notice is called. */
  readonly noticeTemplate: string
  readonly perSecond: number
}

export interface EmailConfiguration {
  readonly host: string
  readonly port: number
  /** `tls`: from the first byte. `starttls`: before anything is said. `none`: to this machine alone. */
  readonly security: 'tls' | 'starttls' | 'none'
  /** Null: the server asks for none. */
  readonly login: { readonly user: string; readonly password: string } | null
  readonly from: { readonly name: string; readonly address: string }
  readonly perSecond: number
}

export interface DeliveryConfiguration {
  readonly wechat: WechatMessagesConfiguration | null
  readonly sms: SmsConfiguration | null
  readonly email: EmailConfiguration | null
}

export const NO_CHANNELS: DeliveryConfiguration = { wechat: null, sms: null, email: null }
