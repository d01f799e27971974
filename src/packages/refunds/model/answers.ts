/** What the refund pages get from the server, by name. */
import type { Input, Output } from '../../../client/api'

export type Voucher = Output<'refunds', 'vouchers'>['items'][number]
export type CaseRow = Output<'refunds', 'mine'>['items'][number]
export type CaseFull = Output<'refunds', 'get'>['case']
export type HistoryRow = CaseFull['history'][number]
export type DraftRow = Output<'refunds', 'drafts'>['items'][number]
export type DraftFull = Output<'refunds', 'draft'>['draft']
export type CheckShown = Output<'refunds', 'check'>['check']
export type CheckWish = Input<'refunds', 'check'>
export type DraftWish = Input<'refunds', 'saveDraft'>
/** The number masked, as the server shows it. */
export type ShownAccount = NonNullable<CaseFull['account']>
export type BankAccount = Input<'refunds', 'fixAccount'>['account']
