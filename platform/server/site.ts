/**
 * A built web page, read into memory once: about a megabyte. What is served does not change while the server runs, so a
 * build in the same folder can neither mix two versions nor take a file away in the middle of an answer.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

export interface SiteFile {
  readonly bytes: Buffer
  /** Where it saves something. */
  readonly gzip?: Buffer
  readonly type: string
  readonly etag: string
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}
const PRESSED = new Set(['.html', '.js', '.css', '.json', '.svg'])

const fileOf = (name: string): SiteFile => {
  const bytes = readFileSync(name)
  const ending = extname(name)
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  const gzip = PRESSED.has(ending) && bytes.length > 1024 ? gzipSync(bytes, { level: 9 }) : undefined
  return { bytes, ...(gzip ? { gzip } : {}), type: TYPES[ending] ?? 'application/octet-stream', etag }
}

/** Path (`/js/app.js`) → file; undefined when there is no such folder. */
export const loadSite = (root: string): ReadonlyMap<string, SiteFile> | undefined => {
  if (!existsSync(root)) return undefined
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    files.map((entry) => {
      const name = join(entry.parentPath ?? entry.path, entry.name)
      return [name.slice(root.length).replace(/\\/g, '/').replace(/^\/?/, '/'), fileOf(name)] as const
    }),
  )
}
