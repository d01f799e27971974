/** A file belongs to the document that names it, from the commit that says so. */
import { AppError } from '../../pure/errors'
import type { Instant } from '../../pure/time'
import type { Tx } from '../store/transaction'
import { files, type FileDoc } from './collections'
import { UNATTACHED } from './files'

export interface Attachment {
  readonly fileId: string
  readonly owner: string
  /** The document it belongs to. */
  readonly to: { readonly collection: string; readonly id: string }
}
export interface Attaching extends Attachment {
  /** When that document is swept: the file goes with it. Absent: kept until it is let go. */
  readonly expiresAt?: Instant
}

const placeOf = ({ to }: Attachment): string => `${to.collection}|${to.id}`

const own = async (tx: Tx, { fileId, owner }: Attachment): Promise<FileDoc> => {
  const file = await tx.get(files, fileId)
  if (!file || file.owner !== owner || file.state !== 'stored') throw new AppError('NOT_FOUND')
  return file
}

/**
 * Keeps the owner's stored file for as long as that document wants it, and no longer than it lives. Attached there again, it
 * lives as long as the document does now.
 * @throws AppError NOT_FOUND for an unknown, foreign or expired file, and for one that belongs to another document
 */
export const attachFile = async (tx: Tx, attaching: Attaching): Promise<void> => {
  const file = await own(tx, attaching)
  const attachedTo = placeOf(attaching)
  const expiresAt = attaching.expiresAt ?? null
  const there = file.attachedTo === attachedTo
  if (there && file.expiresAt === expiresAt) return
  if (!there && (file.attachedTo !== null || (file.expiresAt ?? 0) <= tx.now)) throw new AppError('NOT_FOUND')
  tx.replace(files, attaching.fileId, { ...file, attachedTo, expiresAt })
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
