/** Shapes of published documents, checked without a schema library: the verifier is one file, and WeChat carries no zod. */
import { isHex } from '../../../core/pure/bytes'

/** Where a value is not what it should be (`rules.tiers[2].places`), or undefined when it is. */
export type Shape = (value: unknown, at: string) => string | undefined

const unless = (right: boolean, at: string): string | undefined => (right ? undefined : at)

export const exactly =
  (wanted: string | number): Shape =>
  (value, at) =>
    unless(value === wanted, at)

export const oneOf =
  (...wanted: readonly string[]): Shape =>
  (value, at) =>
    unless(typeof value === 'string' && wanted.includes(value), at)

/** Some text in one line. */
export const line: Shape = (value, at) =>
  unless(typeof value === 'string' && value.length > 0 && value.length <= 200 && !/[\r\n]/.test(value), at)

export const whole =
  (least = 0): Shape =>
  (value, at) =>
    unless(Number.isSafeInteger(value) && Number(value) >= least, at)

export const hex =
  (bytes: number): Shape =>
  (value, at) =>
    unless(isHex(value, bytes), at)

export const orNull =
  (shape: Shape): Shape =>
  (value, at) =>
    value === null ? undefined : shape(value, at)

export const satisfying =
  (holds: (value: unknown) => boolean): Shape =>
  (value, at) =>
    unless(holds(value), at)

const firstFault = (faults: Iterable<string | undefined>): string | undefined => {
  for (const fault of faults) if (fault !== undefined) return fault
  return undefined
}

export const listOf =
  (shape: Shape, least = 0): Shape =>
  (value, at) => {
    if (!Array.isArray(value) || value.length < least) return at
    // Not `map`: a result may name millions.
    for (let n = 0; n < value.length; n += 1) {
      const fault = shape(value[n], `${at}[${n}]`)
      if (fault !== undefined) return fault
    }
    return undefined
  }

/** Exactly these fields: what nobody reads must not be signed as if it were said. */
export const record =
  (fields: Readonly<Record<string, Shape>>): Shape =>
  (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return at
    const given = value as Readonly<Record<string, unknown>>
    const under = (name: string): string => (at === '' ? name : `${at}.${name}`)
    const unknown = Object.keys(given).find((name) => !(name in fields))
    if (unknown !== undefined) return under(unknown)
    return firstFault(Object.entries(fields).map(([name, shape]) => shape(given[name], under(name))))
  }

export type Read<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: string }

/** A document from its text. The fault is `missing`, `notJson`, or the field that is not what it should be. */
export const readAs = <T>(text: string | undefined, shape: Shape): Read<T> => {
  if (text === undefined) return { ok: false, fault: 'missing' }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { ok: false, fault: 'notJson' }
  }
  const fault = shape(value, '')
  return fault === undefined ? { ok: true, value: value as T } : { ok: false, fault: fault || 'notJson' }
}
