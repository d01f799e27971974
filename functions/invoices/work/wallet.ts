/** What a person keeps: an invoice is in a wallet once, and the sums of its month change in the same commit. */
import type { Context } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import { reader } from '../../core/io/store/reader'
import type { Tx } from '../../core/io/store/transaction'
import { AppError } from '../../core/pure/errors'
import {
  knownInvoices,
  walletInvoices,
  walletYears,
  type KnownInvoiceDoc,
  type Source,
  type WalletInvoiceDoc,
} from '../collections'
import type { CategoryCode } from '../data/categories'
import type { InvoiceFacts } from '../rules/invoice'
import { invoiceIdOf, walletIdOf } from './keys'
import { attachInvoiceFile, detachInvoiceFile } from './invoice-file'
import { isConfirmed } from './known'
import { showWalletInvoice, type WalletInvoice } from './show'

export interface Keeping {
  readonly facts: InvoiceFacts
  readonly source: Source
  readonly category: CategoryCode
  readonly note: string
  readonly fileId?: string | undefined
}

interface Sum {
  readonly doc: Pick<WalletInvoiceDoc, 'owner' | 'issuedOn' | 'category' | 'fen'>
  readonly by: 1 | -1
}

/** Adds an invoice to the sums of its month, or takes it off. */
const sum = async (tx: Tx, { doc: { owner, issuedOn, category, fen }, by }: Sum): Promise<void> => {
  const year = issuedOn.slice(0, 4)
  const id = `${owner}.${year}`
  const sums = (await tx.get(walletYears, id))?.sums ?? {}
  const key = `${category}_${issuedOn.slice(5, 7)}`
  const [count, all] = sums[key] ?? [0, 0]
  tx.put(walletYears, id, { v: 1, owner, year, sums: { ...sums, [key]: [count + by, all + by * fen] } })
}

/** With tax where it is known of these very figures; else what the code says. */
const countsFor = (
  { vault }: Pick<Context, 'vault'>,
  facts: InvoiceFacts,
  known: KnownInvoiceDoc | undefined,
): number => (isConfirmed(vault, known, facts) && known.total !== null ? known.total : facts.amount)

interface Again {
  readonly id: string
  readonly doc: WalletInvoiceDoc
  readonly fileId?: string | undefined
}

/** One that is there already takes a file where it has none. */
const withFile = async (tx: Tx, { id, doc, fileId }: Again): Promise<WalletInvoiceDoc> => {
  if (fileId === undefined || doc.fileId !== null) return doc
  await attachInvoiceFile(tx, { id, owner: doc.owner, fileId })
  const after = { ...doc, fileId }
  tx.replace(walletInvoices, id, after)
  return after
}

const noteAt = (id: string) => `walletInvoices|${id}|note` as const

export const keepInvoice = async (
  context: Context,
  { facts, source, category, note, fileId }: Keeping,
): Promise<{ readonly invoice: WalletInvoice; readonly again: boolean }> => {
  const owner = callerId(context)
  const key = await context.vault.keyOf(owner)
  const invoiceId = invoiceIdOf(context.vault, facts)
  const id = walletIdOf(context.vault, owner, invoiceId)
  return context.transact(async (tx) => {
    const known = await tx.peek(knownInvoices, invoiceId)
    const before = await tx.get(walletInvoices, id)
    if (before) {
      const doc = await withFile(tx, { id, doc: before, fileId })
      return { invoice: showWalletInvoice(context, key, { id, doc }, known), again: true }
    }
    if (fileId !== undefined) await attachInvoiceFile(tx, { id, owner, fileId })
    const doc: WalletInvoiceDoc = {
      v: 1,
      owner,
      invoiceId,
      issuedOn: facts.issuedOn,
      category,
      fen: countsFor(context, facts, known),
      facts: key.seal(`walletInvoices|${id}|facts`, JSON.stringify(facts)),
      note: note === '' ? null : key.seal(noteAt(id), note),
      source,
      fileId: fileId ?? null,
      listId: null,
      addedAt: tx.now,
    }
    tx.insert(walletInvoices, id, doc)
    await sum(tx, { doc, by: 1 })
    return { invoice: showWalletInvoice(context, key, { id, doc }, known), again: false }
  })
}

/** @throws AppError NOT_FOUND for an unknown one, and for another's alike */
export const ownInvoice = async (context: Context, id: string): Promise<WalletInvoiceDoc> => {
  const doc = await reader(context.store).get(walletInvoices, id)
  if (doc?.owner !== callerId(context)) throw new AppError('NOT_FOUND')
  return doc
}

export const changeInvoice = async (
  context: Context,
  { id, category, note }: { readonly id: string; readonly category: CategoryCode; readonly note: string },
): Promise<{ readonly invoice: WalletInvoice }> => {
  const { invoiceId, owner } = await ownInvoice(context, id)
  const key = await context.vault.keyOf(owner)
  return context.transact(async (tx) => {
    const before = await tx.get(walletInvoices, id)
    if (!before) throw new AppError('NOT_FOUND')
    const doc = { ...before, category, note: note === '' ? null : key.seal(noteAt(id), note) }
    tx.replace(walletInvoices, id, doc)
    if (category !== before.category) {
      await sum(tx, { doc: before, by: -1 })
      await sum(tx, { doc, by: 1 })
    }
    return { invoice: showWalletInvoice(context, key, { id, doc }, await tx.peek(knownInvoices, invoiceId)) }
  })
}

/** @throws AppError NOT_FOUND, ON_A_LIST */
export const removeInvoice = async (context: Context, id: string): Promise<{ readonly removed: true }> => {
  const owner = callerId(context)
  await ownInvoice(context, id)
  return context.transact(async (tx) => {
    const doc = await tx.get(walletInvoices, id)
    if (!doc) throw new AppError('NOT_FOUND')
    if (doc.listId !== null) throw new AppError('ON_A_LIST')
    if (doc.fileId !== null) await detachInvoiceFile(tx, { id, owner, fileId: doc.fileId })
    tx.remove(walletInvoices, id)
    await sum(tx, { doc, by: -1 })
    return { removed: true }
  })
}
