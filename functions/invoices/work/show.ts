/** Documents as answers. */
import { knownNameOf } from '../../accounts/public'
import type { Context } from '../../core/io/context'
import type { DataKey } from '../../core/io/security/contract'
import type { Stored } from '../../core/io/store/contract'
import type * as z from 'zod/mini'
import type { KnownInvoiceDoc, ReimbursementDoc, WalletInvoiceDoc } from '../collections'
import type { InvoiceFacts } from '../rules/invoice'
import type * as schemas from '../schemas'
import type { Checked } from './check'
import { nameKeyOf } from './keys'
import { checksLeft, isConfirmed, sellerAt, standsUntil } from './known'

export type Known = z.infer<typeof schemas.known>
export type WalletInvoice = z.infer<typeof schemas.walletInvoice>
export type KeptFile = z.infer<typeof schemas.keptFile>
export type Reimbursement = z.infer<typeof schemas.reimbursement>

/** The names that the caller goes by, as invoices are compared with them. */
export const ownNames = async (context: Context): Promise<ReadonlySet<string>> =>
  new Set((await knownNameOf(context)).map((name) => nameKeyOf(context.vault, name)))

const sellerOf = ({ vault }: Pick<Context, 'vault'>, id: string, doc: KnownInvoiceDoc | undefined) =>
  doc?.sellerName ? vault.own.open(sellerAt(id), doc.sellerName) : null

const buyerOf = (doc: KnownInvoiceDoc, names: ReadonlySet<string>): Known['buyer'] => {
  if (doc.buyer === null || names.size === 0) return 'unknown'
  return names.has(doc.buyer) ? 'own' : 'another'
}

/** Of a genuine invoice what is known is told to whoever knows its figures; to who asked otherwise, nothing. */
export const showKnown = (
  context: Pick<Context, 'vault' | 'now'>,
  { id, doc, outcome, cached }: Omit<Checked, 'outcome'> & { readonly outcome: Known['outcome'] },
  names: ReadonlySet<string>,
): Known => {
  const told = outcome === 'match'
  const until = standsUntil(doc)
  return {
    id,
    outcome,
    state: told ? doc.state : 'unknown',
    verifiedAt: told ? doc.verifiedAt : null,
    cached,
    again: outcome === 'match' || outcome === 'unasked' ? null : until > context.now ? until : null,
    left: checksLeft(doc, context.now),
    total: told ? doc.total : null,
    sellerName: told ? sellerOf(context, id, doc) : null,
    sellerRegion: told ? doc.sellerRegion : null,
    industry: told ? doc.industry : null,
    byProxy: told ? doc.byProxy : null,
    buyer: told ? buyerOf(doc, names) : 'unknown',
  }
}

export const factsIn = (
  key: DataKey,
  { id, doc }: Pick<Stored<WalletInvoiceDoc>, 'id' | 'doc'>,
): InvoiceFacts => JSON.parse(key.open(`walletInvoices|${id}|facts`, doc.facts)) as InvoiceFacts

/** State and seller are told where the kept figures are those that were confirmed: whoever guessed a number learns nothing. */
export const showWalletInvoice = (
  context: Pick<Context, 'vault'>,
  key: DataKey,
  { id, doc }: Pick<Stored<WalletInvoiceDoc>, 'id' | 'doc'>,
  known: KnownInvoiceDoc | undefined,
): WalletInvoice => {
  const facts = factsIn(key, { id, doc })
  const confirmed = isConfirmed(context.vault, known, facts) ? known : undefined
  return {
    id,
    facts,
    fen: doc.fen,
    category: doc.category,
    note: doc.note === null ? '' : key.open(`walletInvoices|${id}|note`, doc.note),
    source: doc.source,
    state: confirmed?.state ?? 'unknown',
    sellerName: sellerOf(context, doc.invoiceId, confirmed),
    fileId: doc.fileId,
    listId: doc.listId,
    addedAt: doc.addedAt,
  }
}

export const showList = (
  key: DataKey,
  { id, doc }: Pick<Stored<ReimbursementDoc>, 'id' | 'doc'>,
): Reimbursement => ({
  id,
  title: key.open(`reimbursements|${id}|title`, doc.title),
  state: doc.state,
  count: doc.items.length,
  fen: doc.fen,
  createdAt: doc.createdAt,
  handedInAt: doc.handedInAt,
})
