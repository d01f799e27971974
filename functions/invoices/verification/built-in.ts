/** The built-in source: invoices that this system has issued, or that an office has brought in. It knows nothing of others. */
import { reader } from '../../core/io/store/reader'
import type { Services } from '../../core/io/context'
import { registeredInvoices, type RegisteredInvoiceDoc } from '../collections'
import type { InvoiceFacts } from '../rules/invoice'
import { checkTail, invoiceIdOf } from '../work/keys'
import type { InvoiceVerifier, Verification, VerifiedDetails } from './contract'

type Needs = Pick<Services, 'store' | 'vault'>

/** What is sealed of a registered invoice. */
export interface RegisteredNames {
  readonly sellerName: string
  readonly sellerTaxNumber: string | null
  readonly buyerName: string | null
  readonly buyerTaxNumber: string | null
  readonly goods: readonly string[]
}

export const namesAt = (id: string) => `registeredInvoices|${id}|names` as const

const detailsOf = ({ vault }: Needs, id: string, doc: RegisteredInvoiceDoc): VerifiedDetails => ({
  ...(JSON.parse(vault.own.open(namesAt(id), doc.names)) as RegisteredNames),
  total: doc.total,
  sellerRegion: doc.sellerRegion,
  industry: doc.industry,
  byProxy: doc.byProxy,
  issuedAt: doc.issuedAt,
})

const isAsked = ({ vault }: Needs, doc: RegisteredInvoiceDoc, facts: InvoiceFacts): boolean =>
  doc.kind === facts.kind &&
  doc.issuedOn === facts.issuedOn &&
  doc.amount === facts.amount &&
  (doc.check === null || doc.check === vault.pseudonym('invoiceCheck', checkTail(facts)))

export const registryVerifier = (needs: Needs): InvoiceVerifier => ({
  name: 'registry',
  verify: async (facts): Promise<Verification> => {
    const id = invoiceIdOf(needs.vault, facts)
    const doc = await reader(needs.store).get(registeredInvoices, id)
    if (!doc) return { outcome: 'notFound' }
    if (!isAsked(needs, doc, facts)) return { outcome: 'mismatch' }
    return { outcome: 'match', state: doc.state, details: detailsOf(needs, id, doc) }
  },
})
