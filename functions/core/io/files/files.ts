/** Uploads, checked by content and kept encrypted under their owner's data key. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { FILE_TYPES } from '../../pure/file-types'
import { AppError } from '../../pure/errors'
import { DAY_MS, HOUR, MINUTE } from '../../pure/time'
import type { Stored } from '../store/contract'
import { files, type FileDoc } from './collections'
import type { FileFacts, Files } from './contract'
import { decryptFile, encryptFile } from './encryption'
import { UploadTooLarge } from './engines/engine'
import {
  commitOne,
  contentKeyOf,
  factsOf,
  findFile,
  newContentKey,
  storedKeyOf,
  TRIES,
  type FilesOptions,
} from './parcel'
import { createParts } from './parts'
import { sniff } from './sniff'

/** 10 MiB. */
export const MAX_FILE = 10 * 1024 * 1024
/** How long a ticket admits an upload. */
const TICKET = 10 * MINUTE
/** How much longer its document stays, so that the sweep takes what comes late too: an address may be good for longer than its ticket. */
const LATE = HOUR
/** How long an upload waits to be attached. */
export const UNATTACHED = DAY_MS

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')
const isToken = (token: string, tokenHash: string): boolean =>
  timingSafeEqual(Buffer.from(sha256(token), 'hex'), Buffer.from(tokenHash, 'hex'))
export const createFiles = (options: FilesOptions): Files => {
  const { store, vault, clock, random, engine } = options
  const parts = createParts(options)

  /** The file that a ticket admits an upload of. @throws AppError NOT_FOUND */
  const admitted = async (fileId: string, token: string): Promise<Stored<FileDoc>> => {
    const file = await findFile(store, fileId)
    if (!file || !isToken(token, file.doc.tokenHash) || file.doc.state === 'removing')
      throw new AppError('NOT_FOUND')
    const until = file.doc.state === 'awaiting' ? file.doc.createdAt + TICKET : (file.doc.expiresAt ?? 0)
    if (file.doc.attachedTo === null && until <= clock()) throw new AppError('NOT_FOUND')
    return file
  }

  const take = async (file: Stored<FileDoc>, bytes: Uint8Array): Promise<FileFacts> => {
    const fileId = file.id
    if (bytes.length > file.doc.size) throw new AppError('FILE_REFUSED')
    if (bytes.length < file.doc.size || sha256(bytes) !== file.doc.sha256) throw new AppError('FILE_CORRUPT')
    if (sniff(bytes) !== file.doc.type) throw new AppError('FILE_REFUSED')
    if (file.doc.state === 'stored') return factsOf(file)
    const key = (await vault.keysOf([file.doc.owner])).get(file.doc.owner)
    if (!key) throw new AppError('NOT_FOUND')
    // Two uploads at once write the same ciphertext under the same name: key and bytes were fixed by the ticket.
    await engine.put(fileId, encryptFile(contentKeyOf(key, file), fileId, bytes))
    const doc: FileDoc = { ...file.doc, state: 'stored', expiresAt: clock() + UNATTACHED }
    if (
      !(await commitOne(store, {
        op: 'replace',
        collection: files.name,
        id: fileId,
        version: file.version,
        doc,
      }))
    ) {
      const now = await findFile(store, fileId)
      // whoever removes it may have taken the bytes away before these came
      if (!now || now.doc.state === 'removing') await engine.remove(fileId)
      if (now?.doc.state !== 'stored') throw new AppError('NOT_FOUND')
    }
    return factsOf(file)
  }

  const bytesOf = async (file: Stored<FileDoc>): Promise<{ facts: FileFacts; bytes: Uint8Array }> => {
    const { id, doc } = file
    if (doc.state !== 'stored') throw new AppError('NOT_FOUND')
    const key = (await vault.keysOf([doc.owner])).get(doc.owner)
    const sealed = key ? await engine.get(id) : undefined
    if (!key || !sealed) throw new AppError('NOT_FOUND')
    const bytes = decryptFile(storedKeyOf(key, file), id, sealed)
    if (sha256(bytes) !== doc.sha256) throw new Error(`file ${id}: not what was stored`)
    return { facts: factsOf(file), bytes }
  }

  const takeUpload = async (fileId: string, atMost: number): Promise<Uint8Array | undefined> => {
    try {
      return await engine.direct?.take(fileId, atMost)
    } catch (cause) {
      throw cause instanceof UploadTooLarge ? new AppError('FILE_REFUSED', undefined, { cause }) : cause
    }
  }

  return {
    ticket: async ({ owner, type, size, sha256: hash }) => {
      const sized = Number.isInteger(size) && size >= 1 && size <= MAX_FILE
      if (!FILE_TYPES.some((one) => one === type) || !sized || !/^[0-9a-f]{64}$/.test(hash))
        throw new AppError('FILE_REFUSED')
      const ownerKey = await vault.keyOf(owner)
      const fileId = `fl_${hex(random(16))}`
      const token = Buffer.from(random(32)).toString('base64url')
      const createdAt = clock()
      const expiresAt = createdAt + TICKET
      const key = newContentKey(ownerKey, fileId, random)
      // A refusal is the echo of a lost reply: nobody else draws this id.
      await commitOne(store, {
        op: 'insert',
        collection: files.name,
        id: fileId,
        doc: {
          v: 1,
          owner,
          type,
          size,
          sha256: hash,
          state: 'awaiting',
          tokenHash: sha256(token),
          key,
          createdAt,
          attachedTo: null,
          expiresAt: expiresAt + LATE,
        },
      })
      return {
        fileId,
        token,
        expiresAt,
        direct: engine.direct !== undefined,
        ...(await engine.uploadTarget(fileId, { type, size })),
      }
    },

    accept: async ({ fileId, token, bytes }) => take(await admitted(fileId, token), bytes),

    confirm: async ({ fileId, token }) => {
      const file = await admitted(fileId, token)
      if (file.doc.state !== 'stored') {
        const bytes = await takeUpload(fileId, file.doc.size)
        if (!bytes) throw new AppError('NOT_FOUND')
        await take(file, bytes)
      }
      // also when an earlier answer was lost before this
      await engine.direct?.discard(fileId)
      return factsOf(file)
    },

    read: async ({ fileId, owner }) => {
      const file = await findFile(store, fileId)
      if (!file || file.doc.owner !== owner) throw new AppError('NOT_FOUND')
      return bytesOf(file)
    },

    readAttached: async ({ fileId, to }) => {
      const file = await findFile(store, fileId)
      if (file?.doc.attachedTo !== `${to.collection}|${to.id}`) throw new AppError('NOT_FOUND')
      return bytesOf(file)
    },

    readPublic: async (fileId) => {
      const file = await findFile(store, fileId)
      if (!file?.doc.public || file.doc.attachedTo === null) throw new AppError('NOT_FOUND')
      return bytesOf(file)
    },

    openUpload: parts.open,
    putPart: ({ fileId, owner, place, bytes }) => parts.put(fileId, owner, place, bytes),
    uploadState: ({ fileId, owner }) => parts.state(fileId, owner),
    finishUpload: ({ fileId, owner }) => parts.finish(fileId, owner),

    remove: async (fileId) => {
      for (let attempt = 1; attempt <= TRIES; attempt += 1) {
        const file = await findFile(store, fileId)
        if (!file) return
        if (file.doc.state !== 'removing') {
          // From here on nobody reads or attaches it; should we crash, the sweeper finds it by its expiry.
          const doc: FileDoc = { ...file.doc, state: 'removing', attachedTo: null, expiresAt: clock() }
          await commitOne(store, {
            op: 'replace',
            collection: files.name,
            id: fileId,
            version: file.version,
            doc,
          })
          continue
        }
        await engine.remove(fileId)
        await parts.removeParts(file.doc, fileId)
        await commitOne(store, { op: 'remove', collection: files.name, id: fileId, version: file.version })
      }
    },
  }
}
