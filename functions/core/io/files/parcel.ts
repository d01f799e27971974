/** What uploads of both ways do with a file's document and its content key. */
import { createHmac } from 'node:crypto'
import { AppError } from '../../pure/errors'
import type { Services } from '../context'
import type { DataKey, Where } from '../security/contract'
import type { Change, Store, Stored } from '../store/contract'
import { files, type FileDoc } from './collections'
import type { FileFacts } from './contract'
import type { FileEngine } from './engines/engine'

export interface FilesOptions extends Pick<Services, 'store' | 'vault' | 'clock' | 'random'> {
  readonly engine: FileEngine
}

export const TRIES = 6

const keyWhere = (fileId: string): Where => `files|${fileId}|key`

/** A fresh key of 32 bytes for one file, sealed under its owner's. */
export const newContentKey = (owner: DataKey, fileId: string, random: FilesOptions['random']): string =>
  owner.seal(keyWhere(fileId), Buffer.from(random(32)).toString('base64url'))

export const contentKeyOf = (owner: DataKey, { id, doc }: Stored<FileDoc>): Uint8Array =>
  Buffer.from(owner.open(keyWhere(id), doc.key), 'base64url')

/** Of a whole that was put together of parts: other bytes, another key, should two who finish at once have read different parts. */
export const wholeKey = (contentKey: Uint8Array, sha256: string): Uint8Array =>
  createHmac('sha256', contentKey).update(`whole ${sha256}`).digest()

/** Under which key the stored bytes are. */
export const storedKeyOf = (owner: DataKey, file: Stored<FileDoc>): Uint8Array => {
  const contentKey = contentKeyOf(owner, file)
  return file.doc.partCount === undefined ? contentKey : wholeKey(contentKey, file.doc.sha256)
}

export const factsOf = ({ id, doc: { type, size, sha256 } }: Stored<FileDoc>): FileFacts => ({
  fileId: id,
  type,
  size,
  sha256,
})

export const findFile = async (store: Store, fileId: string): Promise<Stored<FileDoc> | undefined> =>
  /^fl_[0-9a-f]{32}$/.test(fileId) ? (await store.read<FileDoc>(files.name, [fileId]))[0] : undefined

/**
 * One change of the file's document. @returns false when it is not as it was (again after a lost reply: then the caller
 * reads what stands).
 * @throws AppError BUSY
 */
export const commitOne = async (store: Store, change: Change): Promise<boolean> => {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const { outcome } = await store.commit([change])
    if (outcome === 'committed') return true
    if (outcome === 'refused') return false
  }
  throw new AppError('BUSY')
}
