/** Files beside the store: ticket → direct upload → checked → attached. Implementation: files.ts and engines/. */

export type FileType = 'image/png' | 'image/jpeg' | 'application/pdf'

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
  remove(fileId: string): Promise<void>
}
