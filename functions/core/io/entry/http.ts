/** What every HTTP edge asks of a call before the entry sees it. */
import { isUtf8 } from 'node:buffer'
import { AppError } from '../../pure/errors'

/** Bytes of a request body. */
export const BODY_LIMIT = 100 * 1024
const PATH = /^\/api\/([a-z][A-Za-z]{0,40}\/[a-z][A-Za-z]{0,40})$/
/** Absent, empty, or saying that nothing was done to the body. */
export const isPlain = (contentEncoding: string | undefined): boolean =>
  /^\s*(identity)?\s*$/i.test(contentEncoding ?? '')

const JSON_TYPE = /^application\/json\s*(;|$)/i

/** `/api/appointments/book` → `appointments/book`. */
export const procedureOf = (path: string): string | undefined => PATH.exec(path)?.[1]

interface RequestHead {
  readonly method: string
  readonly contentType: string | undefined
  /** `content-encoding`: bodies are taken as they are, and none unpacked. */
  readonly contentEncoding: string | undefined
  readonly length: number | undefined
}

/** @throws AppError METHOD, UNSUPPORTED, TOO_LARGE, by what is known before the body is read */
export const checkRequest = (request: RequestHead): void => {
  if (request.method !== 'POST') throw new AppError('METHOD')
  if (request.length !== undefined && request.length > BODY_LIMIT) throw new AppError('TOO_LARGE')
  if (!isPlain(request.contentEncoding)) throw new AppError('UNSUPPORTED')
  const emptyWithoutType = request.contentType === undefined && request.length === 0
  if (!emptyWithoutType && !JSON_TYPE.test(request.contentType ?? '')) throw new AppError('UNSUPPORTED')
}

/** An empty body counts as `{}`. @throws AppError TOO_LARGE, MALFORMED */
export const parseBody = (bytes: Buffer): unknown => {
  if (bytes.length > BODY_LIMIT) throw new AppError('TOO_LARGE')
  if (bytes.length === 0) return {}
  if (!isUtf8(bytes)) throw new AppError('MALFORMED')
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch (cause) {
    throw new AppError('MALFORMED', undefined, { cause })
  }
}
