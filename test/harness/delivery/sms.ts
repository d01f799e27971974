/** Tencent Cloud SMS as a real HTTP server: it checks signature, clock, action, version and fields, and keeps what it sent. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { SmsConfiguration } from '../../../functions/core/io/delivery/configuration'
import { signatureProblem } from '../outside/invoices-tc3'

export interface SentText {
  readonly PhoneNumberSet: readonly string[]
  readonly TemplateId: string
  readonly TemplateParamSet: readonly string[]
  readonly SessionContext: string
}

export interface SmsStandIn {
  readonly configuration: SmsConfiguration
  readonly sent: readonly SentText[]
  /** Codes that the next texts are answered with; `cut`: taken, and nothing comes back; `whole`: an error of the whole request. */
  readonly next: (string | 'cut' | { readonly whole: string })[]
  close(): Promise<void>
}

const CREDENTIALS = { secretId: 'AKIDofTheTextsOfTheTest', secretKey: 'hushKeyOfTheTextsOfTheTest' }

export const startSms = async (clock: () => number): Promise<SmsStandIn> => {
  const sent: SentText[] = []
  const problemOf = (request: IncomingMessage, bytes: Buffer, body: Record<string, unknown>) => {
    const { headers } = request
    if (request.method !== 'POST' || request.url !== '/') return 'UnsupportedProtocol'
    if (headers['x-tc-action'] !== 'SendSms' || headers['x-tc-version'] !== '2021-01-11')
      return 'InvalidAction'
    const problem = signatureProblem(request, bytes, CREDENTIALS, Math.floor(clock() / 1000), 'sms')
    if (problem) return problem
    if (body.SmsSdkAppId !== standIn.configuration.appId) return 'UnauthorizedOperation.SmsSdkAppIdVerifyFail'
    if (body.SignName !== '税帮') return 'FailedOperation.SignatureIncorrectOrUnapproved'
    const wanted = { '100001': 2, '100002': 1 }[String(body.TemplateId)]
    const given = body.TemplateParamSet
    if (
      !Array.isArray(given) ||
      given.length !== wanted ||
      given.some((one) => typeof one !== 'string' || one === '')
    )
      return 'InvalidParameterValue.TemplateParameterFormatError'
    return undefined
  }
  const statusOf = ({ PhoneNumberSet }: SentText): string =>
    /^\+861[3-9]\d{9}$/.test(PhoneNumberSet[0] ?? '') ? 'Ok' : 'InvalidParameterValue.IncorrectPhoneNumber'
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const bytes = Buffer.concat(chunks)
    const body = JSON.parse(bytes.toString('utf8')) as Record<string, unknown>
    const answer = (told: unknown): void =>
      void response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ Response: { ...(told as object), RequestId: 'r' } }))
    const next = standIn.next.shift()
    const problem = typeof next === 'object' ? next.whole : problemOf(request, bytes, body)
    if (problem)
      return answer({ Error: { Code: problem, Message: `said of ${String(body.PhoneNumberSet)}` } })
    const message = body as unknown as SentText
    const Code = typeof next === 'string' && next !== 'cut' ? next : statusOf(message)
    if (Code === 'Ok') sent.push(message)
    if (next === 'cut') return void request.socket.destroy()
    answer({ SendStatusSet: [{ SerialNo: Code === 'Ok' ? `serial-${sent.length}` : '', Code, Message: '' }] })
  }
  const http = createServer((request, response) => {
    handle(request, response).catch(() => request.socket.destroy())
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const standIn: SmsStandIn = {
    configuration: {
      baseUrl: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
      ...CREDENTIALS,
      region: 'ap-guangzhou',
      appId: '1400000001',
      sign: '税帮',
      codeTemplate: '100001',
      noticeTemplate: '100002',
      perSecond: 50,
    },
    sent,
    next: [],
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve())
        http.closeAllConnections()
      }),
  }
  return standIn
}
