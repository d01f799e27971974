/** An S3-shaped store in memory that checks what the real one would: signatures, dates, content hashes, signed sizes. */
import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SignatureV4 } from '@smithy/signature-v4'

export interface S3Server {
  readonly endpoint: string
  /** Key → bytes of the bucket. */
  readonly objects: Map<string, Buffer>
  /** What was refused, and why. */
  readonly refused: string[]
  /** Answers the next requests with these: 503, or `reset` for a broken connection after the work was done. */
  readonly faults: (503 | 'reset')[]
  close(): Promise<void>
}

export const S3 = {
  region: 'ap-test-1',
  bucket: 'shuibang-files',
  accessKeyId: 'AKIDTEST',
  secretAccessKey: 'a secret of the store',
} as const
const BODY_HASH = 'x-amz-content-sha256'
const FIFTEEN_MINUTES = 900_000

/** The hash that the peer's signer asks for. */
class Sha256 {
  private readonly hash
  constructor(secret?: string | Uint8Array | ArrayBuffer) {
    this.hash =
      secret === undefined ? createHash('sha256') : createHmac('sha256', Buffer.from(secret as Uint8Array))
  }
  update(data: string | Uint8Array): void {
    this.hash.update(data)
  }
  async digest(): Promise<Uint8Array> {
    return this.hash.digest()
  }
  reset(): void {
    throw new Error('used once')
  }
}

const signer = new SignatureV4({
  credentials: S3,
  region: S3.region,
  service: 's3',
  sha256: Sha256 as never,
  uriEscapePath: false,
  applyChecksum: false,
})

const dateOf = (text: string): Date =>
  new Date(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))

interface Asked {
  readonly method: string
  readonly url: URL
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

const only = ({ headers }: Asked, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, String(headers[name] ?? '')]))

const requestOf = (asked: Asked, names: readonly string[], query: Record<string, string>) => ({
  method: asked.method,
  protocol: 'http:',
  hostname: asked.url.hostname,
  path: asked.url.pathname,
  headers: only(asked, names),
  query,
})

/** The reason to refuse a signed address, if there is one. */
const presignedFault = async (asked: Asked): Promise<string | undefined> => {
  const { searchParams } = asked.url
  const date = dateOf(searchParams.get('X-Amz-Date') ?? '')
  const expiresIn = Number(searchParams.get('X-Amz-Expires'))
  if (!(Date.now() < date.getTime() + expiresIn * 1000)) return 'AccessDenied'
  const names = (searchParams.get('X-Amz-SignedHeaders') ?? '').split(';')
  // the standard's word for a body that is not signed; not itself a signed header
  const request = requestOf(asked, names, {})
  const wanted = await signer.presign(
    { ...request, headers: { ...request.headers, [BODY_HASH]: 'UNSIGNED-PAYLOAD' } },
    {
      expiresIn,
      signingDate: date,
      signableHeaders: new Set(names),
      unhoistableHeaders: new Set([...names, BODY_HASH]),
      unsignableHeaders: new Set([BODY_HASH]),
    },
  )
  return wanted.query?.['X-Amz-Signature'] === searchParams.get('X-Amz-Signature')
    ? undefined
    : 'SignatureDoesNotMatch'
}

const signedFault = async (asked: Asked): Promise<string | undefined> => {
  const authorization = asked.headers.authorization ?? ''
  const date = dateOf(String(asked.headers['x-amz-date']))
  if (!(Math.abs(Date.now() - date.getTime()) < FIFTEEN_MINUTES)) return 'RequestTimeTooSkewed'
  if (asked.headers[BODY_HASH] !== createHash('sha256').update(asked.body).digest('hex'))
    return 'XAmzContentSHA256Mismatch'
  const names = (/SignedHeaders=([^,]+)/.exec(authorization)?.[1] ?? '').split(';')
  const wanted = await signer.sign(requestOf(asked, names, Object.fromEntries(asked.url.searchParams)), {
    signingDate: date,
    signableHeaders: new Set(names),
  })
  const given = /Signature=([0-9a-f]{64})$/.exec(authorization)?.[1]
  return given !== undefined && wanted.headers.authorization?.endsWith(`Signature=${given}`) === true
    ? undefined
    : 'SignatureDoesNotMatch'
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** Path-style addresses: `<endpoint>/<bucket>/<key>`. */
export const startS3Server = async (): Promise<S3Server> => {
  const objects = new Map<string, Buffer>()
  const refused: string[] = []
  const faults: (503 | 'reset')[] = []
  const prefix = `/${S3.bucket}/`

  const serve = async (
    asked: Asked,
  ): Promise<{ readonly status: number; readonly body?: Buffer | string }> => {
    const fault = await (asked.url.searchParams.has('X-Amz-Signature')
      ? presignedFault(asked)
      : signedFault(asked))
    if (fault !== undefined || !asked.url.pathname.startsWith(prefix)) {
      refused.push(fault ?? 'NoSuchBucket')
      return {
        status: fault === undefined ? 404 : 403,
        body: `<Error><Code>${fault ?? 'NoSuchBucket'}</Code></Error>`,
      }
    }
    const key = decodeURIComponent(asked.url.pathname.slice(prefix.length))
    if (asked.method === 'PUT') {
      objects.set(key, asked.body)
      return { status: 200 }
    }
    if (asked.method === 'DELETE') {
      objects.delete(key)
      return { status: 204 }
    }
    const found = objects.get(key)
    return found
      ? { status: 200, body: found }
      : { status: 404, body: '<Error><Code>NoSuchKey</Code></Error>' }
  }

  const server = createServer((request, response) => {
    void (async () => {
      const asked = {
        method: request.method ?? '',
        url: new URL(request.url ?? '/', `http://${request.headers.host ?? ''}`),
        headers: request.headers,
        body: await bodyOf(request),
      }
      const fault = faults.shift()
      if (fault === 503) return response.writeHead(503).end('<Error><Code>SlowDown</Code></Error>')
      const { status, body } = await serve(asked)
      return fault === 'reset' ? request.socket.destroy() : response.writeHead(status).end(body)
    })().catch((error: unknown) => response.writeHead(500).end(String(error)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    refused,
    faults,
    close: () => new Promise((resolve) => void server.close(() => resolve()).closeAllConnections()),
  }
}
