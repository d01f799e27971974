/** Documents of `invoices`. An invoice is one for everybody; what a person keeps of it is that person's. */
import { defineCollection, type CollectionSpec } from '../core/io/store/collection'
import type { Day, Instant } from '../core/pure/time'
import { text } from '../core/pure/text'
import type { CategoryCode } from './data/categories'
import type { InvoiceState } from './data/words'
import type { Verification } from './verification/contract'

/** What was answered last, and to which question: another amount is another question. */
export type Answer = {
  readonly outcome: Verification['outcome']
  /** Pseudonym of everything that was asked. */
  readonly asked: string
  readonly at: Instant
}

/**
 * What is known of an invoice, whoever asks. Id: `iv_<HMAC of code and number>`. Names of people are not kept: the buyer stands as
 * a pseudonym, which is compared and never shown.
 */
export type KnownInvoiceDoc = {
  readonly v: 1
  readonly kind: string
  readonly issuedOn: Day
  /** `unknown` until a source has confirmed it. */
  readonly state: InvoiceState
  /** The question that was confirmed; null: none. */
  readonly confirmed: string | null
  /** When a source confirmed it last. */
  readonly verifiedAt: Instant | null
  /** Fen, including tax. */
  readonly total: number | null
  /** Sealed under the deployment's own key; null: not known. */
  readonly sellerName: string | null
  readonly sellerRegion: string | null
  readonly industry: string | null
  readonly byProxy: boolean | null
  readonly issuedAt: Instant | null
  /** Pseudonyms of the buyer's name and of the seller's tax number. */
  readonly buyer: string | null
  readonly seller: string | null
  readonly answer: Answer | null
  /** Questions that were put to the source on a day. */
  readonly asked: { readonly on: Day; readonly times: number }
  readonly expiresAt: Instant
}

export const knownInvoices = defineCollection<KnownInvoiceDoc>({
  name: 'knownInvoices',
  v: 1,
  indexes: { expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
  personal: { none: 'an invoice as such; its number and its buyer stand as pseudonyms' },
})

/** Of the built-in registry: what this system has issued or an office has brought in. Id: as above. */
export type RegisteredInvoiceDoc = {
  readonly v: 1
  readonly kind: string
  readonly issuedOn: Day
  readonly issuedAt: Instant | null
  /** Fen: as the QR code says it, and including tax. */
  readonly amount: number
  readonly total: number
  /** Pseudonym of the check code's last six digits; null: it has none. */
  readonly check: string | null
  readonly state: 'normal' | 'void' | 'red'
  /** Sealed under the deployment's own key: JSON of the names and what was sold. */
  readonly names: string
  readonly sellerRegion: string | null
  readonly industry: string | null
  readonly byProxy: boolean
  readonly changedAt: Instant
}

export const registeredInvoices = defineCollection<RegisteredInvoiceDoc>({
  name: 'registeredInvoices',
  v: 1,
  indexes: {},
  retention: { kind: 'forever', why: 'the office’s own record of what was issued' },
  personal: { none: 'the office’s record of an invoice: its number stands as a pseudonym, names are sealed' },
})

export type Source = 'scan' | 'photo' | 'pdf' | 'typed'

/** An invoice in somebody's wallet. Id: `wi_<HMAC of account and invoice>`: it is there once. */
export type WalletInvoiceDoc = {
  readonly v: 1
  readonly owner: string
  readonly invoiceId: string
  readonly issuedOn: Day
  readonly category: CategoryCode
  /** Fen: what it counts for in sums; red-letter invoices are negative. */
  readonly fen: number
  /** Sealed JSON of its facts. */
  readonly facts: string
  /** Sealed; null: none. */
  readonly note: string | null
  readonly source: Source
  readonly fileId: string | null
  /** The reimbursement list that it is on. */
  readonly listId: string | null
  readonly addedAt: Instant
}

export const walletInvoices = defineCollection<WalletInvoiceDoc>({
  name: 'walletInvoices',
  v: 1,
  indexes: {
    owner: ['owner', 'issuedOn'],
    category: ['owner', 'category', 'issuedOn'],
    list: ['listId', 'issuedOn'],
  },
  retention: { kind: 'forever', why: 'kept by its owner, and removed with the account' },
  personal: {
    by: [{ index: 'owner', names: 'account' }],
    export: {
      what: text('您票夹里的发票', 'Invoices in your wallet'),
      show: ({ doc }, { open }) => ({
        facts: open('facts', doc.facts),
        category: doc.category,
        ...(doc.note === null ? {} : { note: open('note', doc.note) }),
        source: doc.source,
        // Its facts stand among the files that were uploaded.
        ...(doc.fileId === null ? {} : { file: doc.fileId }),
        addedAt: doc.addedAt,
      }),
    },
    erase: 'remove',
  },
})

/** Sums of an owner's year, by month and category. Id: `<account>.<year>`; changed in the commit that changes the wallet. */
export type WalletYearDoc = {
  readonly v: 1
  readonly owner: string
  readonly year: string
  /** `dining_11` → how many, and how much in fen. */
  readonly sums: { readonly [categoryAndMonth: string]: readonly [count: number, fen: number] }
}

export const walletYears = defineCollection<WalletYearDoc>({
  name: 'walletYears',
  v: 1,
  indexes: { owner: ['owner', 'year'] },
  retention: { kind: 'forever', why: 'sums of the wallet, removed with the account' },
  personal: {
    by: [{ index: 'owner', names: 'account' }],
    beside: { id: 'the same account, and the year' },
    export: { nothing: 'sums of the wallet, whose invoices are all shown' },
    erase: 'remove',
  },
})

/** Invoices that are handed in together to an employer. Id: `rl_…`. */
export type ReimbursementDoc = {
  readonly v: 1
  readonly owner: string
  /** Sealed. */
  readonly title: string
  readonly state: 'open' | 'handedIn'
  /** Ids of wallet invoices. */
  readonly items: readonly string[]
  readonly fen: number
  readonly createdAt: Instant
  readonly handedInAt: Instant | null
}

export const reimbursements = defineCollection<ReimbursementDoc>({
  name: 'reimbursements',
  v: 1,
  indexes: { owner: ['owner', 'createdAt'] },
  retention: { kind: 'forever', why: 'kept by its owner, and removed with the account' },
  personal: {
    by: [{ index: 'owner', names: 'account' }],
    export: {
      what: text('您的报销单', 'Your reimbursement lists'),
      show: ({ doc }, { open }) => ({
        title: open('title', doc.title),
        state: doc.state,
        invoices: doc.items.length,
        fen: doc.fen,
        createdAt: doc.createdAt,
      }),
    },
    erase: 'remove',
  },
})

/** That an invoice was handed in for reimbursement, once for all users. Id: `ri_<HMAC of code and number>`. */
export type ReimbursedInvoiceDoc = {
  readonly v: 1
  readonly owner: string
  readonly listId: string
  readonly at: Instant
}

export const reimbursedInvoices = defineCollection<ReimbursedInvoiceDoc>({
  name: 'reimbursedInvoices',
  v: 1,
  indexes: { owner: ['owner', 'at'] },
  retention: { kind: 'forever', why: 'an invoice is handed in once, whoever does and whenever' },
  personal: {
    by: [{ index: 'owner', names: 'account' }],
    export: { nothing: 'that an invoice is on a list that was handed in; the lists are shown' },
    // Whoever handed it in is forgotten; that it was handed in is not, or it could be again.
    erase: { replace: (doc: ReimbursedInvoiceDoc) => (doc.owner === '' ? undefined : { ...doc, owner: '' }) },
  },
})

/** The titles by which one asks for invoices. Id: the account's; one document, so that the limit holds whoever adds. */
export type TitleBookDoc = {
  readonly v: 1
  readonly titles: readonly {
    readonly id: string
    /** Sealed JSON of the title, at its id. */
    readonly title: string
    readonly at: Instant
  }[]
  /** The one that is offered first. */
  readonly first: string | null
}

export const titleBooks = defineCollection<TitleBookDoc>({
  name: 'titleBooks',
  v: 1,
  indexes: {},
  retention: { kind: 'forever', why: 'kept by its owner, and removed with the account' },
  personal: {
    by: [{ index: 'id', names: 'account' }],
    export: {
      what: text('您的发票抬头', 'Your invoice titles'),
      show: ({ doc }, { open }) => ({ titles: doc.titles.map(({ id, title }) => open(id, title)) }),
    },
    erase: 'remove',
  },
})

/** What `invoices` keeps itself. */
export const collections: readonly CollectionSpec[] = [
  knownInvoices,
  registeredInvoices,
  walletInvoices,
  walletYears,
  reimbursements,
  reimbursedInvoices,
  titleBooks,
]
