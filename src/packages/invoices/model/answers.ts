/** What the server answers about invoices, by name. */
import type { Input, Output } from '../../../client/api'

export type Known = Output<'invoices', 'known'>
export type WalletInvoice = Output<'invoices', 'get'>['invoice']
export type KeptFile = NonNullable<Output<'invoices', 'get'>['file']>
export type Reimbursement = Output<'invoices', 'list'>['list']
export type KeptTitle = Output<'invoices', 'titles'>['items'][number]
export type Sum = Output<'invoices', 'months'>['sums'][number]
export type PdfRead = Output<'invoices', 'readPdf'>
export type Keeping = Input<'invoices', 'keep'>
export type SavingTitle = Input<'invoices', 'saveTitle'>
