/** Every error a caller can meet: one table of codes, with status, messages and whether to try again. */

export type Language = 'zh-CN' | 'en'

export interface ErrorRow {
  /** HTTP status. */
  readonly status: number
  /** May the same call be tried again, unchanged, with a hope of success? */
  readonly retry: boolean
  readonly message: Readonly<Record<Language, string>>
}

const row = (status: number, retry: boolean, zh: string, en: string): ErrorRow => ({
  status,
  retry,
  message: { 'zh-CN': zh, en },
})

export const errorTable = {
  // The call itself
  MALFORMED: row(
    400,
    false,
    '请求内容无法读取，请更新小程序后再试。',
    'The request could not be read. Please update and try again.',
  ),
  INVALID_INPUT: row(
    400,
    false,
    '有些内容填写得不对，请按提示修改。',
    'Some of what you entered is not right. Please correct the fields shown.',
  ),
  TOO_LARGE: row(413, false, '提交的内容超过 100 kB。', 'The request is larger than 100 kB.'),
  UNSUPPORTED: row(415, false, '请以 JSON 提交。', 'Please send JSON.'),
  METHOD: row(405, false, '请求方式不对。', 'This address does not take that request method.'),
  NO_PROCEDURE: row(404, false, '没有这项服务。', 'There is no such service.'),
  KEY_REUSED: row(
    409,
    false,
    '这个请求编号已用于另一次提交，请刷新后重试。',
    'This request key was already used for a different request. Please refresh and try again.',
  ),
  UPDATE_NEEDED: row(
    426,
    false,
    '当前版本太旧，请更新小程序。',
    'This version is too old. Please update the mini-program.',
  ),
  RATE_LIMITED: row(429, true, '操作太频繁，请稍等片刻。', 'Too many requests. Please wait a moment.'),
  BUSY: row(
    503,
    true,
    '现在办理的人较多，请稍后再试。您的内容没有丢失。',
    'We are busy right now. Please try again shortly; nothing was lost.',
  ),
  INTERNAL: row(
    500,
    true,
    '系统出了问题，我们已经记录。请稍后再试。',
    'Something went wrong on our side and has been recorded. Please try again later.',
  ),

  // Who is calling
  SIGN_IN: row(401, false, '请先登录。', 'Please sign in first.'),
  SESSION_EXPIRED: row(
    401,
    false,
    '登录已过期，请重新登录。',
    'Your session has ended. Please sign in again.',
  ),
  SIGN_IN_FAILED: row(
    401,
    true,
    '微信登录没有成功，请再试一次。',
    'WeChat sign-in did not succeed. Please try again.',
  ),
  FORBIDDEN: row(403, false, '您没有办理此事的权限。', 'You do not have permission to do this.'),
  NOT_FOUND: row(404, false, '没有找到。', 'Not found.'),
  QR_EXPIRED: row(
    410,
    false,
    '二维码已失效，请刷新后重新扫码。',
    'The code has expired. Please refresh it and scan again.',
  ),

  // Accounts
  NO_TAXPAYER: row(409, false, '请先填写为谁办税。', 'Please say first whom you are acting for.'),
  ALREADY_BOUND: row(409, false, '您已添加过这位纳税人。', 'You have already added this taxpayer.'),
  ALREADY_VERIFIED: row(
    409,
    false,
    '此纳税人已由他人实名核验，请到窗口办理。',
    'This taxpayer has been verified by someone else. Please visit a service window.',
  ),
  NOT_VERIFIED: row(409, false, '这项业务需要先实名核验。', 'This requires a verified identity first.'),
  TWO_PEOPLE: row(
    409,
    false,
    '授予此角色须由另一位管理员确认。',
    'This role must be confirmed by a second administrator.',
  ),
  ERASED: row(410, false, '此账户的资料已删除。', 'The data of this account has been erased.'),

  // Appointments: every refusal names its rule
  HALL_CLOSED: row(
    409,
    false,
    '这一天大厅不办公，请选择其他日期。',
    'The hall is closed on that day. Please choose another.',
  ),
  DAY_NOT_OPEN: row(409, false, '这一天还不能预约。', 'That day cannot be booked yet.'),
  TOO_FAR_AHEAD: row(409, false, '超出可预约的日期范围。', 'That day is beyond the booking window.'),
  SLOT_PAST: row(409, false, '这个时段已经开始或已过去。', 'That time has begun or passed.'),
  CALENDAR_UNPUBLISHED: row(
    409,
    false,
    '这一年的放假安排尚未公布，暂不能预约。',
    'The holiday calendar of that year is not published yet, so it cannot be booked.',
  ),
  BLOCKED_TIME: row(
    409,
    false,
    '按规定，这个时段不受理此事项的预约。',
    'By rule this matter cannot be booked at that time.',
  ),
  DO_ONLINE: row(
    409,
    false,
    '这件事可以网上办，不用跑大厅。',
    'This can be done online; there is no need to visit the hall.',
  ),
  MATTER_NOT_HERE: row(409, false, '这个大厅不办理此事项。', 'This hall does not handle that matter.'),
  SLOT_FULL: row(
    409,
    false,
    '这个时段已约满，请看看相近的时段。',
    'That time is full. Please see the nearest free times.',
  ),
  SLOT_CLOSED: row(409, false, '这个时段已停止预约。', 'That time is no longer open for booking.'),
  LIMIT_SLOT: row(409, false, '同一时段只能预约一次。', 'Only one appointment is allowed at the same time.'),
  LIMIT_HALF_DAY: row(
    409,
    false,
    '同一半天内，同一事项只能预约一次。',
    'The same matter can be booked once per half-day.',
  ),
  LIMIT_WEEK: row(409, false, '本周预约次数已达上限。', 'You have reached the weekly limit of appointments.'),
  LIMIT_MONTH: row(
    409,
    false,
    '本月预约次数已达上限。',
    'You have reached the monthly limit of appointments.',
  ),
  CANCEL_LIMIT: row(
    409,
    false,
    '本月取消次数已达上限，暂不能再预约。',
    'You have reached this month’s limit of cancellations and cannot book for now.',
  ),
  BANNED: row(409, false, '因多次失约，暂不能预约。', 'Booking is suspended after repeated no-shows.'),
  HOLD_EXPIRED: row(
    409,
    false,
    '保留的时段已过期，请重新选择。',
    'The time held for you has lapsed. Please choose again.',
  ),
  CANNOT_CANCEL: row(409, false, '当前状态不能取消。', 'It cannot be cancelled in its present state.'),
  CAPACITY_TAKEN: row(
    409,
    false,
    '名额不能少于已预约的人数。',
    'Capacity cannot be lower than what is already booked.',
  ),
  DAY_PAST: row(409, false, '这一天已经过去。', 'That day has passed.'),

  // Files
  FILE_REFUSED: row(422, false, '文件类型或大小不符合要求。', 'The file’s type or size is not accepted.'),
  FILE_CORRUPT: row(
    422,
    true,
    '文件上传不完整，请重新上传。',
    'The file did not arrive whole. Please upload it again.',
  ),
} as const satisfies Record<string, ErrorRow>

export type ErrorCode = keyof typeof errorTable

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

export const isErrorCode = (code: string): code is ErrorCode =>
  Object.prototype.hasOwnProperty.call(errorTable, code)

/** The text of an error in the caller's language. */
export const errorMessage = (code: ErrorCode, language: Language): string =>
  errorTable[code].message[language]
