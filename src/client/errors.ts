/** What a call can fail with, as screens meet it. The server's sentence comes with its answer; only what never came back has words of its own. */
import type { ErrorCode, Language } from '../../functions/core/pure/errors'
import { textsIn } from '../messages'
import { common } from '../messages/common'
import { RETRYABLE } from './retryable'
import { isRecord } from './storage'

/** The server's codes, and `OFFLINE` for a call that never came back. */
export type ClientErrorCode = ErrorCode | 'OFFLINE'

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
  new ApiError('OFFLINE', textsIn(common, language)('offline'), undefined, '', true)

const failed = (language: Language): ApiError =>
  new ApiError('INTERNAL', textsIn(common, language)('failed'), undefined, '', true)

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/**
 * Reads the wire's `{code, message, data?, traceId}`; anything else is `INTERNAL` in words of our own. A code that a newer
 * server has and this build does not know is carried as it is: its sentence came along.
 */
export const errorFrom = (status: number, body: unknown, language: Language): ApiError => {
  if (!isRecord(body)) return failed(language)
  const code = textOf(body['code'])
  const message = textOf(body['message'])
  if (code === undefined || message === undefined) return failed(language)
  const retry = RETRYABLE.has(code) || status >= 500
  return new ApiError(code as ClientErrorCode, message, body['data'], textOf(body['traceId']) ?? '', retry)
}

/** Any thrown thing as an ApiError. */
export const asApiError = (thrown: unknown, language: Language): ApiError =>
  thrown instanceof ApiError ? thrown : failed(language)

const SIGN_IN: ReadonlySet<string> = new Set<ErrorCode>(['SIGN_IN', 'SESSION_EXPIRED', 'ERASED'])

/** Refusals that only signing in undoes. */
export const needsSignIn = (code: string): boolean => SIGN_IN.has(code)
