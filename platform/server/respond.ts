/** Writing replies: JSON with its length, and the headers that every answer carries. */
import type { ServerResponse } from 'node:http'
import type { Reply } from '../../functions/core/io/entry/envelope'

type Headers = Readonly<Record<string, string>>

/** For pages: no frame, no sniffing, nothing told to other sites. The content policy comes with each page. */
export const PAGE_HEADERS: Headers = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(self), microphone=(), payment=()',
}

/** @param extra what the gateway adds: allowed methods, CORS, `connection: close` */
export const sendReply = (
  response: ServerResponse,
  { status, headers, body }: Reply,
  extra?: Headers,
): void => {
  const text = JSON.stringify(body)
  // A flat list, as node:http writes it: every call comes through here.
  const lines = ['x-content-type-options', 'nosniff', 'content-length', String(Buffer.byteLength(text))]
  for (const [name, value] of Object.entries(headers)) lines.push(name, value)
  if (extra) for (const [name, value] of Object.entries(extra)) lines.push(name, value)
  response.writeHead(status, lines)
  response.end(text)
}

export interface TextPage {
  readonly type: string
  readonly text: string | Buffer
  readonly headers?: Headers
  /** Default 200. */
  readonly status?: number
}

export const sendText = (response: ServerResponse, page: TextPage): void => {
  const headers = {
    ...PAGE_HEADERS,
    ...page.headers,
    'content-type': page.type,
    'content-length': Buffer.byteLength(page.text),
  }
  response.writeHead(page.status ?? 200, headers)
  response.end(page.text)
}
