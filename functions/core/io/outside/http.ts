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
  readonly body?: unknown
  readonly signal: AbortSignal
}

export interface OutsideReply {
  readonly status: number
  /** Parsed JSON; undefined when it is none. */
  readonly body: unknown
}

export type OutsideHttp = (request: OutsideRequest) => Promise<OutsideReply>

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

const textOf = async (response: Response): Promise<string> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length
    if (size > MOST_BYTES) throw new RangeError('an outside answer is too long')
    chunks.push(part)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Whatever throws here may have arrived: its adapter lets it through, and the call is `unknown`. */
export const outsideHttp = ({ baseUrl, headers = {} }: OutsideAddress): OutsideHttp => {
  const base = checkedBase(baseUrl)
  return async ({ method, path, body, signal }) => {
    const response = await fetch([base, ...path.map(encodeURIComponent)].join('/'), {
      method,
      redirect: 'error',
      signal,
      headers: {
        ...headers,
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: response.status, body: parsed(await textOf(response)) }
  }
}
