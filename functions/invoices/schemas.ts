/** Shapes that the procedures of `invoices` share. */
import * as z from 'zod/mini'
import { count, day, instant, text } from '../core/io/schema'
import { CATEGORY_CODES } from './data/categories'
import { INVOICE_FILES } from './data/uploads'

const digits = (form: RegExp) => z.string().check(z.regex(form))

/** What an invoice says of itself; whether it makes sense is for the rules to say, all at once. */
export const facts = z.object({
  kind: digits(/^\d{2}$/),
  code: digits(/^(\d{10}|\d{12})?$/),
  number: digits(/^(\d{8}|\d{20})$/),
  issuedOn: day,
  /** Fen. */
  amount: z.int().check(z.minimum(-1e12), z.maximum(1e12)),
  amountOf: z.enum(['net', 'total']),
  /** Twenty digits, or the last six of them. */
  checkCode: digits(/^(\d{20}|\d{6})?$/),
})

export const invoiceId = z.string().check(z.regex(/^iv_[0-9a-z]{26}$/))
export const walletId = z.string().check(z.regex(/^wi_[0-9a-z]{26}$/))
export const listId = z.string().check(z.regex(/^rl_[0-9a-z]{26}$/))
export const titleId = z.string().check(z.regex(/^ti_[0-9a-z]{26}$/))
export const category = z.enum(CATEGORY_CODES)
export const source = z.enum(['scan', 'photo', 'pdf', 'typed'])
export const month = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/))

export const finding = z.object({
  code: z.string(),
  rule: text,
  /** As it was found. */
  found: z.optional(text),
  basis: text,
  unconfirmed: z.boolean(),
})

/** What is known of an invoice. */
export const known = z.object({
  id: invoiceId,
  outcome: z.enum(['match', 'mismatch', 'notFound', 'tooMany', 'notCovered', 'unreachable', 'unasked']),
  state: z.enum(['normal', 'void', 'red', 'unknown']),
  verifiedAt: z.nullable(instant),
  /** It was answered before, and no source was asked now. */
  cached: z.boolean(),
  /** When asking again makes sense; null: it does not have to be. */
  again: z.nullable(instant),
  /** Checks of this invoice that are left today. */
  left: count,
  total: z.nullable(z.int()),
  sellerName: z.nullable(text),
  sellerRegion: z.nullable(z.string()),
  industry: z.nullable(z.string()),
  byProxy: z.nullable(z.boolean()),
  /** Whether it was issued to the caller's own name, as far as both are known. */
  buyer: z.enum(['own', 'another', 'unknown']),
})

export const walletInvoice = z.object({
  id: walletId,
  facts,
  /** Fen: what it counts for in sums. */
  fen: z.int(),
  category,
  note: z.string(),
  source,
  /** As last known; nothing is asked for a list. */
  state: z.enum(['normal', 'void', 'red', 'unknown']),
  sellerName: z.nullable(text),
  fileId: z.nullable(z.string()),
  listId: z.nullable(listId),
  addedAt: instant,
})

/** The picture or PDF that is kept with an invoice. */
export const keptFile = z.object({
  type: z.enum(INVOICE_FILES.types),
  /** Bytes. */
  size: count,
  at: instant,
})

export const reimbursement = z.object({
  id: listId,
  title: z.string(),
  state: z.enum(['open', 'handedIn']),
  count,
  fen: z.int(),
  createdAt: instant,
  handedInAt: z.nullable(instant),
})

export const title = z.object({
  id: titleId,
  name: z.string(),
  taxNumber: z.string(),
  address: z.string(),
  phone: z.string(),
  bank: z.string(),
  account: z.string(),
  first: z.boolean(),
})
