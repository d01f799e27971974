/**
 * Every error a caller can meet has a code, with status, messages and whether to try again. Here stand those of the call
 * itself and of what all functions share; a function declares its own in its `data/errors.ts`.
 */

export type Language = 'zh-CN' | 'en'

export interface ErrorRow {
  /** HTTP status. */
  readonly status: number
  /** May the same call be tried again, unchanged, with a hope of success? */
  readonly retry: boolean
  readonly message: Readonly<Record<Language, string>>
}

/** A code's row. `retry`: may the same call be tried again, unchanged, with a hope of success? */
export const errorRow = (status: number, retry: boolean, zh: string, en: string): ErrorRow => ({
  status,
  retry,
  message: { 'zh-CN': zh, en },
})

/** Of the call itself and of who is calling: any call may answer with them, and no contract declares them. */
const callErrors = {
  MALFORMED: errorRow(
    400,
    false,
    '请求内容无法读取，请更新小程序后再试。',
    'The request could not be read. Please update and try again.',
  ),
  INVALID_INPUT: errorRow(
    400,
    false,
    '有些内容填写得不对，请按提示修改。',
    'Some of what you entered is not right. Please correct the fields shown.',
  ),
  TOO_LARGE: errorRow(413, false, '提交的内容超过 100 kB。', 'The request is larger than 100 kB.'),
  UNSUPPORTED: errorRow(415, false, '请以未压缩的 JSON 提交。', 'Please send JSON, not compressed.'),
  METHOD: errorRow(405, false, '请求方式不对。', 'This address does not take that request method.'),
  NO_PROCEDURE: errorRow(404, false, '没有这项服务。', 'There is no such service.'),
  KEY_REUSED: errorRow(
    409,
    false,
    '这个请求编号已用于另一次提交，请刷新后重试。',
    'This request key was already used for a different request. Please refresh and try again.',
  ),
  UPDATE_NEEDED: errorRow(
    426,
    false,
    '当前版本太旧，请更新小程序。',
    'This version is too old. Please update the mini-program.',
  ),
  RATE_LIMITED: errorRow(429, true, '操作太频繁，请稍等片刻。', 'Too many requests. Please wait a moment.'),
  BUSY: errorRow(
    503,
    true,
    '现在办理的人较多，请稍后再试。您的内容没有丢失。',
    'We are busy right now. Please try again shortly; nothing was lost.',
  ),
  INTERNAL: errorRow(
    500,
    true,
    '系统出了问题，我们已经记录。请稍后再试。',
    'Something went wrong on our side and has been recorded. Please try again later.',
  ),
  SIGN_IN: errorRow(401, false, '请先登录。', 'Please sign in first.'),
  SESSION_EXPIRED: errorRow(
    401,
    false,
    '登录已过期，请重新登录。',
    'Your session has ended. Please sign in again.',
  ),
  FORBIDDEN: errorRow(403, false, '您没有办理此事的权限。', 'You do not have permission to do this.'),
  ERASED: errorRow(410, false, '此账户的资料已删除。', 'The data of this account has been erased.'),
} as const satisfies Record<string, ErrorRow>

/** What several functions answer with; each declares those that it does. */
const sharedErrors = {
  NO_TAXPAYER: errorRow(409, false, '请先填写为谁办税。', 'Please say first whom you are acting for.'),
  NOT_VERIFIED: errorRow(409, false, '这项业务需要先实名核验。', 'This requires a verified identity first.'),
  NOT_FOUND: errorRow(404, false, '没有找到。', 'Not found.'),

  // Cases
  CASE_TAKEN: errorRow(409, false, '这件事已由另一位工作人员接手。', 'Another officer has taken this up.'),
  CASE_STATE: errorRow(
    409,
    false,
    '当前状态不能这样办理，请刷新后再看。',
    'That cannot be done in its present state. Please refresh and look again.',
  ),
  DUTY_MISSING: errorRow(
    409,
    false,
    '这位同事没有办理下一步的职责，请换一位。',
    'That colleague does not have the duty that the next step takes. Please choose another.',
  ),
  FOUR_EYES: errorRow(
    409,
    false,
    '按内部控制规定，这一步要由另一个人办理。',
    'By the rules of internal control another person has to take this step.',
  ),

  // Uploads
  FILE_REFUSED: errorRow(
    422,
    false,
    '文件类型或大小不符合要求。',
    'The file’s type or size is not accepted.',
  ),
  FILE_CORRUPT: errorRow(
    422,
    true,
    '文件上传不完整，请重新上传。',
    'The file did not arrive whole. Please upload it again.',
  ),
} as const satisfies Record<string, ErrorRow>

/**
 * What functions declare, each under its name, by declaration merging beside its `defineErrors`. Core's own stand first.
 */
export interface DeclaredErrors {
  core: typeof callErrors & typeof sharedErrors
}

/** A code of core's or of any function's. */
export type ErrorCode = { [F in keyof DeclaredErrors]: keyof DeclaredErrors[F] }[keyof DeclaredErrors]

const table = new Map<string, ErrorRow>(Object.entries({ ...callErrors, ...sharedErrors }))

/** May any call answer with it, whatever its contract declares? */
export const isCallLevel = (code: string): code is keyof typeof callErrors => Object.hasOwn(callErrors, code)

/**
 * Makes a function's codes known, once it is loaded. A code belongs to one function alone.
 * @example
 * export const errors = defineErrors({ SLOT_FULL: errorRow(409, false, '…', '…') })
 * declare module '../../core/pure/errors' { interface DeclaredErrors { appointments: typeof errors } }
 */
export const defineErrors = <const R extends Readonly<Record<string, ErrorRow>>>(rows: R): R => {
  for (const [code, row] of Object.entries(rows)) {
    if (table.has(code)) throw new RangeError(`${code} is declared twice`)
    table.set(code, row)
  }
  return rows
}

/** Every code that is loaded here. */
export const errorCodes = (): readonly string[] => [...table.keys()]

/** @throws RangeError for a code that nothing loaded here declares */
export const rowOf = (code: ErrorCode): ErrorRow => {
  const row = table.get(code)
  if (!row) throw new RangeError(`${code} is declared by nothing that is loaded here`)
  return row
}

/** What the wire carries for an error: exactly these keys. */
export interface WireError {
  code: ErrorCode
  message: string
  data?: unknown
  traceId: string
}

/**
 * A refusal that the caller is meant to see. Anything else thrown becomes `INTERNAL`.
 * `data` is typed by the contract of the procedure that declares the code.
 */
export class AppError extends Error {
  override readonly name = 'AppError'
  constructor(
    readonly code: ErrorCode,
    readonly data?: unknown,
    options?: { cause?: unknown },
  ) {
    super(code, options)
  }
}

export const isErrorCode = (code: string): code is ErrorCode => table.has(code)

/** The text of an error in the caller's language. */
export const errorMessage = (code: ErrorCode, language: Language): string => rowOf(code).message[language]
