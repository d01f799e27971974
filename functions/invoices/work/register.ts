/** Bringing invoices into the built-in registry: those that this system issues, and an office's own from a file. */
import { auditEntry } from '../../core/io/audit/entry'
import type { Services } from '../../core/io/context'
import { reader } from '../../core/io/store/reader'
import { transact } from '../../core/io/store/transact'
import type { Instant } from '../../core/pure/time'
import { registeredInvoices, type RegisteredInvoiceDoc } from '../collections'
import type { InvoiceFacts } from '../rules/invoice'
import { namesAt, type RegisteredNames } from '../verification/built-in'
import { checkTail, invoiceIdOf } from './keys'

export interface RegisteredInvoice {
  readonly facts: InvoiceFacts
  /** Fen, including tax. */
  readonly total: number
  readonly issuedAt: Instant | null
  readonly state: RegisteredInvoiceDoc['state']
  readonly names: RegisteredNames
  /** GB/T 2260, six digits. */
  readonly sellerRegion: string | null
  /** GB/T 4754, without its letter. */
  readonly industry: string | null
  readonly byProxy: boolean
}

type Needs = Pick<Services, 'store' | 'vault' | 'random' | 'clock'>

const BATCH = 10

const docOf = (
  { vault }: Needs,
  id: string,
  invoice: RegisteredInvoice,
  now: Instant,
): RegisteredInvoiceDoc => {
  const { facts, total, issuedAt, state, names, sellerRegion, industry, byProxy } = invoice
  return {
    v: 1,
    kind: facts.kind,
    issuedOn: facts.issuedOn,
    issuedAt,
    amount: facts.amount,
    total,
    check: facts.checkCode === '' ? null : vault.pseudonym('invoiceCheck', checkTail(facts)),
    state,
    names: vault.own.seal(namesAt(id), JSON.stringify(names)),
    sellerRegion,
    industry,
    byProxy,
    changedAt: now,
  }
}

/** Whatever is sealed reads the same; its bytes do not. */
const isSame = (before: RegisteredInvoiceDoc, after: RegisteredInvoiceDoc): boolean =>
  (Object.keys(after) as (keyof RegisteredInvoiceDoc)[]).every(
    (field) => field === 'names' || field === 'changedAt' || before[field] === after[field],
  )

/** Those that are not there yet, or stand otherwise: what is registered again as it is costs no commit. */
const changedOf = async (
  services: Needs,
  invoices: readonly RegisteredInvoice[],
): Promise<readonly RegisteredInvoice[]> => {
  const ids = invoices.map(({ facts }) => invoiceIdOf(services.vault, facts))
  const docs = await reader(services.store).getMany(registeredInvoices, ids)
  return invoices.filter((invoice, at) => {
    const before = docs[at]
    return !before || !isSame(before, docOf(services, ids[at] ?? '', invoice, services.clock()))
  })
}

/** What stands of an invoice is replaced: it may have become void or red since. Each batch is one audited commit. */
export const registerInvoices = async (
  services: Needs,
  invoices: readonly RegisteredInvoice[],
  actor = 'admin',
): Promise<number> => {
  let changed = 0
  for (let first = 0; first < invoices.length; first += BATCH) {
    const batch = await changedOf(services, invoices.slice(first, first + BATCH))
    if (batch.length === 0) continue
    changed += await transact(services, async (tx) => {
      let here = 0
      for (const invoice of batch) {
        const id = invoiceIdOf(services.vault, invoice.facts)
        const before = await tx.get(registeredInvoices, id)
        const after = docOf(services, id, invoice, tx.now)
        if (before && isSame(before, after)) continue
        tx.put(registeredInvoices, id, after)
        auditEntry(tx, { actor, action: 'invoices/register', subject: id, detail: { state: after.state } })
        here += 1
      }
      return here
    })
  }
  return changed
}
