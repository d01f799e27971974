/** What a document may hold: checked, and turned into its text, before any engine sees it. */
import { LIMITS, StoreInputError, type Doc, type Json, type Scalar } from './contract'

/** Depth of nesting: enough for any document of ours, and far below what an engine's JSON parser takes. */
export const MAX_DEPTH = 32
/** UTF-8 bytes of a string in an indexed field: what the narrowest engine's index takes, with room for the id. */
export const INDEXED_BYTES = 512

const KEY = /^[A-Za-z0-9_]{1,64}$/
const NOT_TEXT = /[\0\p{Surrogate}]/u

const refuse = (where: string, why: string): never => {
  throw new StoreInputError(`${where}: ${why}`)
}

/** @throws StoreInputError on keys that are not `[A-Za-z0-9_]{1,64}`, and on `__proto__`, which JavaScript would not store */
export const checkKey = (key: string, where: string): void => {
  if (!KEY.test(key) || key === '__proto__') refuse(where, `not a key: ${JSON.stringify(key)}`)
}

const checkString = (text: string, where: string): void => {
  if (NOT_TEXT.test(text)) refuse(where, 'U+0000 or a lone surrogate')
}

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

const checkObject = (value: object, where: string, depth: number): void => {
  if (!isPlain(value)) refuse(where, 'not a plain object')
  for (const [key, item] of Object.entries(value)) {
    checkKey(key, where)
    if (item !== undefined) checkJson(item, `${where}.${key}`, depth + 1)
  }
}

/** @throws StoreInputError unless `value` is JSON as documents may hold it: whole safe numbers, clean strings, plain objects */
export const checkJson = (value: unknown, where: string, depth = 0): void => {
  if (depth > MAX_DEPTH) refuse(where, `nested deeper than ${MAX_DEPTH}`)
  switch (typeof value) {
    case 'string':
      return checkString(value, where)
    case 'number':
      return Number.isSafeInteger(value) ? undefined : refuse(where, 'not a whole, safe number')
    case 'boolean':
      return
    case 'object':
      if (value === null) return
      if (!Array.isArray(value)) return checkObject(value, where, depth)
      // not forEach: it would skip holes
      for (let i = 0; i < value.length; i += 1) checkJson(value[i], `${where}.${i}`, depth + 1)
      return
    default:
      refuse(where, `not JSON: ${typeof value}`)
  }
}

export const isScalar = (value: unknown): value is Scalar =>
  value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

/** @throws StoreInputError unless an indexed field's value is a scalar of at most {@link INDEXED_BYTES} */
export const checkIndexed = (value: Json | undefined, where: string): void => {
  if (value === undefined) return
  if (!isScalar(value)) refuse(where, 'an indexed field holds a scalar')
  if (typeof value === 'string' && Buffer.byteLength(value) > INDEXED_BYTES)
    refuse(where, `an indexed field holds at most ${INDEXED_BYTES} bytes`)
}

/** A hot document's claims: at most 500, in the top-level field `holders`. */
export const tooManyHolders = (doc: Doc): boolean => {
  const holders = doc.holders
  return typeof holders === 'object' && holders !== null && Object.keys(holders).length > LIMITS.holders
}

/** The document's JSON text, as every engine stores it. @throws StoreInputError when it is not a document */
export const documentText = (doc: unknown, where: string): string => {
  if (typeof doc !== 'object' || doc === null || Array.isArray(doc)) return refuse(where, 'not a document')
  checkObject(doc, where, 0)
  if (tooManyHolders(doc as Doc)) refuse(where, `more than ${LIMITS.holders} holders`)
  const text = JSON.stringify(doc)
  if (Buffer.byteLength(text) > LIMITS.docBytes) refuse(where, `larger than ${LIMITS.docBytes} bytes`)
  return text
}
