/**
 * Tencent Cloud SMS (`SendSms`) as a channel. One message a request: templates differ, and one answer is one number's. Our id goes
 * along as its session context, by which its receipts name it.
 */
import * as z from 'zod/mini'
import { graphemes } from '../../../pure/graphemes'
import type { Services } from '../../context'
import { checkedBase, parsedJson, signedHttp } from '../../outside/http'
import { tc3Headers } from '../../outside/tc3'
import type { SmsConfiguration } from '../configuration'
import type { Message, Sender, SendOutcome } from '../contract'
import { outcomeOfCode } from './errors'

const SERVICE = 'sms'
const ACTION = 'SendSms'
const VERSION = '2021-01-11'
/** A place of a template takes so many characters; a text of more than seventy is charged as several. */
const MOST = 30

const answer = z.object({
  Response: z.object({
    Error: z.optional(z.object({ Code: z.string() })),
    SendStatusSet: z.optional(
      z.array(z.object({ Code: z.string(), SerialNo: z.optional(z.string().check(z.maxLength(200))) })),
    ),
  }),
})

const outcomeOf = (status: number, body: unknown): SendOutcome => {
  const told = answer.safeParse(body)
  // Errors of theirs come with 200 too: another status is told by whatever stands before them.
  if (status !== 200 || !told.success) return { outcome: 'unknown', why: `Status${status}` }
  const { Error: error, SendStatusSet: statuses = [] } = told.data.Response
  if (error) return outcomeOfCode(error.Code)
  const [one] = statuses
  if (!one) return { outcome: 'unknown', why: 'NoStatus' }
  const outcome = outcomeOfCode(one.Code)
  return outcome.outcome === 'sent' && one.SerialNo ? { ...outcome, reference: one.SerialNo } : outcome
}

/** A code with its minutes, in its own template; or what the notice is called, in the other. */
const parametersOf = (
  { codeTemplate, noticeTemplate }: SmsConfiguration,
  { secret, body, title }: Message,
): { readonly TemplateId: string; readonly TemplateParamSet: readonly string[] } =>
  secret === undefined
    ? { TemplateId: noticeTemplate, TemplateParamSet: [graphemes(title).slice(0, MOST).join('')] }
    : { TemplateId: codeTemplate, TemplateParamSet: [secret, body] }

/** @throws RangeError for an address that is not to be used */
export const smsSender = (configuration: SmsConfiguration, { clock }: Pick<Services, 'clock'>): Sender => {
  const { baseUrl, secretId, secretKey, region, appId, sign, perSecond } = configuration
  const { host } = new URL(checkedBase(baseUrl))
  const http = signedHttp({
    baseUrl,
    headers: { 'user-agent': 'shuibang' },
    sign: ({ body }) =>
      tc3Headers({
        secretId,
        secretKey,
        service: SERVICE,
        host,
        action: ACTION,
        version: VERSION,
        region,
        timestamp: Math.floor(clock() / 1000),
        payload: body,
      }),
  })
  const sendOne = async (message: Message, signal: AbortSignal): Promise<SendOutcome> => {
    const body = {
      PhoneNumberSet: [message.to],
      SmsSdkAppId: appId,
      SignName: sign,
      ...parametersOf(configuration, message),
      SessionContext: message.id,
    }
    const { status, bytes } = await http({ method: 'POST', path: [], body, signal })
    return outcomeOf(status, parsedJson(bytes.toString('utf8')))
  }
  return {
    channel: 'sms',
    patience: 10_000,
    together: 1,
    atOnce: 8,
    rate: { perSecond, burst: Math.max(40, perSecond) },
    needsAddress: true,
    send: (messages, signal) => Promise.all(messages.map((message) => sendOne(message, signal))),
  }
}
