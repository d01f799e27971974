/**
 * Uploads in parts, through the functions: small enough for every edge, resumed wherever the connection broke, and checked as a
 * whole once the last part is there. Each part is kept encrypted under a key of its own until then.
 */
import { createHash, createHmac } from 'node:crypto'
import { AppError } from '../../pure/errors'
import { DAY_MS } from '../../pure/time'
import { PART_BYTES, partCountOf } from '../../pure/upload-parts'
import type { Json, Stored } from '../store/contract'
import { files, type FileDoc } from './collections'
import type { FileFacts, FileType, PartedUpload } from './contract'
import { decryptFile, encryptFile } from './encryption'
import {
  commitOne,
  contentKeyOf,
  factsOf,
  findFile,
  newContentKey,
  wholeKey,
  type FilesOptions,
} from './parcel'
import { sniff } from './sniff'

const SALT = 16
/** Parts removed at the same time. */
const AT_ONCE = 16

export const partName = (fileId: string, place: number): string => `${fileId}-${place}`

/** A salt of its own, so that no two parts, nor a part sent twice, are ever encrypted under one key. */
const partKey = (contentKey: Uint8Array, salt: Uint8Array, place: number): Uint8Array =>
  createHmac('sha256', contentKey).update(salt).update(`part ${place}`).digest()

const sealPart = (contentKey: Uint8Array, name: string, place: number, salt: Uint8Array, bytes: Uint8Array) =>
  Buffer.concat([salt, encryptFile(partKey(contentKey, salt, place), name, bytes)])

const openPart = (contentKey: Uint8Array, name: string, place: number, sealed: Uint8Array): Uint8Array => {
  const salt = sealed.subarray(0, SALT)
  return decryptFile(partKey(contentKey, salt, place), name, sealed.subarray(SALT))
}

const lengthOf = (size: number, place: number): number => Math.min(PART_BYTES, size - place * PART_BYTES)

const placesOf = ({ partCount = 0 }: FileDoc): readonly number[] =>
  Array.from({ length: partCount }, (_, n) => n)
const isThere = ({ parts = {} }: FileDoc, place: number): boolean => parts[String(place)] === 1

export interface OpenUpload {
  readonly owner: string
  readonly type: FileType
  /** Bytes. */
  readonly size: number
  readonly purpose: string
  readonly public?: true
}

/** @see Files for what each promises */
export const createParts = ({ store, vault, clock, random, engine }: FilesOptions) => {
  const sealKeyOf = async (file: Stored<FileDoc>): Promise<Uint8Array> => {
    const key = (await vault.keysOf([file.doc.owner])).get(file.doc.owner)
    if (!key) throw new AppError('NOT_FOUND')
    return contentKeyOf(key, file)
  }

  /** The owner's upload that is still under way, or done. @throws AppError NOT_FOUND for any other, and for one that ran out */
  const uploadOf = async (fileId: string, owner: string): Promise<Stored<FileDoc>> => {
    const file = await findFile(store, fileId)
    const standing = file && file.doc.owner === owner && file.doc.state !== 'removing' && file.doc.partCount
    if (!file || !standing) throw new AppError('NOT_FOUND')
    if (file.doc.attachedTo === null && (file.doc.expiresAt ?? 0) <= clock()) throw new AppError('NOT_FOUND')
    return file
  }

  const stateOf = ({ id, doc }: Stored<FileDoc>): PartedUpload => ({
    fileId: id,
    size: doc.size,
    partBytes: PART_BYTES,
    parts: doc.partCount ?? 0,
    missing: doc.state === 'stored' ? [] : placesOf(doc).filter((place) => !isThere(doc, place)),
    done: doc.state === 'stored',
  })

  /** Writes what is true of an upload under way. @returns its state; undefined: it is under way no more. @throws AppError BUSY */
  const mark = async (
    id: string,
    set: Readonly<Record<string, Json>>,
  ): Promise<Stored<FileDoc> | undefined> => {
    const when = [{ path: 'state', is: 'awaiting' }]
    const outcome = await store.patch({ collection: files.name, id, set, when })
    if (outcome.outcome === 'busy' || outcome.outcome === 'unknown') throw new AppError('BUSY')
    return outcome.outcome === 'patched' ? (outcome.stored as Stored<FileDoc>) : undefined
  }

  const open = async ({
    owner,
    type,
    size,
    purpose,
    public: isPublic,
  }: OpenUpload): Promise<PartedUpload> => {
    const ownerKey = await vault.keyOf(owner)
    const id = `fl_${Buffer.from(random(16)).toString('hex')}`
    const createdAt = clock()
    const doc: FileDoc = {
      v: 1,
      owner,
      type,
      size,
      sha256: '',
      state: 'awaiting',
      tokenHash: '',
      key: newContentKey(ownerKey, id, random),
      createdAt,
      attachedTo: null,
      expiresAt: createdAt + DAY_MS,
      purpose,
      ...(isPublic ? { public: true } : {}),
      partCount: partCountOf(size),
      parts: {},
    }
    await commitOne(store, { op: 'insert', collection: files.name, id, doc })
    return stateOf({ id, version: '', doc })
  }

  const put = async (
    fileId: string,
    owner: string,
    place: number,
    bytes: Uint8Array,
  ): Promise<PartedUpload> => {
    const file = await uploadOf(fileId, owner)
    const { doc } = file
    if (doc.state === 'stored' || isThere(doc, place)) return stateOf(file)
    if (place >= (doc.partCount ?? 0) || bytes.length !== lengthOf(doc.size, place))
      throw new AppError('FILE_CORRUPT')
    const name = partName(fileId, place)
    await engine.put(name, sealPart(await sealKeyOf(file), name, place, random(SALT), bytes))
    const marked = await mark(fileId, { [`parts.${place}`]: 1 })
    if (marked) return stateOf(marked)
    // Finished or removed meanwhile: whoever did so may have taken the parts away before this one came.
    await engine.remove(name)
    return stateOf(await uploadOf(fileId, owner))
  }

  const assembled = async (file: Stored<FileDoc>, contentKey: Uint8Array): Promise<Uint8Array> => {
    const parts = await Promise.all(
      placesOf(file.doc).map(async (place) => {
        const name = partName(file.id, place)
        const sealed = await engine.get(name)
        if (!sealed) throw new AppError('FILE_CORRUPT')
        return openPart(contentKey, name, place, sealed)
      }),
    )
    return Buffer.concat(parts)
  }

  const finish = async (fileId: string, owner: string): Promise<FileFacts> => {
    const file = await uploadOf(fileId, owner)
    if (file.doc.state === 'stored') return factsOf(file)
    if (stateOf(file).missing.length > 0) throw new AppError('FILE_CORRUPT')
    const contentKey = await sealKeyOf(file)
    const bytes = await assembled(file, contentKey)
    if (sniff(bytes) !== file.doc.type) throw new AppError('FILE_REFUSED')
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    await engine.put(fileId, encryptFile(wholeKey(contentKey, sha256), fileId, bytes))
    const marked = await mark(fileId, { state: 'stored', sha256, expiresAt: clock() + DAY_MS })
    if (marked) {
      await removeParts(marked.doc, fileId)
      return factsOf(marked)
    }
    // Finished by another call, or removed: then its bytes may have been taken away before these came.
    const now = await findFile(store, fileId)
    if (now?.doc.state === 'stored') return factsOf(now)
    await engine.remove(fileId)
    throw new AppError('NOT_FOUND')
  }

  /** Also what a crash left of them, and so all that there can be. */
  const removeParts = async (doc: FileDoc, fileId: string): Promise<void> => {
    const names = placesOf(doc).map((place) => partName(fileId, place))
    for (let first = 0; first < names.length; first += AT_ONCE)
      await Promise.all(names.slice(first, first + AT_ONCE).map((name) => engine.remove(name)))
  }

  return {
    open,
    put,
    finish,
    removeParts,
    state: async (id: string, owner: string) => stateOf(await uploadOf(id, owner)),
  }
}
