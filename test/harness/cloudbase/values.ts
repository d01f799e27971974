/** Values as the database holds them: EJSON in and out, and MongoDB's order of all types, strings bytewise. */
import { BSONRegExp, EJSON, calculateObjectSize } from 'bson'

/** Never changed once stored. */
export type Document = { readonly [field: string]: unknown }

export const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !(value instanceof RegExp) &&
  !('_bsontype' in value)

const walk = (value: unknown, change: (value: unknown) => unknown): unknown => {
  const changed = change(value)
  if (Array.isArray(changed)) return changed.map((item) => walk(item, change))
  if (!isDocument(changed)) return changed
  return Object.fromEntries(Object.entries(changed).map(([key, item]) => [key, walk(item, change)]))
}

const serverDate = (now: number) => (value: unknown) => {
  if (!isDocument(value) || !isDocument(value.$tcb_server_date)) return value
  return new Date(now + Number(value.$tcb_server_date.offset ?? 0))
}

const expression = (value: unknown) =>
  value instanceof BSONRegExp ? new RegExp(value.pattern, value.options) : value

/** A document or an update as the SDK sends it; `db.serverDate()` becomes the time of arrival. @throws when it is no EJSON object */
export const parseDocument = (text: unknown, now = Date.now()): Document => {
  const value: unknown = EJSON.parse(String(text), { relaxed: true })
  if (!isDocument(value)) throw new SyntaxError('not an object')
  return (String(text).includes('$tcb_server_date') ? walk(value, serverDate(now)) : value) as Document
}

/** A query as the SDK sends it: nothing and the empty text match everything. */
export const parseQuery = (text: unknown): Document => {
  if (text === undefined || text === '') return {}
  const value = parseDocument(text)
  return (String(text).includes('$regularExpression') ? walk(value, expression) : value) as Document
}

const texts = new WeakMap<Document, string>()

/** Canonical EJSON: two documents with the same text are the same. */
export const textOf = (document: Document): string => {
  const text = texts.get(document) ?? EJSON.stringify(document, { relaxed: false })
  texts.set(document, text)
  return text
}

/** As BSON; short texts are not worth counting. */
export const isLarger = (document: Document, bytes: number): boolean =>
  textOf(document).length > bytes / 4 && calculateObjectSize(document) > bytes

const ORDER = [
  'null',
  'number',
  'string',
  'object',
  'array',
  'binary',
  'objectId',
  'boolean',
  'date',
  'regexp',
] as const
export type Kind = (typeof ORDER)[number]

export const kindOf = (value: unknown): Kind => {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'number' || typeof value === 'bigint') return 'number'
  if (typeof value === 'string') return 'string'
  if (typeof value === 'boolean') return 'boolean'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  if (value instanceof RegExp || value instanceof BSONRegExp) return 'regexp'
  const type = (value as { _bsontype?: string })._bsontype
  if (type === 'Binary') return 'binary'
  if (type === 'ObjectId') return 'objectId'
  if (type === 'Long' || type === 'Double' || type === 'Int32' || type === 'Decimal128') return 'number'
  return 'object'
}

/** UTF-16 units in the order of the UTF-8 bytes they become: surrogates come after U+E000–U+FFFF. */
const rank = (unit: number): number => (unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800)

export const compareText = (a: string, b: string): number => {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)]
    if (x !== y) return rank(x) - rank(y)
  }
  return a.length - b.length
}

const compareLists = (a: readonly unknown[], b: readonly unknown[]): number => {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compare(a[i], b[i])
    if (order !== 0) return order
  }
  return a.length - b.length
}

/** Field by field in their order: type, name, value. */
const compareDocuments = (a: Document, b: Document): number => {
  const fields = (document: Document) =>
    Object.entries(document).map(([key, value]) => [ORDER.indexOf(kindOf(value)), key, value])
  return compareLists(fields(a).flat(), fields(b).flat())
}

/** MongoDB's order of all values; missing is null. */
export const compare = (a: unknown, b: unknown): number => {
  const kind = kindOf(a)
  if (kind !== kindOf(b)) return ORDER.indexOf(kind) - ORDER.indexOf(kindOf(b))
  switch (kind) {
    case 'null':
      return 0
    case 'number':
    case 'boolean':
    case 'date':
      return Number(a) - Number(b)
    case 'string':
      return compareText(String(a), String(b))
    case 'array':
      return compareLists(a as unknown[], b as unknown[])
    case 'object':
      return compareDocuments(a as Document, b as Document)
    case 'binary':
    case 'objectId':
    case 'regexp':
      return compareText(EJSON.stringify(a), EJSON.stringify(b))
  }
}

export const isSame = (a: unknown, b: unknown): boolean => compare(a, b) === 0
