/** WeChat's subscribe message (`cgi-bin/message/subscribe/send`) as a channel. One message a request; WeChat drops no repeats. */
import type { Services } from '../../context'
import { NotWechat, openWechatApi, type WechatApi } from '../../wechat/call'
import { WechatTokenError } from '../../wechat/token'
import type { WechatMessagesConfiguration, WechatTemplate } from '../configuration'
import type { Message, Sender, SendOutcome } from '../contract'
import { outcomeOfCode } from './errors'

type Data = Readonly<Record<string, { readonly value: string }>>

/** Every key of the template with its words; undefined where one has none, which WeChat would refuse (47003). */
const dataOf = ({ keys }: WechatTemplate, { fields = {} }: Message): Data | undefined => {
  const data: Record<string, { value: string }> = {}
  for (const [name, key] of Object.entries(keys)) {
    const value = fields[name]
    if (value === undefined || value === '') return undefined
    data[key] = { value }
  }
  return data
}

const sendOne = async (
  api: WechatApi,
  { templates, opens }: WechatMessagesConfiguration,
  message: Message,
  signal: AbortSignal,
): Promise<SendOutcome> => {
  const template = message.template === null ? undefined : templates[message.template]
  if (!template) return { outcome: 'refused', why: 'NoTemplate', fault: true }
  const data = dataOf(template, message)
  if (!data) return { outcome: 'refused', why: 'FieldMissing', fault: true }
  try {
    const { errcode } = await api({
      path: ['cgi-bin', 'message', 'subscribe', 'send'],
      body: {
        touser: message.to,
        template_id: template.id,
        ...(message.page === undefined ? {} : { page: message.page }),
        data,
        miniprogram_state: opens,
        lang: 'zh_CN',
      },
      signal,
    })
    return outcomeOfCode(errcode)
  } catch (error) {
    // without a token nothing was sent
    if (error instanceof WechatTokenError) return { outcome: 'again', why: error.code }
    if (error instanceof NotWechat) return { outcome: 'unknown', why: 'NotWechat' }
    throw error
  }
}

export const wechatSender = (
  configuration: WechatMessagesConfiguration,
  { settings, clock }: Pick<Services, 'settings' | 'clock'>,
): Sender => {
  const api = openWechatApi(settings.wechat, { clock })
  const { perSecond } = configuration
  return {
    channel: 'wechat',
    patience: 5_000,
    together: 1,
    atOnce: 8,
    rate: { perSecond, burst: Math.max(40, perSecond) },
    needsAddress: true,
    send: (messages, signal) =>
      Promise.all(messages.map((message) => sendOne(api, configuration, message, signal))),
  }
}
