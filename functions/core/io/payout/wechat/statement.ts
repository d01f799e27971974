/**
 * A day’s statement: the fund bill of the operating account (资金账单, pay.weixin.qq.com/doc/v3/merchant/4013071238), which is
 * there from ten the next morning, for three months.
 */
import { createHash } from 'node:crypto'
import { parseYuan } from '../../../pure/money'
import type { Day } from '../../../pure/time'
import type { StatementRow } from '../contract'
import { errorCodeOf, orderOfBill } from './bills'
import type { WechatHttp } from './http'

/** Each cell of a row stands behind a backtick, so that a comma within one divides nothing. */
const cellsOf = (line: string): readonly string[] => line.replace(/^`/, '').split(',`')

const OUT = '支出'
const TRANSFER = /转账/

const columnOf = (columns: readonly string[], name: string): number => {
  const at = columns.findIndex((column) => column.startsWith(name))
  if (at < 0) throw new Error(`a fund bill has no column ${name}`)
  return at
}

interface Moved {
  readonly out: boolean
  readonly order: string
  readonly fen: number
}

/** Money of ours that came back cancels one row that went out, of the same amount. */
const withoutReturned = (moved: readonly Moved[]): readonly StatementRow[] => {
  const out = moved.filter((row) => row.out).map(({ order, fen }) => ({ order, fen }))
  for (const back of moved.filter((row) => !row.out)) {
    const at = out.findIndex(({ order, fen }) => order === back.order && fen === back.fen)
    if (at >= 0) out.splice(at, 1)
  }
  return out
}

/**
 * Rows of transfers. One that bears no order of ours stands under the number WeChat Pay gives it, so that it is told as theirs.
 * @throws Error where the bill’s own total of rows does not agree
 */
export const rowsOfBill = (text: string): readonly StatementRow[] => {
  const [head = '', ...lines] = text.replace(/^\ufeff/, '').split(/\r?\n/)
  const columns = head.split(',')
  const end = lines.findIndex((line) => line.startsWith('资金流水总笔数'))
  const rows = lines.slice(0, Math.max(end, 0)).map(cellsOf)
  if (end < 0 || cellsOf(lines[end + 1] ?? '')[0] !== String(rows.length))
    throw new Error('a fund bill’s total does not agree')
  const [number, name, kind, direction, amount] = [
    '微信支付业务单号',
    '业务名称',
    '业务类型',
    '收支类型',
    '收支金额',
  ].map((title) => columnOf(columns, title)) as [number, number, number, number, number]
  const moved = rows.flatMap((cells): Moved[] => {
    const ours = cells.map(orderOfBill).find((order) => order !== undefined)
    if (ours === undefined && !TRANSFER.test(`${cells[name] ?? ''}${cells[kind] ?? ''}`)) return []
    return [
      {
        out: cells[direction] === OUT,
        order: ours ?? cells[number] ?? '',
        fen: parseYuan(cells[amount] ?? ''),
      },
    ]
  })
  return withoutReturned(moved)
}

const digestOf = (bytes: Buffer): string => createHash('sha1').update(bytes).digest('hex')

/** Only to where requests go anyway: our signature is on it. */
const partsOf = (address: string, baseUrl: string): { path: string[]; query: Record<string, string> } => {
  const [url, base] = [new URL(address), new URL(baseUrl)]
  if (url.origin !== base.origin) throw new Error('a fund bill is said to be elsewhere')
  const path = url.pathname.slice(base.pathname.replace(/\/$/, '').length + 1)
  return { path: path.split('/').map(decodeURIComponent), query: Object.fromEntries(url.searchParams) }
}

/** @returns undefined while it is being made. @throws Error for an answer that is not believed, or a file of another digest */
export const wechatStatement = async (
  { exchange, download }: WechatHttp,
  baseUrl: string,
  day: Day,
  signal: AbortSignal,
): Promise<readonly StatementRow[] | undefined> => {
  const reply = await exchange({
    method: 'GET',
    path: ['v3', 'bill', 'fundflowbill'],
    query: { bill_date: day, account_type: 'OPERATION' },
    signal,
  })
  if ('disbelief' in reply) throw new Error(`a fund bill is not believed: ${reply.disbelief}`)
  const { status, body } = reply
  if (status !== 200) {
    const code = errorCodeOf(body)
    if (code === 'NO_STATEMENT_EXIST') return []
    if (code === 'STATEMENT_CREATING') return undefined
    throw new Error(`a fund bill cannot be had: ${status}`)
  }
  const bill = body as { readonly hash_value?: unknown; readonly download_url?: unknown } | null
  if (typeof bill?.hash_value !== 'string' || typeof bill.download_url !== 'string')
    throw new Error('a fund bill’s answer cannot be read')
  const file = await download({ method: 'GET', ...partsOf(bill.download_url, baseUrl), signal })
  if (file.status !== 200 || digestOf(file.bytes) !== bill.hash_value.toLowerCase())
    throw new Error('a fund bill’s digest does not agree')
  return rowsOfBill(file.bytes.toString('utf8'))
}
