/** What uploads of both ways do with a file's document and its content key. */
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
