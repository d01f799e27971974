/** `GET /api/calendar/<secret>.ics`: a subscribed calendar, asked for again and again by phones that know nothing but its address. */
import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { Entry } from '../../functions/core/io/entry/entry'
import type { Envelope, Reply } from '../../functions/core/io/entry/envelope'
import { AppError } from '../../functions/core/pure/errors'
import { PAGE_HEADERS, sendReply } from './respond'

const FOLDER = '/api/calendar/'
const PATH = /^\/api\/calendar\/([A-Za-z0-9_-]{43})\.ics$/

export const isOfCalendar = (path: string): boolean => path.startsWith(FOLDER)

/** The address is a secret, and stands in no log. */
export const withoutSecret = (path: string): string => (isOfCalendar(path) ? FOLDER : path)

/** One that was revoked is gone a minute later, whoever keeps a copy on the way; and it is never run as a page. */
const HEADERS = {
  'cache-control': 'private, max-age=60',
  'content-security-policy': "default-src 'none'; sandbox",
}

export interface CalendarCall {
  readonly path: string
  readonly method: string | undefined
  readonly headers: Envelope['headers']
  readonly address: string | undefined
}

const icsIn = ({ status, body }: Reply): string | undefined => {
  const ics: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'ics') : undefined
  return status === 200 && typeof ics === 'string' ? ics : undefined
}

/**
 * Through the entry, as the procedure that clouds call: limited by the caller's address, counted and logged like any other call.
 * @throws AppError METHOD; NOT_FOUND for what is no such address
 */
export const sendCalendar = async (
  entry: Entry,
  { path, method, headers, address }: CalendarCall,
  response: ServerResponse,
): Promise<void> => {
  if (method !== 'GET' && method !== 'HEAD') throw new AppError('METHOD')
  const secret = PATH.exec(path)?.[1]
  if (secret === undefined) throw new AppError('NOT_FOUND')
  // Who asks is nobody: a session that a browser adds has no say here.
  const asked = { 'accept-language': headers['accept-language'] }
  const call = { procedure: 'deadlines/calendar', input: { secret }, headers: asked, address }
  const reply = await entry.handle(call)
  const ics = icsIn(reply)
  if (ics === undefined) return sendReply(response, reply)
  const etag = `"${createHash('sha256').update(ics).digest('base64url').slice(0, 22)}"`
  const caching = { ...PAGE_HEADERS, ...HEADERS, etag }
  if (headers['if-none-match'] === etag) {
    response.writeHead(304, caching).end()
    return
  }
  response.writeHead(200, {
    ...caching,
    'content-type': 'text/calendar; charset=utf-8',
    'content-length': Buffer.byteLength(ics),
    'content-disposition': 'inline; filename="deadlines.ics"',
    'x-robots-tag': 'noindex',
  })
  response.end(method === 'HEAD' ? undefined : ics)
}
