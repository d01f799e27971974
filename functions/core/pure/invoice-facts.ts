/** What an invoice says of itself, as rules of several functions speak of it. */
import type { Day } from './time'

/** By its QR code, or as typed. */
export interface InvoiceFacts {
  /** Two digits as in the QR code: '32' 数电普票. Others than those that are known exist. */
  readonly kind: string
  /** 10 or 12 digits; '' for 数电票. */
  readonly code: string
  /** 8 digits, or 20 for 数电票. */
  readonly number: string
  readonly issuedOn: Day
  /** Fen; what it is of is amountOf. Negative: a red-letter invoice. */
  readonly amount: number
  readonly amountOf: 'net' | 'total'
  /** 20 digits; as typed its last six, which verification asks for; or ''. */
  readonly checkCode: string
}
