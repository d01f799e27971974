/** Where encrypted bytes are kept. An engine sees ciphertext and names; only a direct one holds an upload as it was sent, until it is taken. */
export interface FileEngine {
  /** For logs and `/health`. */
  readonly name: string
  /** Durable when it resolves; a name that is there already is replaced as a whole, never in part. */
  put(name: string, bytes: Uint8Array): Promise<void>
  get(name: string): Promise<Uint8Array | undefined>
  /** Removing what is not there succeeds; an upload that was never taken goes with it. */
  remove(name: string): Promise<void>
  /** Where a client puts the bytes of an upload, ten minutes long. */
  uploadTarget(
    name: string,
    declared: { readonly type: string; readonly size: number },
  ): Promise<UploadTarget>
  /** Only where clients upload past the functions, whose bodies are too small. */
  readonly direct?: DirectUploads
}

export interface UploadTarget {
  readonly method: 'PUT'
  readonly url: string
  /** To be sent as they stand. */
  readonly headers: Readonly<Record<string, string>>
}

export interface DirectUploads {
  /** What came under this name, as it was sent; `undefined` when nothing did. @throws UploadTooLarge without reading it */
  take(name: string, atMost: number): Promise<Uint8Array | undefined>
  discard(name: string): Promise<void>
}

/** More came than the ticket declared. */
export class UploadTooLarge extends Error {
  override readonly name = 'UploadTooLarge'
}

const NAME = /^[A-Za-z0-9_-]{3,80}$/

/** @throws RangeError unless it is letters, digits, `_` and `-` */
export const checkName = (name: string): string => {
  if (!NAME.test(name)) throw new RangeError(`not a file name: ${JSON.stringify(name)}`)
  return name
}

/** Where object stores keep a file, and an upload until it is taken. A lifecycle rule may clear `uploads/` after a day. */
export const keyOf = (name: string): string => `files/${checkName(name).slice(-2).toLowerCase()}/${name}`
export const uploadKeyOf = (name: string): string => `uploads/${checkName(name)}`

/** The body of an answer, unless it says or turns out to be larger. @throws UploadTooLarge */
export const bytesWithin = async (response: Response, atMost: number): Promise<Uint8Array> => {
  const declared = Number(response.headers.get('content-length') ?? 0)
  if (declared > atMost) {
    await response.body?.cancel()
    throw new UploadTooLarge()
  }
  const bytes = new Uint8Array(await response.arrayBuffer())
  if (bytes.length > atMost) throw new UploadTooLarge()
  return bytes
}
