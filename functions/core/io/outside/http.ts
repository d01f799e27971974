/** HTTP to a service that is not ours: one base address, a time limit, no redirects, an answer of bounded size. */

export interface OutsideAddress {
  /** `https://pay.example.cn/v1`; plain http only to this machine. */
  readonly baseUrl: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface OutsideRequest {
  readonly method: 'GET' | 'POST' | 'PUT'
  /** Below the base address; each part is encoded. */
  readonly path: readonly string[]
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly signal: AbortSignal
}

export interface OutsideReply {
  readonly status: number
  /** Parsed JSON; undefined when it is none. */
  readonly body: unknown
}

export type OutsideHttp = (request: OutsideRequest) => Promise<OutsideReply>

/** A request as it goes out, for who signs it. */
export interface OutsideMessage {
  readonly method: OutsideRequest['method']
  /** Path and query as they are sent: `/v3/certificates?a=b`. */
  readonly target: string
  /** Empty without a body. */
  readonly body: string
}

export interface SignedAddress extends OutsideAddress {
  /** Headers made of each request. */
  readonly sign: (message: OutsideMessage) => Readonly<Record<string, string>>
  /** An answer is no longer (default 64 kB). */
  readonly mostBytes?: number
}

/** As it came, so that its signature can be checked. */
export interface RawReply {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Buffer
}

const MOST_BYTES = 64 * 1024
const LOCAL = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/** What an operator configured. @throws RangeError for an address that is not to be used, without repeating it */
export const checkedBase = (baseUrl: string): string => {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    throw new RangeError('an outside address is no http address')
  if (url.username || url.password || url.search || url.hash)
    throw new RangeError('an outside address holds a password, a query or a fragment')
  if (url.protocol === 'http:' && !LOCAL.test(url.hostname))
    throw new RangeError('an outside address is not https')
  return url.href.replace(/\/+$/, '')
}

const bytesOf = async (response: Response, mostBytes: number): Promise<Buffer> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length
    if (size > mostBytes) throw new RangeError('an outside answer is too long')
    chunks.push(part)
  }
  return Buffer.concat(chunks)
}

/** @returns undefined when it is no JSON */
export const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const urlOf = (base: string, { path, query = {} }: OutsideRequest): URL => {
  const url = new URL([base, ...path.map(encodeURIComponent)].join('/'))
  url.search = new URLSearchParams(query).toString()
  return url
}

/** Requests that are signed, and answers as they came. Whatever throws here may have arrived, as below. */
export const signedHttp = ({
  baseUrl,
  headers = {},
  sign,
  mostBytes = MOST_BYTES,
}: SignedAddress): ((request: OutsideRequest) => Promise<RawReply>) => {
  const base = checkedBase(baseUrl)
  return async (request) => {
    const { method, signal } = request
    const url = urlOf(base, request)
    const body = request.body === undefined ? '' : JSON.stringify(request.body)
    const response = await fetch(url, {
      method,
      redirect: 'error',
      signal,
      headers: {
        ...headers,
        accept: 'application/json',
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...sign({ method, target: `${url.pathname}${url.search}`, body }),
      },
      ...(body ? { body } : {}),
    })
    return { status: response.status, headers: response.headers, bytes: await bytesOf(response, mostBytes) }
  }
}

/** Whatever throws here may have arrived: its adapter lets it through, and the call is `unknown`. */
export const outsideHttp = (address: OutsideAddress): OutsideHttp => {
  const http = signedHttp({ ...address, sign: () => ({}) })
  return async (request) => {
    const { status, bytes } = await http(request)
    return { status, body: parsedJson(bytes.toString('utf8')) }
  }
}
