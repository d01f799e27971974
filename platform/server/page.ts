/** The web page from disk: hashed files for a year, everything else checked each time, a strict content policy. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'
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

/** @param root the built web page, `dist/h5`; without it a line that says so */
export const createPage = (root: string | undefined): PageHandler => {
  const index = root === undefined ? undefined : join(root, 'index.html')
  if (root === undefined || index === undefined || !existsSync(index)) {
    const page = { status: 503, type: 'text/html; charset=utf-8', text: NOT_BUILT, headers: { 'cache-control': 'no-store' } }
    return (_, response) => sendText(response, page)
  }
  const policy = policyOf(readFileSync(index, 'utf8'))
  const serve = sirv(root, {
    etag: true,
    gzip: true,
    brotli: true,
    single: true,
    setHeaders: (response, path) => {
      for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value)
      response.setHeader('content-security-policy', policy)
      response.setHeader('cache-control', HASHED.test(path) ? YEAR : 'no-cache')
    },
  })
  const missing = (response: ServerResponse): void => sendText(response, { status: 404, type: 'text/plain; charset=utf-8', text: 'Not found' })
  return (request, response) => serve(request, response, () => missing(response))
}
