/**
 * WeChat's server interfaces as a real HTTP server: tokens by `stable_token`, subscribe messages with what WeChat checks of them
 * (token, template, openid, each field by its type), a grant used up by each, and msg_sec_check.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** WeChat's own table of field types, written from its page and not from our code. */
const TYPES: readonly (readonly [RegExp, RegExp, number])[] = [
  [/^thing\d+$/, /^[\s\S]+$/, 20],
  [/^phrase\d+$/, /^\p{Script=Han}+$/u, 5],
  [/^character_string\d+$/, /^[\x20-\x7e]+$/, 32],
  [/^number\d+$/, /^\d+(\.\d+)?$/, 32],
  [/^name\d+$/, /^[^\d]+$/, 20],
  [/^date\d+$/, /^\d{4}年\d{1,2}月\d{1,2}日( \d{2}:\d{2})?$/, 40],
  [/^time\d+$/, /^(\d{4}年\d{1,2}月\d{1,2}日 )?\d{2}:\d{2}$/, 40],
]

export interface Sent {
  readonly touser: string
  readonly template_id: string
  readonly page?: string
  readonly data: Readonly<Record<string, { readonly value: string }>>
}

export interface WechatStandIn {
  readonly url: string
  readonly app: { readonly appId: string; readonly secret: string }
  /** What was taken. */
  readonly sent: readonly Sent[]
  /** Every code that a message was answered with. */
  readonly codes: readonly number[]
  /** `openid|template` → what the person has granted. */
  readonly grants: Map<string, number>
  /** Tokens given, and how many by force. */
  readonly tokens: { given: number; forced: number }
  /** The token that holds is told off from now on. */
  expireToken(): void
  /** The same one is given again until it is forced. */
  sticky: boolean
  /** Answers of the next messages, before anything else is looked at; `silent`: taken, and never answered. */
  readonly next: (number | 'silent' | 'html')[]
  /** What msg_sec_check says of a text that holds a word. */
  readonly words: Map<string, 'review' | 'risky'>
  /** Texts that were checked. */
  readonly checked: { readonly openid: string; readonly content: string; readonly scene: number }[]
  close(): Promise<void>
}

const jsonOf = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>
}

const dataFits = (data: Sent['data']): boolean =>
  Object.keys(data).length > 0 &&
  Object.entries(data).every(([key, { value }]) => {
    const row = TYPES.find(([name]) => name.test(key))
    return row !== undefined && value.length > 0 && value.length <= row[2] && row[1].test(value)
  })

export const startWechat = async (templates: readonly string[]): Promise<WechatStandIn> => {
  let [serial, valid] = [0, '']
  const sent: Sent[] = []
  const codes: number[] = []

  const tokenAnswer = (body: Record<string, unknown>): unknown => {
    if (body.appid !== standIn.app.appId || body.secret !== standIn.app.secret) return { errcode: 40125 }
    if (body.grant_type !== 'client_credential') return { errcode: 40002 }
    const isForced = body.force_refresh === true
    standIn.tokens.given += 1
    standIn.tokens.forced += isForced ? 1 : 0
    if (isForced || !standIn.sticky) serial += 1
    const token = `token-${Math.max(1, serial)}`
    if (isForced || !standIn.sticky) valid = token
    return { access_token: token, expires_in: 7200 }
  }

  const messageCode = ({ touser, template_id, data }: Sent): number => {
    if (!/^openid-/.test(touser)) return 40003
    if (!templates.includes(template_id)) return 40037
    if (!dataFits(data)) return 47003
    const key = `${touser}|${template_id}`
    const left = standIn.grants.get(key) ?? 0
    if (left === 0) return 43101
    standIn.grants.set(key, left - 1)
    return 0
  }

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await jsonOf(request)
    const url = new URL(request.url ?? '/', 'http://wechat')
    const answer = (reply: unknown): void =>
      void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(reply))
    if (request.method !== 'POST') return answer({ errcode: 43002 })
    if (url.pathname === '/cgi-bin/stable_token') return answer(tokenAnswer(body))
    if (url.searchParams.get('access_token') !== valid) return answer({ errcode: 40001 })
    if (url.pathname === '/wxa/msg_sec_check') {
      const { openid, content, scene, version } = body
      if (version !== 2 || typeof content !== 'string' || content.length > 2500)
        return answer({ errcode: 40097 })
      standIn.checked.push({ openid: String(openid), content, scene: Number(scene) })
      const found = [...standIn.words].find(([word]) => content.includes(word))
      return answer({ errcode: 0, result: { suggest: found?.[1] ?? 'pass', label: found ? 20001 : 100 } })
    }
    if (url.pathname !== '/cgi-bin/message/subscribe/send') return answer({ errcode: 40066 })
    const told = standIn.next.shift()
    if (told === 'html')
      return void response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>no</h1>')
    if (typeof told === 'number') {
      codes.push(told)
      return answer({ errcode: told })
    }
    const message = body as unknown as Sent
    const errcode = messageCode(message)
    codes.push(errcode)
    if (errcode === 0) sent.push(message)
    if (told === 'silent') return
    answer({ errcode, errmsg: `said of ${message.touser}` })
  }

  const http = createServer((request, response) => {
    handle(request, response).catch(() => request.socket.destroy())
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const standIn: WechatStandIn = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    app: { appId: 'wx-of-the-test', secret: 'hush-secret-of-the-test' },
    sent,
    codes,
    grants: new Map(),
    tokens: { given: 0, forced: 0 },
    expireToken: () => {
      valid = `after ${valid}`
    },
    sticky: false,
    next: [],
    words: new Map(),
    checked: [],
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve())
        http.closeAllConnections()
      }),
  }
  return standIn
}
