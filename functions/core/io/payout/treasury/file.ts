/** The file that goes to the treasury: header, column names, a row an order, and a trailer with control totals. */
import { createHash } from 'node:crypto'
import type { Day } from '../../../pure/time'
import type { Payee, PayoutPurpose } from '../contract'
import { csvBytes, fitsCell } from './csv'
import { PAY_COLUMNS, PAY_FILE, VERSION } from './layout'

export type BankPayee = Extract<Payee, { kind: 'bank' }>

export interface FileRow {
  readonly order: string
  readonly fen: number
  readonly purpose: PayoutPurpose
  readonly payee: BankPayee
}

export interface FileHead {
  readonly office: string
  readonly day: Day
  readonly batch: string
}

export interface ControlTotals {
  readonly count: number
  readonly fen: number
}

const PURPOSES: Readonly<Record<PayoutPurpose, string>> = { refund: '退税款', prize: '奖金' }
/** Digits, and letters or hyphens after the first: as account numbers here are written. */
const ACCOUNT = /^\d[\dA-Za-z-]{5,39}$/

/** Can this payee be paid by file? What a bank needs goes in as it is or not at all. */
export const isBankPayee = (payee: Payee): payee is BankPayee =>
  payee.kind === 'bank' &&
  ACCOUNT.test(payee.account) &&
  fitsCell(payee.name, 80) &&
  fitsCell(payee.bank, 120)

export const totalsOf = (rows: readonly Pick<FileRow, 'fen'>[]): ControlTotals => ({
  count: rows.length,
  fen: rows.reduce((sum, { fen }) => sum + fen, 0),
})

/** The same rows make the same bytes. */
export const fileOf = ({ office, day, batch }: FileHead, rows: readonly FileRow[]): Buffer => {
  const { count, fen } = totalsOf(rows)
  return csvBytes([
    ['H', PAY_FILE, VERSION, office, day, batch],
    PAY_COLUMNS,
    ...rows.map(({ order, fen: amount, purpose, payee }, i) => [
      'D',
      String(i + 1),
      order,
      String(amount),
      payee.name,
      payee.bank,
      payee.account,
      PURPOSES[purpose],
    ]),
    ['T', String(count), String(fen)],
  ])
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
