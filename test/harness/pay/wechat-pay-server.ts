/**
 * WeChat Pay’s transfers as a real HTTP server, which checks requests and signs answers with `wechatpay-axios-plugin` alone: what
 * our own signing gets wrong, it refuses. It pays one bill once, and does mischief that the test draws.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Aes, Formatter, Hash, Rsa } from 'wechatpay-axios-plugin'
import type { WechatPayConfiguration } from '../../../functions/core/io/payout/contract'

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

type State = 'WAIT_USER_CONFIRM' | 'SUCCESS' | 'FAIL' | 'CANCELING' | 'CANCELLED'

interface BillAt {
  readonly out_bill_no: string
  readonly transfer_bill_no: string
  readonly openid: string
  readonly transfer_amount: number
  readonly user_name: string | undefined
  readonly create_time: string
  readonly made: number
  state: State
  update_time: string
  fail_reason?: string
}

/** What becomes of a bill by whom it is for; `confirms` at the next question for it. */
export type Payee = 'confirms' | 'never' | { readonly fails: string }

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

const pair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })

/** Made once a process: they take a while. */
let keys:
  | {
      readonly ours: ReturnType<typeof pair>
      readonly theirs: ReturnType<typeof pair>
      readonly strangers: ReturnType<typeof pair>
    }
  | undefined
export const testKeys = () => (keys ??= { ours: pair(), theirs: pair(), strangers: pair() })

const SKEW_SECONDS = 300
const DAY_MS = 86_400_000
const EXPECTED = {
  appid: 'wx8888888888888888',
  mchid: '1900000001',
  serial: '5157F09EFDC096DE15EBE81A47057A7232F1B8E1',
  platform: 'PUB_KEY_ID_0114232134912410000000000000',
  apiV3Key: 'an-api-v3-key-of-thirty-two-byte',
}

const rfc3339 = (at: number): string => `${new Date(at + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`

const textOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

interface Told {
  readonly status: number
  readonly body: string
}
const told = (status: number, body: unknown): Told => ({ status, body: JSON.stringify(body) })
const error = (status: number, code: string): Told => told(status, { code, message: `refused: ${code}` })

/** What is wrong with a request to transfer, as the documents have it. */
const wrongWith = (body: Record<string, unknown>, privateKey: string): string | undefined => {
  const { appid, out_bill_no, openid, transfer_amount, transfer_remark, transfer_scene_id, user_name } = body
  if (appid !== EXPECTED.appid) return 'appid'
  if (typeof out_bill_no !== 'string' || !/^[0-9A-Za-z]{1,32}$/.test(out_bill_no)) return 'out_bill_no'
  if (typeof openid !== 'string' || openid.length > 64) return 'openid'
  if (!Number.isInteger(transfer_amount) || Number(transfer_amount) < 1) return 'transfer_amount'
  if (typeof transfer_remark !== 'string' || [...transfer_remark].length > 32) return 'transfer_remark'
  if (transfer_scene_id !== '1002') return 'transfer_scene_id'
  const report = JSON.stringify(body.transfer_scene_report_infos)
  if (!/^\[\{"info_type":"补贴类型","info_content":"[^"]{1,32}"\}\]$/.test(report)) return 'report'
  if (user_name === undefined) return Number(transfer_amount) >= 200_000 ? 'user_name' : undefined
  if (Number(transfer_amount) < 30) return 'user_name'
  return Rsa.decrypt(String(user_name), Rsa.from(privateKey, Rsa.KEY_TYPE_PRIVATE)) ? undefined : 'user_name'
}

export const startWechatPay = async ({
  clock,
  lateMs = 250,
}: {
  readonly clock: () => number
  readonly lateMs?: number
}): Promise<WechatPayServer> => {
  const { ours, theirs, strangers } = testKeys()
  const bills = new Map<string, BillAt>()
  const moved: { billNo: string; fen: number; at: number; number: string }[] = []
  const asked: string[] = []
  const refused: string[] = []
  const files = new Map<string, string>()
  const waiting = new Set<Promise<unknown>>()

  const later = (work: () => unknown): void => {
    const wait = new Promise((resolve) => setTimeout(resolve, lateMs))
      .then(work)
      .finally(() => waiting.delete(wait))
    waiting.add(wait)
  }
  const shown = (bill: BillAt): unknown => {
    const { made: _made, user_name: _name, ...rest } = bill
    return { mch_id: EXPECTED.mchid, appid: EXPECTED.appid, transfer_remark: '退税款', ...rest }
  }
  const change = (bill: BillAt, state: State, reason?: string): void => {
    bill.state = state
    bill.update_time = rfc3339(clock())
    if (reason !== undefined) bill.fail_reason = reason
    if (state !== 'SUCCESS') return
    const { out_bill_no, transfer_amount, transfer_bill_no } = bill
    server.balance -= transfer_amount
    moved.push({ billNo: out_bill_no, fen: transfer_amount, at: clock(), number: transfer_bill_no })
  }
  /** What its payee has done meanwhile. */
  const goOn = (bill: BillAt): void => {
    if (bill.state === 'CANCELING') return change(bill, 'CANCELLED', 'MCH_CANCEL')
    if (bill.state !== 'WAIT_USER_CONFIRM') return
    const payee = server.payee(bill.openid)
    if (payee === 'confirms') return change(bill, 'SUCCESS')
    if (typeof payee === 'object') return change(bill, 'FAIL', payee.fails)
    if (clock() - bill.made > DAY_MS) change(bill, 'FAIL', 'OVERDUE_CLOSE')
  }

  const transfer = (text: string): Told => {
    const body = JSON.parse(text) as Record<string, unknown>
    const wrong = wrongWith(body, theirs.privateKey)
    if (wrong !== undefined) {
      refused.push(wrong)
      return error(400, 'PARAM_ERROR')
    }
    const billNo = String(body.out_bill_no)
    asked.push(billNo)
    const [openid, fen] = [String(body.openid), Number(body.transfer_amount)]
    let bill = bills.get(billNo)
    if (bill && (bill.openid !== openid || bill.transfer_amount !== fen)) return error(400, 'INVALID_REQUEST')
    if (!bill) {
      if (fen > server.balance) return error(403, 'NOT_ENOUGH')
      const name = body.user_name
      bill = {
        out_bill_no: billNo,
        transfer_bill_no: `13300000${String(bills.size).padStart(24, '0')}`,
        openid,
        transfer_amount: fen,
        user_name: name === undefined ? undefined : Rsa.decrypt(String(name), theirs.privateKey),
        create_time: rfc3339(clock()),
        made: clock(),
        state: 'WAIT_USER_CONFIRM',
        update_time: rfc3339(clock()),
      }
      bills.set(billNo, bill)
    }
    const { out_bill_no, transfer_bill_no, create_time, state } = bill
    return told(200, {
      out_bill_no,
      transfer_bill_no,
      create_time,
      state,
      package_info: `package-of-${billNo}`,
    })
  }
  const cancel = (billNo: string): Told => {
    const bill = bills.get(billNo)
    if (!bill) return error(404, 'NOT_FOUND')
    if (bill.state !== 'WAIT_USER_CONFIRM') return error(400, 'INVALID_REQUEST')
    change(bill, 'CANCELING')
    const { out_bill_no, transfer_bill_no, state, update_time } = bill
    return told(200, { out_bill_no, transfer_bill_no, state, update_time })
  }
  const query = (billNo: string): Told => {
    const bill = bills.get(billNo)
    if (!bill || clock() - bill.made > 30 * DAY_MS) return error(404, 'NOT_FOUND')
    goOn(bill)
    return told(200, shown(bill))
  }
  const statement = (day: string): Told => {
    const from = Date.parse(`${day}T00:00:00+08:00`)
    const rows = moved.filter(({ at }) => at >= from && at < from + DAY_MS)
    if (rows.length === 0) return error(400, 'NO_STATEMENT_EXIST')
    const lines = rows.map(
      ({ billNo, fen, at, number }, i) =>
        `\`${rfc3339(at).slice(0, 19).replace('T', ' ')},\`${number},\`flow${i},\`商家转账,\`商家转账,\`支出,\`${(fen / 100).toFixed(2)},\`1.00,\`API,\`退税, "款",\`${billNo}`,
    )
    const file = [
      '\ufeff记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元),资金变更提交申请人,备注,业务凭证号',
      ...lines,
      `\`${day} 09:00:00,\`fee1,\`flowf,\`手续费,\`扣除交易手续费,\`支出,\`0.01,\`1.00,\`system,\`,\`none`,
      '资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额',
      `\`${rows.length + 1},\`0,\`0.00,\`${rows.length + 1},\`0.00`,
      '',
    ].join('\r\n')
    files.set(day, file)
    return told(200, {
      hash_type: 'SHA1',
      hash_value: Hash.sha1(file),
      download_url: `${server.configuration.baseUrl}/v3/billdownload/file?token=${day}`,
    })
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
      return () => statement(new URLSearchParams(search).get('bill_date') ?? '')
    if (rest === path) return undefined
    if (request.method === 'POST' && rest === '') return () => transfer(text)
    if (kind !== 'out-bill-no') return undefined
    if (request.method === 'POST' && action === 'cancel') return () => cancel(billNo)
    return request.method === 'GET' && action === undefined ? () => query(billNo) : undefined
  }
  const billIn = (request: IncomingMessage, text: string): string =>
    /out-bill-no\/([0-9A-Za-z]+)/.exec(request.url ?? '')?.[1] ??
    /"out_bill_no":"([^"]*)"/.exec(text)?.[1] ??
    ''

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const text = await textOf(request)
    if (!isSigned(request, text)) {
      refused.push('signature')
      return send(response, error(401, 'SIGN_ERROR'), 'none')
    }
    const file = /^\/v3\/billdownload\/file\?token=(.+)$/.exec(request.url ?? '')?.[1]
    if (file !== undefined) return void response.end(files.get(file) ?? '')
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
      refused.push(String(thrown))
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
    moved,
    asked,
    refused,
    bills,
    balance: 1e12,
    mischief: () => 'none',
    payee: () => 'confirms',
    notification: (
      billNo,
      { at = clock(), apiV3Key = EXPECTED.apiV3Key, event, privateKey, serial } = {},
    ) => {
      const bill = bills.get(billNo)
      const nonce = randomBytes(6).toString('hex')
      const plain = JSON.stringify(bill ? shown(bill) : { out_bill_no: billNo, state: 'SUCCESS' })
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
