/** A file belongs to the document that names it, from the commit that says so. */
import { AppError } from '../../pure/errors'
import type { Tx } from '../store/transaction'
import { files, type FileDoc } from './collections'
import { UNATTACHED } from './files'

export interface Attachment {
  readonly fileId: string
  readonly owner: string
  /** The document it belongs to. */
  readonly to: { readonly collection: string; readonly id: string }
}

const placeOf = ({ to }: Attachment): string => `${to.collection}|${to.id}`

const own = async (tx: Tx, { fileId, owner }: Attachment): Promise<FileDoc> => {
  const file = await tx.get(files, fileId)
  if (!file || file.owner !== owner || file.state !== 'stored') throw new AppError('NOT_FOUND')
  return file
}

/**
 * Keeps the owner's stored file for as long as that document wants it.
 * @throws AppError NOT_FOUND for an unknown, foreign or expired file, and for one that belongs to another document
 */
export const attachFile = async (tx: Tx, attachment: Attachment): Promise<void> => {
  const file = await own(tx, attachment)
  const place = placeOf(attachment)
  if (file.attachedTo === place) return
  if (file.attachedTo !== null || (file.expiresAt ?? 0) <= tx.now) throw new AppError('NOT_FOUND')
  tx.replace(files, attachment.fileId, { ...file, attachedTo: place, expiresAt: null })
}

/**
 * Lets it go: swept after a day, unless it is attached again.
 * @throws AppError NOT_FOUND when it does not belong there
 */
export const detachFile = async (tx: Tx, attachment: Attachment): Promise<void> => {
  const file = await own(tx, attachment)
  if (file.attachedTo !== placeOf(attachment)) throw new AppError('NOT_FOUND')
  tx.replace(files, attachment.fileId, { ...file, attachedTo: null, expiresAt: tx.now + UNATTACHED })
}
