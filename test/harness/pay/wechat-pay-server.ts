/**
 * WeChat Pay’s transfers as a real HTTP server, which checks requests and signs answers with `wechatpay-axios-plugin` alone: what
 * our own signing gets wrong, it refuses. It pays one bill once, and does mischief that the test draws.
 */
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Aes, Formatter, Rsa } from 'wechatpay-axios-plugin'
import type { WechatPayConfiguration } from '../../../functions/core/io/payout/contract'
import {
  error,
  EXPECTED,
  openBank,
  rfc3339,
  testKeys,
  type BillAt,
  type Payee,
  type Told,
} from './wechat-pay-bank'

export { testKeys, type Payee } from './wechat-pay-bank'

export type WechatMischief =
  | 'none'
  | 'lostRequest'
  | 'lostReply'
  | 'late'
  | 'twice'
  | 'failsAfter'
  | 'failsBefore'
  | 'cut'
  | 'redirect'
  | 'unsigned'
  | 'wrongSignature'
  | 'otherSerial'
  | 'oldTimestamp'
  /** Signed, and changed on its way. */
  | 'altered'
  | 'tooOften'
  /** Answers for another bill. */
  | 'otherBill'

export const WECHAT_MISCHIEFS: readonly WechatMischief[] = [
  'lostRequest',
  'lostReply',
  'late',
  'twice',
  'failsAfter',
  'failsBefore',
  'cut',
  'redirect',
  'unsigned',
  'wrongSignature',
  'otherSerial',
  'oldTimestamp',
  'altered',
  'tooOften',
  'otherBill',
]

export interface WechatPayServer {
  readonly configuration: WechatPayConfiguration
  /** Every movement of money, by our number. */
  readonly moved: readonly { readonly billNo: string; readonly fen: number }[]
  /** Requests to transfer as they arrived. */
  readonly asked: readonly string[]
  /** Requests that were refused for their signature or their form. */
  readonly refused: readonly string[]
  readonly bills: ReadonlyMap<string, Readonly<BillAt>>
  balance: number
  mischief: (method: string, billNo: string) => WechatMischief
  payee: (openid: string) => Payee
  /** A signed notification about a bill, as headers and body. */
  notification(billNo: string, more?: NotificationChange): SignedNotification
  settled(): Promise<void>
  close(): Promise<void>
}

export interface NotificationChange {
  readonly at?: number
  readonly apiV3Key?: string
  readonly event?: string
  readonly privateKey?: string
  readonly serial?: string
}

export interface SignedNotification {
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

const SKEW_SECONDS = 300
const textOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

export const startWechatPay = async ({
  clock,
  lateMs = 250,
}: {
  readonly clock: () => number
  readonly lateMs?: number
}): Promise<WechatPayServer> => {
  const { ours, theirs, strangers } = testKeys()
  const bank = openBank(clock, () => server.configuration.baseUrl)
  const waiting = new Set<Promise<unknown>>()

  const later = (work: () => unknown): void => {
    const wait = new Promise((resolve) => setTimeout(resolve, lateMs))
      .then(work)
      .finally(() => waiting.delete(wait))
    waiting.add(wait)
  }
  const isSigned = (request: IncomingMessage, text: string): boolean => {
    const fields = Object.fromEntries(
      [...(request.headers.authorization ?? '').matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [
        name,
        value,
      ]),
    ) as Record<string, string>
    const { mchid, serial_no, timestamp = '0', nonce_str = '', signature = '' } = fields
    if (!request.headers.authorization?.startsWith('WECHATPAY2-SHA256-RSA2048 ')) return false
    if (mchid !== EXPECTED.mchid || serial_no !== EXPECTED.serial || nonce_str.length < 16) return false
    if (Math.abs(clock() / 1000 - Number(timestamp)) > SKEW_SECONDS) return false
    const message = Formatter.request(request.method ?? '', request.url ?? '', timestamp, nonce_str, text)
    return Rsa.verify(message, signature, Rsa.from(ours.publicKey, Rsa.KEY_TYPE_PUBLIC))
  }
  const signedHeaders = (body: string, how: WechatMischief, at: number): Record<string, string> => {
    const timestamp = String(Math.floor(at / 1000) - (how === 'oldTimestamp' ? SKEW_SECONDS + 1 : 0))
    const nonce = Formatter.nonce()
    const key = how === 'wrongSignature' ? strangers.privateKey : theirs.privateKey
    return {
      'Wechatpay-Timestamp': timestamp,
      'Wechatpay-Nonce': nonce,
      'Wechatpay-Serial': how === 'otherSerial' ? 'PUB_KEY_ID_OTHER' : EXPECTED.platform,
      'Wechatpay-Signature': Rsa.sign(Formatter.response(timestamp, nonce, body), key),
    }
  }
  const send = (response: ServerResponse, { status, body }: Told, how: WechatMischief): void => {
    const headers = how === 'unsigned' ? {} : signedHeaders(body, how, clock())
    // Longer by one digit, or of another state: what a stranger on the way would like.
    const sent =
      how === 'altered' ? body.replace(/"state":"[A-Z_]+"/, '"state":"FAIL"').replace(/}$/, ' }') : body
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(sent)
  }

  const route = (request: IncomingMessage, text: string): (() => Told) | undefined => {
    const [path = '', search = ''] = (request.url ?? '').split('?')
    const rest = path.replace('/v3/fund-app/mch-transfer/transfer-bills', '')
    const [, kind, billNo = '', action] = rest.split('/')
    if (path === '/v3/bill/fundflowbill')
      return () => bank.statement(new URLSearchParams(search).get('bill_date') ?? '')
    if (rest === path) return undefined
    if (request.method === 'POST' && rest === '') return () => bank.transfer(text)
    if (kind !== 'out-bill-no') return undefined
    if (request.method === 'POST' && action === 'cancel') return () => bank.cancel(billNo)
    return request.method === 'GET' && action === undefined ? () => bank.query(billNo) : undefined
  }
  const billIn = (request: IncomingMessage, text: string): string =>
    /out-bill-no\/([0-9A-Za-z]+)/.exec(request.url ?? '')?.[1] ??
    /"out_bill_no":"([^"]*)"/.exec(text)?.[1] ??
    ''

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const text = await textOf(request)
    if (!isSigned(request, text)) {
      bank.refused.push('signature')
      return send(response, error(401, 'SIGN_ERROR'), 'none')
    }
    const file = /^\/v3\/billdownload\/file\?token=(.+)$/.exec(request.url ?? '')?.[1]
    if (file !== undefined) return void response.end(bank.file(file))
    const act = route(request, text)
    if (!act) return send(response, error(404, 'RESOURCE_NOT_EXISTS'), 'none')
    const how = server.mischief(request.method ?? '', billIn(request, text))
    switch (how) {
      case 'lostRequest':
        return void request.socket.destroy()
      case 'lostReply':
        act()
        return void request.socket.destroy()
      case 'late': {
        const answer = act()
        return later(() => send(response, answer, how))
      }
      case 'twice':
        act()
        return send(response, act(), how)
      case 'failsAfter':
        act()
        return send(response, error(500, 'SYSTEM_ERROR'), how)
      case 'failsBefore':
        return send(response, error(503, 'SYSTEM_ERROR'), how)
      case 'tooOften':
        return send(response, error(429, 'FREQUENCY_LIMIT_EXCEED'), how)
      case 'otherBill': {
        const { status, body } = act()
        return send(
          response,
          { status, body: body.replaceAll(billIn(request, text), 'po00000000000000000000000000') },
          how,
        )
      }
      case 'cut':
        act()
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '400' })
        response.write('{"state":"SUC')
        return void setImmediate(() => request.socket.destroy())
      case 'redirect':
        return void response.writeHead(307, { location: '/elsewhere' }).end()
      default:
        return send(response, act(), how)
    }
  }

  const http = createServer((request, response) => {
    response.on('error', () => undefined)
    handle(request, response).catch((thrown: unknown) => {
      bank.refused.push(String(thrown))
      request.socket.destroy()
    })
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))

  const server: WechatPayServer = {
    configuration: {
      channel: 'wechat',
      baseUrl: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
      appId: EXPECTED.appid,
      mchId: EXPECTED.mchid,
      serial: EXPECTED.serial,
      privateKey: ours.privateKey,
      platformSerial: EXPECTED.platform,
      platformKey: theirs.publicKey,
      apiV3Key: EXPECTED.apiV3Key,
      notifyUrl: 'https://tax.example.cn/pay/notify',
    },
    moved: bank.moved,
    asked: bank.asked,
    refused: bank.refused,
    bills: bank.bills,
    get balance() {
      return bank.balance
    },
    set balance(fen) {
      bank.balance = fen
    },
    get payee() {
      return bank.payee
    },
    set payee(of) {
      bank.payee = of
    },
    mischief: () => 'none',
    notification: (
      billNo,
      { at = clock(), apiV3Key = EXPECTED.apiV3Key, event, privateKey, serial } = {},
    ) => {
      const bill = bank.bills.get(billNo)
      const nonce = randomBytes(6).toString('hex')
      const plain = JSON.stringify(bill ? bank.shown(bill) : { out_bill_no: billNo, state: 'SUCCESS' })
      const body = JSON.stringify({
        id: `EV-${randomBytes(8).toString('hex')}`,
        create_time: rfc3339(at),
        resource_type: 'encrypt-resource',
        event_type: event ?? 'MCHTRANSFER.BILL.FINISHED',
        summary: '商家转账单据终态通知',
        resource: {
          original_type: 'mch_payment',
          algorithm: 'AEAD_AES_256_GCM',
          ciphertext: Aes.AesGcm.encrypt(plain, apiV3Key, nonce, 'mch_payment'),
          associated_data: 'mch_payment',
          nonce,
        },
      })
      const headers = signedHeaders(body, 'none', at)
      const [timestamp = '', signed = ''] = [headers['Wechatpay-Timestamp'], headers['Wechatpay-Nonce']]
      return {
        headers: {
          ...headers,
          ...(serial === undefined ? {} : { 'Wechatpay-Serial': serial }),
          ...(privateKey === undefined
            ? {}
            : { 'Wechatpay-Signature': Rsa.sign(Formatter.response(timestamp, signed, body), privateKey) }),
        },
        body: Buffer.from(body, 'utf8'),
      }
    },
    settled: async () => {
      while (waiting.size > 0) await Promise.all(waiting)
    },
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve())
        http.closeAllConnections()
      }),
  }
  return server
}
