/** The transfers themselves, as WeChat Pay’s documents have them: who is paid, once, and what is said about it. No HTTP, no mischief. */
import { generateKeyPairSync } from 'node:crypto'
import { Hash, Rsa } from 'wechatpay-axios-plugin'

type State = 'WAIT_USER_CONFIRM' | 'SUCCESS' | 'FAIL' | 'CANCELING' | 'CANCELLED'

export interface BillAt {
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

const DAY_MS = 86_400_000
export const EXPECTED = {
  appid: 'wx8888888888888888',
  mchid: '1900000001',
  serial: '5157F09EFDC096DE15EBE81A47057A7232F1B8E1',
  platform: 'PUB_KEY_ID_0114232134912410000000000000',
  apiV3Key: 'an-api-v3-key-of-thirty-two-byte',
}

export const rfc3339 = (at: number): string =>
  `${new Date(at + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`

export interface Told {
  readonly status: number
  readonly body: string
}
const told = (status: number, body: unknown): Told => ({ status, body: JSON.stringify(body) })
export const error = (status: number, code: string): Told =>
  told(status, { code, message: `refused: ${code}` })

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

export interface Bank {
  /** Every movement of money, by our number. */
  readonly moved: { billNo: string; fen: number; at: number; number: string }[]
  /** Requests to transfer as they arrived. */
  readonly asked: string[]
  /** What was wrong with requests. */
  readonly refused: string[]
  readonly bills: Map<string, BillAt>
  balance: number
  payee: (openid: string) => Payee
  transfer(text: string): Told
  cancel(billNo: string): Told
  query(billNo: string): Told
  statement(day: string): Told
  /** The file of a statement. */
  file(day: string): string
  shown(bill: BillAt): unknown
}

/** @param baseUrl where statements are fetched from */
export const openBank = (clock: () => number, baseUrl: () => string): Bank => {
  const { theirs } = testKeys()
  const bills = new Map<string, BillAt>()
  const moved: Bank['moved'] = []
  const asked: string[] = []
  const refused: string[] = []
  const files = new Map<string, string>()

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
    bank.balance -= transfer_amount
    moved.push({ billNo: out_bill_no, fen: transfer_amount, at: clock(), number: transfer_bill_no })
  }
  /** What its payee has done meanwhile. */
  const goOn = (bill: BillAt): void => {
    if (bill.state === 'CANCELING') return change(bill, 'CANCELLED', 'MCH_CANCEL')
    if (bill.state !== 'WAIT_USER_CONFIRM') return
    const payee = bank.payee(bill.openid)
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
      if (fen > bank.balance) return error(403, 'NOT_ENOUGH')
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
      download_url: `${baseUrl()}/v3/billdownload/file?token=${day}`,
    })
  }

  const bank: Bank = {
    moved,
    asked,
    refused,
    bills,
    balance: 1e12,
    payee: () => 'confirms',
    transfer,
    cancel,
    query,
    statement,
    file: (day) => files.get(day) ?? '',
    shown,
  }
  return bank
}
