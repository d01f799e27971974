/** From whatever was thrown to what the wire carries: exactly `{code, message, data?, traceId}`. */
import { ORPCError } from '@orpc/server'
import {
  AppError,
  errorMessage,
  isCallLevel,
  isErrorCode,
  rowOf,
  type ErrorCode,
  type Language,
  type WireError,
} from '../../pure/errors'
import type { Reply } from './envelope'
import { issueWords } from './issue-messages'
import type { InputIssue } from './issues'
import type { Declared } from './procedures'
import { isRecord } from './walk'

const BUSY_SECONDS = 1

export interface Circumstances {
  readonly language: Language
  readonly traceId: string
  /** The procedure called, when there is one. */
  readonly procedure?: Declared
  /** In tests: a refusal that the contract does not announce, or whose data does not fit, is a defect. */
  readonly strict: boolean
}

export interface Refusal {
  readonly reply: Reply
  readonly code: ErrorCode
  /** What must be looked into by people: set with INTERNAL, and when data did not fit the contract. */
  readonly defect?: unknown
}

export const JSON_HEADERS: Readonly<Record<string, string>> = Object.freeze({
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
})

/** The reply for a code. */
export const errorReply = (
  code: ErrorCode,
  of: { readonly language: Language; readonly traceId: string; readonly data?: unknown },
): Reply => {
  const body: WireError = {
    code,
    message: errorMessage(code, of.language),
    ...(of.data === undefined ? {} : { data: of.data }),
    traceId: of.traceId,
  }
  const wait =
    code === 'BUSY' || code === 'RATE_LIMITED' ? { 'retry-after': String(secondsOf(of.data)) } : undefined
  return {
    status: rowOf(code).status,
    headers: wait ? { ...JSON_HEADERS, ...wait } : JSON_HEADERS,
    body,
  }
}

const secondsOf = (data: unknown): number =>
  isRecord(data) && typeof data.retryAfter === 'number' ? data.retryAfter : BUSY_SECONDS

/** oRPC's own constructors make an ORPCError of a code of ours. A code that is not loaded here has no words: a defect. */
const asAppError = (thrown: unknown): AppError | undefined => {
  if (thrown instanceof AppError) return isErrorCode(thrown.code) ? thrown : undefined
  if (!(thrown instanceof ORPCError)) return undefined
  const { code, data } = thrown as ORPCError<string, unknown>
  return isErrorCode(code) ? new AppError(code, data, { cause: thrown }) : undefined
}

/** A handler that finds fault with what the schema let through names the fields: `{ fields: ['cursor'] }`. */
const fieldIssues = (data: unknown, language: Language): unknown => {
  if (!isRecord(data) || !Array.isArray(data.fields)) return data
  return {
    issues: data.fields.map((field): InputIssue => ({
      path: String(field),
      code: 'invalid_format',
      message: issueWords.format[language],
    })),
  }
}

type Checked = { readonly fits: true; readonly data: unknown } | { readonly fits: false }

const checkData = async (error: AppError, of: Circumstances): Promise<Checked> => {
  if (error.code === 'INVALID_INPUT') return { fits: true, data: fieldIssues(error.data, of.language) }
  if (isCallLevel(error.code)) return { fits: true, data: error.data }
  const schema = of.procedure?.errors[error.code]?.data
  if (!schema) return error.data === undefined ? { fits: true, data: undefined } : { fits: false }
  const result = await schema['~standard'].validate(error.data)
  return result.issues ? { fits: false } : { fits: true, data: result.value }
}

const internal = (defect: unknown, of: Circumstances): Refusal => ({
  code: 'INTERNAL',
  defect,
  reply: errorReply('INTERNAL', of),
})

/** @returns the reply, the code for the log, and the defect when there is one */
export const refusalOf = async (thrown: unknown, of: Circumstances): Promise<Refusal> => {
  const error = asAppError(thrown)
  if (!error || error.code === 'INTERNAL') return internal(thrown, of)
  const { code } = error
  const announced = isCallLevel(code) || of.procedure?.errors[code] !== undefined
  if (!announced && of.strict)
    return internal(
      new Error(`${code} is not declared by ${of.procedure?.name ?? 'the call'}`, { cause: error }),
      of,
    )
  const checked = await checkData(error, of)
  if (checked.fits) return { code, reply: errorReply(code, { ...of, data: checked.data }) }
  const defect = new Error(
    `the data of ${code} does not fit the contract of ${of.procedure?.name ?? 'the call'}`,
    { cause: error },
  )
  return of.strict ? internal(defect, of) : { code, defect, reply: errorReply(code, of) }
}
