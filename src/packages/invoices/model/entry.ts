/** An invoice as a form has it: nothing yet, from a PDF, and which fields a person should look at. Pure. */
import { fen, yuanText } from '../../../../functions/core/pure/money'
import { invoiceKinds, kindOf, type InvoiceKind } from '../../../../functions/invoices/data/kinds'
import type { FieldFault } from '../../../../functions/invoices/rules/fields'
import type { EntryField, InvoiceEntry } from '../../../../functions/invoices/rules/invoice'
import type { PdfRead } from './answers'

export const EMPTY: InvoiceEntry = { kind: '', code: '', number: '', issuedOn: '', amount: '', checkCode: '' }

export const isEmpty = (entry: InvoiceEntry): boolean => Object.values(entry).every((value) => value === '')

export const entryOfPdf = ({ kind, code, number, issuedOn, amount, checkCode }: PdfRead): InvoiceEntry => ({
  kind: kind ?? '',
  code: code ?? '',
  number: number ?? '',
  issuedOn: issuedOn ?? '',
  amount: amount === null ? '' : yuanText(fen(amount)),
  checkCode: checkCode ?? '',
})

/** Those that most people hold, in the order of how often. */
export const USUAL: readonly string[] = ['32', '31', '10', '04']

/** Twice in the list under another code, or out of use. */
const UNASKED: readonly string[] = ['02', '81', '82']

/** The others; one that was read stays, known here or not. */
export const otherKinds = (read: string): readonly Pick<InvoiceKind, 'kind'>[] => {
  const others = invoiceKinds.filter(({ kind }) => !USUAL.includes(kind) && !UNASKED.includes(kind))
  const asked = read === '' || USUAL.includes(read) || others.some(({ kind }) => kind === read)
  return asked ? others : [{ kind: read }, ...others]
}

/** What the amount is of, as the form's label says it; of a kind that is not known it depends on the number. */
export const amountAsked = (kind: string): InvoiceKind['amountOf'] => kindOf(kind)?.amountOf ?? 'total'

/** Wrong for good, however one goes on typing: told at once. The rest is told once the field was left, or on going on. */
export const toldAtOnce = ({ problem }: FieldFault): boolean => problem === 'digits' || problem === 'future'

/** Fields to be compared with the paper: those that were read but not surely. */
export const isDoubtful = (field: EntryField, entry: InvoiceEntry, unsure: readonly string[]): boolean =>
  entry[field] !== '' && unsure.includes(field)
