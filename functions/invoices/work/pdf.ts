/** The text layer of an uploaded PDF, read for an invoice's facts. The library is loaded with the first PDF of an instance. */
import type { Context } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import { AppError } from '../../core/pure/errors'
import type { CategoryCode } from '../data/categories'
import { suggestCategory } from '../rules/categories'
import { amountOfKind } from '../rules/invoice'
import { readPdfText, type PdfInvoice } from '../rules/pdf-text'

/** Pages of an invoice: the second and later hold its list of goods. */
const MOST_PAGES = 5

const textOf = async (bytes: Uint8Array): Promise<string> => {
  const { getDocumentProxy } = await import('unpdf')
  const pdf = await getDocumentProxy(Uint8Array.from(bytes))
  try {
    const pages: string[] = []
    for (let place = 1; place <= Math.min(pdf.numPages, MOST_PAGES); place += 1) {
      const { items } = await (await pdf.getPage(place)).getTextContent()
      pages.push(
        items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ' '}` : '')).join(''),
      )
    }
    return pages.join('\n')
  } finally {
    await pdf.destroy()
  }
}

export interface PdfAnswer {
  readonly kind: string | null
  readonly code: string | null
  readonly number: string | null
  readonly issuedOn: string | null
  /** Fen: what its kind's amount is of. */
  readonly amount: number | null
  readonly checkCode: string | null
  readonly sellerName: string | null
  readonly category: CategoryCode
  /** Told by its place alone, or at odds with something else: to be looked at. */
  readonly unsure: string[]
}

const amountIn = ({ kind, number, net, total }: PdfInvoice): number | null =>
  kind !== null && number !== null && amountOfKind(kind, number) === 'net' ? net : total

/** @throws AppError NOT_FOUND for a file that is not the caller's; PDF_UNREADABLE where no text of an invoice is in it */
export const readInvoicePdf = async (context: Context, fileId: string): Promise<PdfAnswer> => {
  const { facts, bytes } = await context.files.read({ fileId, owner: callerId(context) })
  if (facts.type !== 'application/pdf') throw new AppError('PDF_UNREADABLE')
  // What is no PDF inside, or holds one that the library cannot open, is as unreadable as a picture.
  const text = await textOf(bytes).catch(() => '')
  const { found, goods, unsure } = readPdfText(text)
  if (found.number === null) throw new AppError('PDF_UNREADABLE')
  const { kind, code, number, issuedOn, checkCode, sellerName } = found
  return {
    kind,
    code,
    number,
    issuedOn,
    amount: amountIn(found),
    checkCode,
    sellerName,
    category: suggestCategory({ goods, seller: sellerName }).category,
    unsure: [...unsure],
  }
}
