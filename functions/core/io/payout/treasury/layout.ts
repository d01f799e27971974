/** How the two files are laid out: docs/treasury-files.md. A record says by its first field what it is. */
import type { PayoutReason } from '../../../pure/payout-reasons'
import type { Day } from '../../../pure/time'

export const PAY_FILE = 'SHUIBANG-PAY'
export const RETURN_FILE = 'SHUIBANG-RETURN'
export const VERSION = '1'

export const PAY_COLUMNS = ['C', '序号', '指令编号', '金额(分)', '户名', '开户银行', '账号', '用途'] as const
export const RETURN_COLUMNS = ['C', '指令编号', '金额(分)', '结果', '原因代码', '入账日期', '备注'] as const

/** Reason codes of the return file. */
export const RETURN_REASONS: Readonly<Record<string, PayoutReason>> = {
  '01': 'accountNotFound',
  '02': 'accountClosed',
  '03': 'accountFrozen',
  '04': 'nameMismatch',
  '05': 'bankUnknown',
  '06': 'overLimit',
  '07': 'payerLimited',
  '08': 'notPermitted',
  '99': 'other',
}

/** One row of a return file that reads well. */
export type ReturnRow =
  | { readonly order: string; readonly fen: number; readonly paidDay: Day }
  | { readonly order: string; readonly fen: number; readonly why: PayoutReason }

export type ReturnProblem =
  | 'tooLarge'
  | 'encoding'
  | 'notCsv'
  | 'header'
  | 'columns'
  | 'version'
  | 'otherOffice'
  | 'unknownBatch'
  | 'batchNotSent'
  | 'otherFile'
  | 'day'
  | 'trailerMissing'
  | 'afterTrailer'
  | 'count'
  | 'total'
  | 'paidCount'
  | 'paidTotal'
  | 'row'
  | 'outcome'
  | 'reason'
  | 'paidDay'
  | 'unknownOrder'
  | 'otherAmount'
  | 'doubledRow'
  | 'missingRow'
  | 'settledOtherwise'
  | 'returnedOtherwise'

/** Something about a return file that is not as it must be; `row` counts records from 1, the header included. */
export interface ReturnDifference {
  readonly code: ReturnProblem
  readonly row?: number
  readonly order?: string
  readonly wanted?: string
  readonly found?: string
}
