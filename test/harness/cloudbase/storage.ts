/**
 * An environment's files: `uploadFile`, `getUploadMetadata`, `getTempFileURL`, `downloadFile` and `deleteFile` of the SDK. Bytes
 * are put and fetched at `<emulator>/files/<environment>/<path>`: a PUT needs the headers that the metadata gave (`authorization`
 * signed as Tencent COS signs, `x-cos-security-token`, `x-cos-meta-fileid`), a GET or HEAD the `sign` and `t` of its address.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { refused } from './errors'
import type { Parameters } from './actions'
import type { Change, Keep } from './kept'
import type { Rule } from './schema'
import type { Credentials, Signed } from './signature'

interface StoredFile {
  readonly bytes: Buffer
  readonly type: string
}

export interface StorageAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | string
}

/** An upload must begin within, s. */
const UPLOAD_LIFETIME = 900
const DOWNLOAD_LIFETIME = 600

const hmac = (algorithm: 'sha1' | 'sha256', key: string, text: string): string =>
  createHmac(algorithm, key).update(text).digest('hex')
const seconds = (): number => Math.floor(Date.now() / 1000)
const isEqual = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

const failure = (status: number, code: string): StorageAnswer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>refused</Message><RequestId>r</RequestId><TraceId>t</TraceId></Error>`,
})

export class Storage {
  private readonly files = new Map<string, StoredFile>()
  /** Who may reach it from a client; functions and signed addresses are not held back by it. */
  rule: Rule = { rule: 'PRIVATE' }

  constructor(
    private readonly environment: string,
    private readonly credentials: Credentials,
    /** The emulator's own address. */
    private readonly origin: () => string,
    private readonly keep: Keep,
  ) {}

  get bucket(): string {
    return `emulator-${this.environment}`
  }

  setRule(rule: Rule): void {
    this.rule = rule
    this.keep({ kind: 'storageRule', ...rule })
  }

  private get prefix(): string {
    return `cloud://${this.environment}.${this.bucket}/`
  }

  private get path(): string {
    return `/files/${this.environment}/`
  }

  /** The paths of all files. */
  paths(): readonly string[] {
    return [...this.files.keys()]
  }

  private authorization(path: string, time: string): string {
    const key = hmac('sha1', this.credentials.secretKey, time)
    const request = createHash('sha1').update(`put\n${this.path}${path}\n\n\n`).digest('hex')
    const signature = hmac('sha1', key, `sha1\n${time}\n${request}\n`)
    return `q-sign-algorithm=sha1&q-ak=${this.credentials.secretId}&q-sign-time=${time}&q-key-time=${time}&q-header-list=&q-url-param-list=&q-signature=${signature}`
  }

  private token(path: string, time: string): string {
    return hmac('sha256', this.credentials.secretKey, `token\n${path}\n${time}`)
  }

  private cosFileId(path: string): string {
    return hmac('sha256', this.credentials.secretKey, `file\n${this.prefix}${path}`)
  }

  private sign(path: string, until: string): string {
    return hmac('sha256', this.credentials.secretKey, `get\n${this.environment}\n${path}\n${until}`)
  }

  private pathOf(fileId: unknown): string | undefined {
    return typeof fileId === 'string' && fileId.startsWith(this.prefix)
      ? fileId.slice(this.prefix.length)
      : undefined
  }

  private metadata({ path }: Parameters): object {
    if (typeof path !== 'string' || path === '' || path.startsWith('/'))
      throw refused.invalidParameter('path')
    const time = `${seconds()};${seconds() + UPLOAD_LIFETIME}`
    return {
      data: {
        url: `${this.origin()}${encodeURI(`${this.path}${path}`)}`,
        token: this.token(path, time),
        authorization: this.authorization(path, time),
        fileId: `${this.prefix}${path}`,
        cosFileId: this.cosFileId(path),
      },
    }
  }

  private addresses({ file_list: list }: Parameters): object {
    if (!Array.isArray(list)) throw refused.invalidParameter('file_list')
    return {
      data: {
        download_list: (list as { fileid: unknown; max_age?: number }[]).map(
          ({ fileid, max_age: age = DOWNLOAD_LIFETIME }) => {
            const path = this.pathOf(fileid)
            if (path === undefined || !this.files.has(path))
              return { code: 'STORAGE_FILE_NONEXIST', fileID: fileid, tempFileURL: '' }
            const until = String(seconds() + age)
            return {
              code: 'SUCCESS',
              fileID: fileid,
              tempFileURL: `${this.origin()}${this.path}${path}?sign=${this.sign(path, until)}&t=${until}`,
            }
          },
        ),
      },
    }
  }

  private remove({ fileid_list: list }: Parameters): object {
    if (!Array.isArray(list)) throw refused.invalidParameter('fileid_list')
    return {
      data: {
        delete_list: (list as unknown[]).map((fileID) => {
          const path = this.pathOf(fileID)
          if (path === undefined || !this.files.delete(path)) return { code: 'STORAGE_FILE_NONEXIST', fileID }
          this.keep({ kind: 'noFile', path })
          return { code: 'SUCCESS', fileID }
        }),
      },
    }
  }

  readonly actions: Readonly<Record<string, (parameters: Parameters) => object>> = {
    'storage.getUploadMetadata': (parameters) => this.metadata(parameters),
    'storage.batchGetDownloadUrl': (parameters) => this.addresses(parameters),
    'storage.batchDeleteFile': (parameters) => this.remove(parameters),
  }

  private take(path: string, { headers, body }: Signed): StorageAnswer {
    const given = headers.authorization ?? ''
    const time = new URLSearchParams(given).get('q-sign-time') ?? ''
    const [from = NaN, until = NaN] = time.split(';').map(Number)
    if (!isEqual(given, this.authorization(path, time))) return failure(403, 'SignatureDoesNotMatch')
    if (!(from <= seconds() && seconds() <= until)) return failure(403, 'RequestTimeTooSkewed')
    if (!isEqual(String(headers['x-cos-security-token']), this.token(path, time)))
      return failure(403, 'InvalidAccessKeyId')
    if (headers['x-cos-meta-fileid'] !== this.cosFileId(path)) return failure(403, 'AccessDenied')
    const type = headers['content-type'] ?? 'application/octet-stream'
    this.files.set(path, { bytes: body, type })
    this.keep({ kind: 'file', path, type, bytes: body.toString('base64') })
    return { status: 200, headers: {}, body: '' }
  }

  private give(path: string, query: URLSearchParams): StorageAnswer {
    const until = query.get('t') ?? ''
    if (!isEqual(query.get('sign') ?? '', this.sign(path, until)) || !(Number(until) >= seconds()))
      return failure(403, 'AccessDenied')
    const file = this.files.get(path)
    return file
      ? { status: 200, headers: { 'content-type': file.type }, body: file.bytes }
      : failure(404, 'NoSuchKey')
  }

  /** What the store of objects answers at an address below `/files/<environment>/`. */
  object(signed: Signed): StorageAnswer {
    const { pathname, searchParams } = new URL(signed.url, 'http://emulator')
    const path = decodeURI(pathname).slice(this.path.length)
    if (signed.method === 'PUT') return this.take(path, signed)
    return signed.method === 'GET' || signed.method === 'HEAD'
      ? this.give(path, searchParams)
      : failure(405, 'MethodNotAllowed')
  }

  *changes(): Iterable<Change> {
    yield { kind: 'storageRule', ...this.rule }
    for (const [path, { bytes, type }] of this.files)
      yield { kind: 'file', path, type, bytes: bytes.toString('base64') }
  }

  restore(change: Change): void {
    if (change.kind === 'file')
      this.files.set(change.path, { bytes: Buffer.from(change.bytes, 'base64'), type: change.type })
    else if (change.kind === 'noFile') this.files.delete(change.path)
    else if (change.kind === 'storageRule') this.rule = { rule: change.rule, text: change.text }
  }
}
