/** `GET /api/files/<id>`: a public file, as it is; anybody's, and never run as a page. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Files, FileType } from '../../functions/core/io/files/contract'
import { AppError } from '../../functions/core/pure/errors'
import { PAGE_HEADERS } from './respond'

const PATH = /^\/api\/files\/(fl_[0-9a-f]{32})$/

const EXTENSIONS: Readonly<Record<FileType, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'application/pdf': 'pdf',
}

/** What belongs to an id never changes; that it is still public is asked again after a minute. */
const CACHE = 'public, max-age=60'

/** Pictures are shown, documents are saved: a PDF may carry a script, and is not opened under our name. */
const dispositionOf = (fileId: string, type: FileType): string =>
  `${type === 'application/pdf' ? 'attachment' : 'inline'}; filename="${fileId}.${EXTENSIONS[type]}"`

/** @throws AppError NOT_FOUND for an unknown file, a private one and one that is attached to nothing alike */
export const sendPublicFile = async (
  files: Files,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const fileId = PATH.exec(path)?.[1]
  if (fileId === undefined) throw new AppError('NOT_FOUND')
  const { facts, bytes } = await files.readPublic(fileId)
  const etag = `"${facts.sha256}"`
  const headers = {
    ...PAGE_HEADERS,
    // Shown by pages of other origins too, as the mini-program's are.
    'cross-origin-resource-policy': 'cross-origin',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': CACHE,
    etag,
  }
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end()
    return
  }
  response.writeHead(200, {
    ...headers,
    'content-type': facts.type,
    'content-length': bytes.length,
    'content-disposition': dispositionOf(fileId, facts.type),
  })
  response.end(request.method === 'HEAD' ? undefined : bytes)
}
