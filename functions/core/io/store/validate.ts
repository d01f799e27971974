/** Everything a caller gives to the store is checked here, before any engine sees it. */
import { checkIndexed, checkJson, checkKey, documentText, isScalar } from './document'
import {
  LIMITS,
  StoreInputError,
  type Change,
  type Doc,
  type Guard,
  type Path,
  type PatchSpec,
} from './contract'
import type { CollectionSpec } from './collection'
import type { Catalogue, PreparedChange, PreparedPatch } from './engine'
import type { PatchBody } from './apply-patch'

const ID = new RegExp(`^[\\x20-\\x7e]{1,${LIMITS.idLength}}$`)

/** @throws StoreInputError unless ids are 1–120 printable ASCII characters */
export const checkId = (id: unknown): string => {
  if (typeof id !== 'string' || !ID.test(id)) throw new StoreInputError(`not an id: ${JSON.stringify(id)}`)
  return id
}

/** @throws StoreInputError when the deployment has no such collection */
export const collectionOf = (catalogue: Catalogue, name: string): CollectionSpec => {
  const spec = catalogue.get(name)
  if (!spec) throw new StoreInputError(`no collection ${JSON.stringify(name)}`)
  return spec
}

const checkVersion = (version: unknown, where: string): void => {
  if (typeof version !== 'string' || version === '') throw new StoreInputError(`${where}: not a version`)
}

const indexed = new WeakMap<CollectionSpec, ReadonlySet<string>>()

const indexedFields = (spec: CollectionSpec): ReadonlySet<string> => {
  const fields = indexed.get(spec) ?? new Set(Object.values(spec.indexes).flat())
  indexed.set(spec, fields)
  return fields
}

const preparedDocument = (spec: CollectionSpec, id: string, doc: Doc): string => {
  const where = `${spec.name}/${id}`
  const text = documentText(doc, where)
  for (const field of indexedFields(spec)) checkIndexed(doc[field], `${where}.${field}`)
  return text
}

const checkPath = (path: unknown, where: string): string => {
  if (typeof path !== 'string') throw new StoreInputError(`${where}: not a path`)
  for (const key of path.split('.')) checkKey(key, where)
  return path
}

const checkGuard = (guard: Guard, where: string): void => {
  checkPath(guard.path, where)
  const kinds = (['min', 'max', 'is', 'absent'] as const).filter((kind) => kind in guard)
  if (kinds.length !== 1) throw new StoreInputError(`${where}: a guard is one of min, max, is, absent`)
  if ('min' in guard || 'max' in guard) {
    if (!Number.isSafeInteger('min' in guard ? guard.min : guard.max))
      throw new StoreInputError(`${where}: a bound is a whole number`)
  } else if ('is' in guard) {
    if (!isScalar(guard.is)) throw new StoreInputError(`${where}: is wants a scalar`)
    checkJson(guard.is, where)
  } else if (guard.absent !== true) throw new StoreInputError(`${where}: absent is true`)
}

/** Two changes of one place, or of a place and one inside it, have no order: refused. */
const checkDisjoint = (paths: readonly Path[], where: string): void => {
  const sorted = paths.map((path) => `${path}.`).sort()
  sorted.forEach((path, i) => {
    if (i > 0 && path.startsWith(sorted[i - 1] as string))
      throw new StoreInputError(`${where}: ${path.slice(0, -1)} is changed twice`)
  })
}

const checkMarker = (patch: PatchBody, where: string): void => {
  if (patch.marker === undefined) return
  if (!Object.prototype.hasOwnProperty.call(patch.set ?? {}, patch.marker))
    throw new StoreInputError(`${where}: set does not set the marker`)
}

/** A copy of the patch with only what belongs to it, checked. */
const preparedPatch = (spec: CollectionSpec, id: string, given: PatchBody): PatchBody => {
  const where = `${spec.name}/${id}`
  const { add = {}, set = {}, unset = [], when = [], marker } = given
  const paths = [...Object.keys(add), ...Object.keys(set), ...unset].map((path) => checkPath(path, where))
  checkDisjoint(paths, where)
  when.forEach((guard) => checkGuard(guard, where))
  for (const amount of Object.values(add))
    if (!Number.isSafeInteger(amount)) throw new StoreInputError(`${where}: add wants a whole number`)
  const fields = indexedFields(spec)
  for (const [path, value] of Object.entries(set)) {
    checkJson(value, `${where}.${path}`)
    if (fields.has(path)) checkIndexed(value, `${where}.${path}`)
    const [first = ''] = path.split('.')
    if (first !== path && fields.has(first))
      throw new StoreInputError(`${where}.${path}: an indexed field holds a scalar`)
  }
  const patch = { add, set, unset, when, marker }
  checkMarker(patch, where)
  return patch
}

/** @throws StoreInputError when it is no patch */
export const preparePatch = (catalogue: Catalogue, spec: PatchSpec): PreparedPatch => {
  const collection = collectionOf(catalogue, spec.collection)
  const id = checkId(spec.id)
  return { collection: collection.name, id, patch: preparedPatch(collection, id, spec) }
}

const prepareChange = (catalogue: Catalogue, change: Change): PreparedChange => {
  const spec = collectionOf(catalogue, change.collection)
  const id = checkId(change.id)
  const at = { collection: spec.name, id }
  switch (change.op) {
    case 'insert':
      return { op: 'insert', ...at, text: preparedDocument(spec, id, change.doc) }
    case 'replace':
      checkVersion(change.version, `${spec.name}/${id}`)
      return { op: 'replace', ...at, version: change.version, text: preparedDocument(spec, id, change.doc) }
    case 'remove':
    case 'check':
      checkVersion(change.version, `${spec.name}/${id}`)
      return { op: change.op, ...at, version: change.version }
    case 'patch': {
      const { add, set, unset, when } = change
      return { op: 'patch', ...at, patch: preparedPatch(spec, id, { add, set, unset, when }) }
    }
    default:
      throw new StoreInputError(`no such change: ${JSON.stringify((change as { op: unknown }).op)}`)
  }
}

const bytesOf = (change: PreparedChange): number => {
  if ('text' in change) return Buffer.byteLength(change.text)
  return change.op === 'patch' ? Buffer.byteLength(JSON.stringify(change.patch)) : 0
}

/** @throws StoreInputError unless there are 1–40 changes, at most one a document, at most 512 kB in all */
export const prepareCommit = (catalogue: Catalogue, changes: readonly Change[]): PreparedChange[] => {
  if (changes.length < 1 || changes.length > LIMITS.changes)
    throw new StoreInputError(`a commit has 1–${LIMITS.changes} changes, not ${changes.length}`)
  const prepared = changes.map((change) => prepareChange(catalogue, change))
  const places = new Set(prepared.map((change) => `${change.collection}/${change.id}`))
  if (places.size !== prepared.length) throw new StoreInputError('a commit changes a document at most once')
  if (prepared.reduce((sum, change) => sum + bytesOf(change), 0) > LIMITS.commitBytes)
    throw new StoreInputError(`a commit larger than ${LIMITS.commitBytes} bytes`)
  return prepared
}
