/**
 * How a document is kept: `{ _id, v: version, d: document, b, h }`. `b` and `h` are upper bounds of its JSON's bytes and of
 * its holders, so that a patch can be refused or allowed without reading. Every array is kept as `{ '%': its JSON text }`
 * (a key no document has): MongoDB's paths and comparisons walk into arrays, the contract's do not.
 */
import { applyPatch } from '../apply-patch'
import type { Doc, Json, Path, Stored, Version } from '../contract'

export interface Row {
  readonly _id: string
  readonly v: Version
  readonly d: unknown
  readonly b: number
  readonly h: number
}

const LIST = '%'
/** BSON's own mark: an object with this key would not be taken for a document. */
const BSON_TYPE = '_bsontype'

const keptKey = (key: string): string => (key === BSON_TYPE ? `%${key}` : key)
const ownKey = (key: string): string => (key.startsWith('%') ? key.slice(1) : key)

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** A value as it is kept. */
export const keep = (value: Json | undefined): unknown => {
  if (Array.isArray(value)) return { [LIST]: JSON.stringify(value) }
  if (!isObject(value)) return value
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  return Object.fromEntries(entries.map(([key, item]) => [keptKey(key), keep(item)]))
}

const restore = (value: unknown): Json => {
  if (!isObject(value)) return value as Json
  if (typeof value[LIST] === 'string') return JSON.parse(value[LIST]) as Json
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [ownKey(key), restore(item)]))
}

/** Where a path of the document is kept in its row. */
export const keptPath = (path: Path): string => `d.${path.split('.').map(keptKey).join('.')}`

/** Present exactly when the path holds an array. */
export const listAt = (path: Path): string => `${keptPath(path)}.${LIST}`

export const documentOf = (row: Row): Doc => restore(row.d) as Doc

export const storedOf = (row: Row): Stored => ({ id: row._id, version: row.v, doc: documentOf(row) })

export const holdersIn = (holders: Json | undefined): number =>
  isObject(holders) ? Object.values(holders).filter((item) => item !== undefined).length : 0

/** All of a row but its id, from a document's JSON text. */
export const contentOf = (text: string, version: Version): Omit<Row, '_id'> => {
  const doc = JSON.parse(text) as Doc
  return { v: version, d: keep(doc), b: Buffer.byteLength(text), h: holdersIn(doc.holders) }
}

/** What the patch would do to the row as it stands. */
export const patchedRow = (
  row: Row,
  patch: Parameters<typeof applyPatch>[1],
): ReturnType<typeof applyPatch> => applyPatch(documentOf(row), patch)
