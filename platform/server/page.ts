/** The web page: hashed files for a year, everything else checked each time, a strict content policy. */
import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { loadSite, type SiteFile } from './site'
import { notFoundPage } from './not-found-page'
import { PAGE_HEADERS, sendText } from './respond'

export type PageHandler = (request: IncomingMessage, response: ServerResponse) => void

const HASHED = /[.-][0-9a-f]{8,32}\.[a-z0-9]+$/
const YEAR = 'public, max-age=31536000, immutable'

/** Scripts written into the page itself are allowed by their hash, and no others. */
const inlineHashes = (html: string): readonly string[] =>
  [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, script = '']) => {
    const hash = createHash('sha256').update(script).digest('base64')
    return `'sha256-${hash}'`
  })

const policyOf = (html: string): string =>
  [
    "default-src 'self'",
    ["script-src 'self'", ...inlineHashes(html)].join(' '),
    // Taro sets styles on elements.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

const NOT_BUILT = `<!doctype html>
<meta charset="utf-8">
<title>Shuibang</title>
<p>The web page is not built yet: run <code>npm start</code>. The API is at <a href="/api/docs">/api/docs</a>.</p>
`

/** A script or a picture that is missing: nobody reads this. */
const MISSING_FILE = { status: 404, type: 'text/plain; charset=utf-8', text: 'Not found' }

/** The path of a request's address, decoded; undefined when it cannot be. */
const pathOf = ({ url = '/' }: IncomingMessage): string | undefined => {
  try {
    return decodeURIComponent(url.split('?', 1)[0] ?? '/')
  } catch {
    return undefined
  }
}

const acceptsGzip = ({ headers }: IncomingMessage): boolean =>
  /\bgzip\b(?!;\s*q=0(?:\.0*)?\b)/.test(String(headers['accept-encoding'] ?? ''))

const sendFile = (
  request: IncomingMessage,
  response: ServerResponse,
  { path, file, policy }: { readonly path: string; readonly file: SiteFile; readonly policy: string },
): void => {
  const headers = {
    ...PAGE_HEADERS,
    'content-security-policy': policy,
    'cache-control': HASHED.test(path) ? YEAR : 'no-cache',
    etag: file.etag,
    vary: 'accept-encoding',
  }
  if (request.headers['if-none-match'] === file.etag) {
    response.writeHead(304, headers).end()
    return
  }
  const zipped = file.gzip !== undefined && acceptsGzip(request) ? file.gzip : undefined
  const bytes = zipped ?? file.bytes
  response.writeHead(200, {
    ...headers,
    'content-type': file.type,
    'content-length': bytes.length,
    ...(zipped ? { 'content-encoding': 'gzip' } : {}),
  })
  response.end(request.method === 'HEAD' ? undefined : bytes)
}

/** @param root the built web page, `dist/h5`; without it a line that says so */
export const createPage = (root: string | undefined): PageHandler => {
  const site = root === undefined ? undefined : loadSite(root)
  const index = site?.get('/index.html')
  if (!site || !index) {
    const page = {
      status: 503,
      type: 'text/html; charset=utf-8',
      text: NOT_BUILT,
      headers: { 'cache-control': 'no-store' },
    }
    return (_, response) => sendText(response, page)
  }
  const policy = policyOf(index.bytes.toString('utf8'))
  return (request, response) => {
    const path = pathOf(request)
    if (path === undefined) return sendText(response, notFoundPage)
    // Screens stand behind the #: the application has one address, and its files.
    const file = path === '/' ? index : site.get(path)
    if (!file) return sendText(response, /\.[^/]+$/.test(path) ? MISSING_FILE : notFoundPage)
    sendFile(request, response, { path, file, policy })
  }
}
