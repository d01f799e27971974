/** The picture or PDF that a wallet keeps with an invoice: attached and let go in the commit that says so, shown to its owner alone. */
import type { Context } from '../../core/io/context'
import { attachFile, detachFile } from '../../core/io/files/attach'
import { files, type FileDoc } from '../../core/io/files/collections'
import { reader } from '../../core/io/store/reader'
import type { Tx } from '../../core/io/store/transaction'
import { AppError } from '../../core/pure/errors'
import { knownInvoices, walletInvoices } from '../collections'
import { INVOICE_UPLOADS } from '../data/uploads'
import { showWalletInvoice, type KeptFile, type WalletInvoice } from './show'

export const placeOf = (id: string) => ({ collection: walletInvoices.name, id })

interface Of {
  /** Of the wallet's invoice. */
  readonly id: string
  readonly owner: string
  readonly fileId: string
}

/** @throws AppError NOT_FOUND unless it is an upload of the owner's for an invoice, and belongs nowhere else */
export const attachInvoiceFile = async (tx: Tx, { id, owner, fileId }: Of): Promise<FileDoc> => {
  const file = await tx.get(files, fileId)
  if (file?.purpose !== INVOICE_UPLOADS) throw new AppError('NOT_FOUND')
  await attachFile(tx, { fileId, owner, to: placeOf(id) })
  return file
}

export const detachInvoiceFile = (tx: Tx, { id, owner, fileId }: Of): Promise<void> =>
  detachFile(tx, { fileId, owner, to: placeOf(id) })

const showFile = ({ type, size, createdAt }: FileDoc): KeptFile => ({ type, size, at: createdAt })

/** Null: there is none. */
export const keptFileOf = async (
  { store }: Pick<Context, 'store'>,
  fileId: string | null,
): Promise<KeptFile | null> => {
  const file = fileId === null ? undefined : await reader(store).get(files, fileId)
  return file ? showFile(file) : null
}

export interface FileSet {
  readonly invoice: WalletInvoice
  readonly file: KeptFile | null
}

/**
 * Keeps another file with an invoice, or none. What it had is let go, and swept within a day.
 * @throws AppError NOT_FOUND for a file that is not the caller's, or belongs elsewhere
 */
export const setInvoiceFile = async (
  context: Context,
  { id, fileId, owner }: { readonly id: string; readonly fileId: string | null; readonly owner: string },
): Promise<FileSet> => {
  const key = await context.vault.keyOf(owner)
  return context.transact(async (tx) => {
    const before = await tx.get(walletInvoices, id)
    if (!before) throw new AppError('NOT_FOUND')
    if (before.fileId !== null && before.fileId !== fileId)
      await detachInvoiceFile(tx, { id, owner, fileId: before.fileId })
    const file = fileId === null ? null : await attachInvoiceFile(tx, { id, owner, fileId })
    const doc = { ...before, fileId }
    tx.replace(walletInvoices, id, doc)
    const known = await tx.peek(knownInvoices, doc.invoiceId)
    return { invoice: showWalletInvoice(context, key, { id, doc }, known), file: file && showFile(file) }
  })
}
