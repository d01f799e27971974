/** What a log line must not hold: fields that carry personal data or secrets by name, and numbers of people inside texts. */

/** Compared in lower case, without `_` and `-`. */
const HIDDEN = new Set([
  'name',
  'fullname',
  'number',
  'idnumber',
  'phone',
  'mobile',
  'email',
  'address',
  'openid',
  'unionid',
  'latitude',
  'longitude',
  'token',
  'secret',
  'sessionkey',
  'apikey',
  'authorization',
  'cookie',
  'password',
  'ticket',
  'qr',
  'plain',
  'value',
  'input',
  'output',
  'body',
  'reason',
  'evidence',
  'purpose',
])
const REDACTED = '[redacted]'
const DEEPEST = 6
const LONGEST = 4_000

/** Mainland phone numbers, ID numbers of 15 or 18 places, unified social credit codes, session tokens. */
const PERSONAL = new RegExp(
  [
    String.raw`(?<!\d)1[3-9]\d{9}(?!\d)`,
    String.raw`(?<![\dA-Za-z])(?:\d{17}[\dXx]|\d{15})(?![\dA-Za-z])`,
    String.raw`(?<![\dA-Za-z])[159NY][0-9A-Z]{17}(?![\dA-Za-z])`,
    String.raw`eyJ[\w-]+\.[\w-]+\.[\w-]+`,
  ].join('|'),
  'g',
)

const hidden = (key: string): boolean => HIDDEN.has(key.toLowerCase().replace(/[_-]/g, ''))

/** A text with the numbers of people masked, and not longer than 4 000 characters. */
export const redactText = (text: string): string =>
  (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text).replace(PERSONAL, REDACTED)

const redactError = (error: Error, depth: number): Record<string, unknown> => ({
  type: error.name,
  message: redactText(error.message),
  stack: redactText(error.stack ?? ''),
  ...(error.cause === undefined ? {} : { cause: redactValue(error.cause, depth + 1) }),
})

const redactValue = (value: unknown, depth: number): unknown => {
  if (typeof value === 'string') return redactText(value)
  if (typeof value === 'bigint') return String(value)
  if (typeof value === 'function') return '[function]'
  if (typeof value !== 'object' || value === null) return value
  if (depth > DEEPEST) return '[deep]'
  if (value instanceof Error) return redactError(value, depth)
  if (value instanceof Uint8Array) return `[${value.byteLength} bytes]`
  if (Array.isArray(value)) return value.slice(0, 50).map((item) => redactValue(item, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, hidden(key) ? REDACTED : redactValue(item, depth + 1)]),
  )
}

/** The fields of a log line, redacted by name at every depth; texts are searched for numbers of people. */
export const redact = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([key, item]) => [key, hidden(key) ? REDACTED : redactValue(item, 0)]),
  )
