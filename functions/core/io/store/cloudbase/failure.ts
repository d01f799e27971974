/** What an error of the SDK says about the call: whether it was applied, and whether to try again. */

export type Failure =
  /** Not applied: too much at once, or nobody was reached. */
  | 'busy'
  /** Not applied: another transaction holds the document, or this one is gone. */
  | 'conflict'
  /** Not applied: the id is taken. */
  | 'duplicate'
  /** The reply was lost: it may have been applied. */
  | 'lost'
  /** Not applied: the service refuses the request as it is. */
  | 'rejected'

const BUSY = new Set<unknown>([
  'EXCEED_REQUEST_LIMIT',
  'EXCEED_CONCURRENT_REQUEST_LIMIT',
  'EXCEED_RATELIMIT',
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETDOWN',
  'ENETUNREACH',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  429,
])
const CONFLICT = new Set<unknown>(['DATABASE_TRANSACTION_CONFLICT', 'DATABASE_TRANSACTION_FAIL'])
const LOST = new Set<unknown>([
  'DATABASE_TIMEOUT',
  'SYS_ERR',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ESOCKETTIMEDOUT',
  'ETIMEDOUT',
  'ERR_STREAM_PREMATURE_CLOSE',
])

interface SdkError {
  readonly code?: unknown
  readonly message?: unknown
  /** With ETIMEDOUT: the connection was never made. */
  readonly connecting?: unknown
}

const partsOf = (error: unknown): SdkError => (typeof error === 'object' && error !== null ? error : {})

export const failureOf = (error: unknown): Failure => {
  const { code, message, connecting } = partsOf(error)
  const text = typeof message === 'string' ? message : ''
  if (code === 'DATABASE_DUPLICATE_WRITE' || text.includes('E11000')) return 'duplicate'
  if (BUSY.has(code) || (code === 'ETIMEDOUT' && connecting === true)) return 'busy'
  if (CONFLICT.has(code)) return 'conflict'
  // no code: a reply that is no JSON, or a request given up half-way
  if (LOST.has(code) || code === undefined || (typeof code === 'number' && code >= 500)) return 'lost'
  return 'rejected'
}

/** A transaction that the service no longer knows: it expired, or it was committed or aborted before. */
export const isGone = (error: unknown): boolean => {
  const { code, message } = partsOf(error)
  return code === 'DATABASE_TRANSACTION_FAIL' && String(message).includes('TransactionNotExist')
}

/** Somebody else was first: at COMMIT too, nothing was applied. */
export const isConflict = (error: unknown): boolean => partsOf(error).code === 'DATABASE_TRANSACTION_CONFLICT'

/** The error to throw: one that an operator can act on where that is known. */
export const explained = (error: unknown): unknown =>
  partsOf(error).code === 'DATABASE_COLLECTION_NOT_EXIST'
    ? new Error('STORE: the collections are not set up: run `npm run store -- apply`', { cause: error })
    : error
