/** The treasury's side of the two files, written by itself from docs/treasury-files.md: checks a batch file, and answers it. */
import { createHash } from 'node:crypto'

export interface PaidRow {
  readonly order: string
  readonly fen: number
  readonly name: string
  readonly bank: string
  readonly account: string
  readonly purpose: string
}

export interface BatchFile {
  readonly office: string
  readonly day: string
  readonly batch: string
  readonly sha256: string
  readonly rows: readonly PaidRow[]
}

/** By hand: a field is in quotes, a quote within is doubled, records end by CRLF. */
const recordsOf = (text: string): string[][] =>
  text
    .split('\r\n')
    .slice(0, -1)
    .map((line) => {
      if (!/^"(?:[^"]|"")*"(?:,"(?:[^"]|"")*")*$/.test(line)) throw new Error(`not a record: ${line}`)
      return [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, field = '']) => field.replaceAll('""', '"'))
    })

/** @throws Error where the file is not as agreed */
export const readBatch = (bytes: Buffer): BatchFile => {
  if (bytes.subarray(0, 3).toString('hex') !== 'efbbbf') throw new Error('no byte order mark')
  const records = recordsOf(bytes.subarray(3).toString('utf8'))
  const [head, columns, ...rest] = records
  const trailer = rest.pop()
  const [, name, version, office = '', day = '', batch = ''] = head ?? []
  if (name !== 'SHUIBANG-PAY' || version !== '1') throw new Error('another file')
  if (columns?.length !== 8) throw new Error('other columns')
  const rows = rest.map(
    ([kind, serial, order = '', fen, holder = '', bank = '', account = '', purpose = ''], i) => {
      if (kind !== 'D' || serial !== String(i + 1)) throw new Error('not a row')
      return { order, fen: Number(fen), name: holder, bank, account, purpose }
    },
  )
  const sum = rows.reduce((total, { fen }) => total + fen, 0)
  if (trailer?.join() !== ['T', rows.length, sum].join()) throw new Error('control totals do not agree')
  return { office, day, batch, sha256: createHash('sha256').update(bytes).digest('hex'), rows }
}

export interface ReturnedRow {
  readonly order: string
  readonly fen: number
  /** A reason code; paid without. */
  readonly reason?: string
  readonly remark?: string
}

export interface ReturnParts {
  readonly head: string[]
  readonly columns: string[]
  readonly rows: string[][]
  readonly trailer: string[]
}

const COLUMNS = ['C', '指令编号', '金额(分)', '结果', '原因代码', '入账日期', '备注']

/** What is answered, before anything is done to it. */
export const returnOf = (
  file: BatchFile,
  { rows, day }: { readonly rows: readonly ReturnedRow[]; readonly day: string },
): ReturnParts => {
  const paid = rows.filter(({ reason }) => reason === undefined)
  const sum = (some: readonly ReturnedRow[]): string =>
    String(some.reduce((total, { fen }) => total + fen, 0))
  return {
    head: ['H', 'SHUIBANG-RETURN', '1', file.office, day, file.batch, file.sha256],
    columns: COLUMNS,
    rows: rows.map(({ order, fen, reason, remark = '' }) => [
      'D',
      order,
      String(fen),
      reason === undefined ? 'paid' : 'rejected',
      reason ?? '',
      reason === undefined ? day : '',
      remark,
    ]),
    trailer: ['T', String(rows.length), sum(rows), String(paid.length), sum(paid)],
  }
}

export const bytesOf = ({ head, columns, rows, trailer }: ReturnParts, bom = true): Buffer =>
  Buffer.from(
    `${bom ? '\ufeff' : ''}${[head, columns, ...rows, trailer].map((record) => record.join(',')).join('\r\n')}\r\n`,
    'utf8',
  )
