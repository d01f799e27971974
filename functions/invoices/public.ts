/** What other functions may call of `invoices`. */
import type { Services } from '../core/io/context'
import type { InvoiceFacts } from '../core/pure/invoice-facts'
import type { Instant } from '../core/pure/time'
import { reader } from '../core/io/store/reader'
import { knownInvoices } from './collections'
import { regionOf } from './rules/region'
import { naturalKey } from './rules/invoice'
import { invoiceIdOf, nameKeyOf, questionOf } from './work/keys'

export { collections } from './collections'
export { registerInvoices, type RegisteredInvoice } from './work/register'

/** An invoice as far as a source has confirmed these very figures. */
export interface InvoiceKnown {
  /** `iv_…`: the same whoever asks. */
  readonly id: string
  /** Its number, as one invoice is told from another. */
  readonly key: string
  /** Fen, including tax. */
  readonly total: number | null
  /** GB/T 2260, six digits: by the source, else as its number tells. */
  readonly issuerRegion: string | null
  readonly industry: string | null
  readonly byProxy: boolean | null
  readonly state: 'normal' | 'void' | 'red' | 'unknown'
  readonly verifiedAt: Instant | null
  readonly issuedAt: Instant | null
  /** Pseudonym of the buyer's name (`isBuyer`). */
  readonly buyer: string | null
  /** Pseudonym of the seller's tax number. */
  readonly seller: string | null
}

const nothingKnown = (id: string, facts: InvoiceFacts): InvoiceKnown => ({
  id,
  key: naturalKey(facts),
  total: null,
  issuerRegion: regionOf(facts)?.division ?? null,
  industry: null,
  byProxy: null,
  state: 'unknown',
  verifiedAt: null,
  issuedAt: null,
  buyer: null,
  seller: null,
})

/** What is known of it here; no source is asked. Other figures than those confirmed are as good as unknown. */
export const knownInvoice = async (
  { store, vault }: Pick<Services, 'store' | 'vault'>,
  facts: InvoiceFacts,
): Promise<InvoiceKnown> => {
  const id = invoiceIdOf(vault, facts)
  const doc = await reader(store).get(knownInvoices, id)
  const unknown = nothingKnown(id, facts)
  if (!doc || doc.confirmed !== questionOf(vault, facts)) return unknown
  const { total, sellerRegion, industry, byProxy, state, verifiedAt, issuedAt, buyer, seller } = doc
  const issuerRegion = sellerRegion ?? unknown.issuerRegion
  return { ...unknown, total, issuerRegion, industry, byProxy, state, verifiedAt, issuedAt, buyer, seller }
}

/** The state of an invoice by its id alone, for who entered or claimed with it before. */
export const invoiceState = async (
  { store }: Pick<Services, 'store'>,
  invoiceId: string,
): Promise<InvoiceKnown['state']> => (await reader(store).get(knownInvoices, invoiceId))?.state ?? 'unknown'

/** Is the invoice made out to that name? Undefined where its buyer is not known. */
export const isBuyer = (
  { vault }: Pick<Services, 'vault'>,
  { buyer }: Pick<InvoiceKnown, 'buyer'>,
  name: string,
): boolean | undefined => (buyer === null ? undefined : buyer === nameKeyOf(vault, name))
