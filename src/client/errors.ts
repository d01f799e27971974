/** What a call can fail with, as screens meet it. */
import '../../functions/accounts/data/errors'
import '../../functions/appointments/data/errors'
import '../../functions/halls/data/errors'
import {
  errorMessage,
  isErrorCode,
  rowOf,
  type ErrorCode,
  type Language,
} from '../../functions/core/pure/errors'

/** The server's codes, and `OFFLINE` for a call that never came back. */
export type ClientErrorCode = ErrorCode | 'OFFLINE'

const OFFLINE_TEXT: Readonly<Record<Language, string>> = {
  'zh-CN': '网络不通。请检查网络后再试。',
  en: 'No connection. Check your network and try again.',
}

export class ApiError extends Error {
  override readonly name = 'ApiError'
  constructor(
    readonly code: ClientErrorCode,
    message: string,
    readonly data: unknown,
    readonly traceId: string,
    /** May the same call be tried again, unchanged? */
    readonly retry: boolean,
  ) {
    super(message)
  }
}

export const offlineError = (language: Language): ApiError =>
  new ApiError('OFFLINE', OFFLINE_TEXT[language], undefined, '', true)

const field = (body: unknown, name: string): unknown =>
  typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined

/** Reads the wire's `{code, message, data?, traceId}`; anything else counts as `INTERNAL`. */
export const errorFrom = (body: unknown, language: Language): ApiError => {
  const code = field(body, 'code')
  const known = typeof code === 'string' && isErrorCode(code) ? code : 'INTERNAL'
  const message = field(body, 'message')
  const traceId = field(body, 'traceId')
  return new ApiError(
    known,
    typeof message === 'string' ? message : errorMessage(known, language),
    field(body, 'data'),
    typeof traceId === 'string' ? traceId : '',
    rowOf(known).retry,
  )
}

/** Any thrown thing as an ApiError. */
export const asApiError = (thrown: unknown, language: Language): ApiError =>
  thrown instanceof ApiError
    ? thrown
    : new ApiError('INTERNAL', errorMessage('INTERNAL', language), undefined, '', true)
