/** Files beside the store: ticket → direct upload → checked → attached. Implementation: files.ts and engines/. */

import type { FileType } from '../../pure/file-types'

export type { FileType }

export interface UploadTicket {
  readonly fileId: string
  /** Where the client puts the bytes, with these headers; on our own server also `Authorization: Bearer <token>`. */
  readonly method: 'PUT'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** The bytes go past the functions into the store of objects: once they are there, `confirm` takes them. */
  readonly direct: boolean
  readonly token: string
  readonly expiresAt: number
}

export interface FileFacts {
  readonly fileId: string
  readonly type: FileType
  readonly size: number
  /** Hex. */
  readonly sha256: string
}

/** An upload in parts, as far as it is. */
export interface PartedUpload {
  readonly fileId: string
  readonly size: number
  /** Bytes of every part but the last. */
  readonly partBytes: number
  readonly parts: number
  /** Places, from 0, that are still to be sent. */
  readonly missing: number[]
  /** All is there, and was found to be what was declared. */
  readonly done: boolean
}

export interface Files {
  /** A ticket for one upload of what is declared; 10 minutes. @throws AppError FILE_REFUSED */
  ticket(input: {
    readonly owner: string
    readonly type: FileType
    readonly size: number
    readonly sha256: string
  }): Promise<UploadTicket>
  /** Takes the bytes, checks type by content, size and sha256, and stores them encrypted. @throws AppError FILE_CORRUPT, FILE_REFUSED, NOT_FOUND */
  accept(input: {
    readonly fileId: string
    readonly token: string
    readonly bytes: Uint8Array
  }): Promise<FileFacts>
  /**
   * The same for bytes that the client has put into the store of objects; the upload as it was sent is gone afterwards.
   * @throws AppError FILE_CORRUPT, FILE_REFUSED, NOT_FOUND (also when nothing was put there)
   */
  confirm(input: { readonly fileId: string; readonly token: string }): Promise<FileFacts>
  /** The bytes of the owner's file. @throws AppError NOT_FOUND for an unknown file and for another owner's alike */
  read(input: {
    readonly fileId: string
    readonly owner: string
  }): Promise<{ readonly facts: FileFacts; readonly bytes: Uint8Array }>
  /** The bytes of a file that belongs to that document, whoever owns it: the document's function says who may see them. @throws AppError NOT_FOUND */
  readAttached(input: {
    readonly fileId: string
    readonly to: { readonly collection: string; readonly id: string }
  }): Promise<{ readonly facts: FileFacts; readonly bytes: Uint8Array }>
  /** The bytes of a public file that is attached. @throws AppError NOT_FOUND for any other */
  readPublic(fileId: string): Promise<{ readonly facts: FileFacts; readonly bytes: Uint8Array }>
  /** Begins an upload in parts; it may be resumed for a day. What may be uploaded is the caller's to check. */
  openUpload(input: {
    readonly owner: string
    readonly type: FileType
    readonly size: number
    readonly purpose: string
    readonly public?: true
  }): Promise<PartedUpload>
  /** One part; a part that is there already stays as it is. @throws AppError NOT_FOUND, FILE_CORRUPT when it has not its length */
  putPart(input: {
    readonly fileId: string
    readonly owner: string
    readonly place: number
    readonly bytes: Uint8Array
  }): Promise<PartedUpload>
  /** @throws AppError NOT_FOUND */
  uploadState(input: { readonly fileId: string; readonly owner: string }): Promise<PartedUpload>
  /** Puts the parts together. @throws AppError NOT_FOUND, FILE_CORRUPT while parts are missing, FILE_REFUSED when it is not of its type */
  finishUpload(input: { readonly fileId: string; readonly owner: string }): Promise<FileFacts>
  remove(fileId: string): Promise<void>
}
