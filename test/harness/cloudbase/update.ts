/** Update operators with MongoDB's rules for paths: what is missing is made, what is no document stops the way. */
import { refused } from './errors'
import { matcher } from './query'
import { compare, isDocument, isSame, kindOf, type Document } from './values'

type Draft = Record<string, unknown> | unknown[]

const POSITION = /^(0|[1-9]\d*)$/
/** An array's new position may be at most this far behind its end. */
const FURTHEST = 1_500_000

const copy = (value: unknown): unknown =>
  Array.isArray(value) ? [...(value as unknown[])] : isDocument(value) ? { ...value } : value

const blocked = (key: string, parent: string, value: unknown) =>
  refused.database(`Cannot create field '${key}' in element {${parent}: ${JSON.stringify(value)}}`)

const at = (node: Draft, key: string): unknown =>
  Array.isArray(node) ? node[Number(key)] : Object.hasOwn(node, key) ? node[key] : undefined

const put = (node: Draft, key: string, value: unknown): void => {
  if (!Array.isArray(node)) {
    node[key] = value
    return
  }
  if (Number(key) > node.length + FURTHEST) throw refused.database('array index too large')
  while (node.length < Number(key)) node.push(null)
  node[Number(key)] = value
}

const keysOf = (path: string): readonly string[] => {
  const keys = path.split('.')
  if (keys.some((key) => key === '' || key.startsWith('$')))
    throw refused.database(`The path '${path}' is no field that can be updated here`)
  return keys
}

/** The place that holds the path's last key, each part of the way copied; undefined when it leads nowhere and is not made. */
const placeOf = (
  root: Draft,
  path: string,
  make: boolean,
): { readonly node: Draft; readonly key: string } | undefined => {
  const keys = keysOf(path)
  let node = root
  let parent = ''
  for (const [i, key] of keys.entries()) {
    if (Array.isArray(node) && !POSITION.test(key)) {
      if (make) throw blocked(key, parent, node)
      return undefined
    }
    if (i === keys.length - 1) return { node, key }
    const next = at(node, key)
    if (next === undefined && !make) return undefined
    if (next !== undefined && !isDocument(next) && !Array.isArray(next)) {
      if (make) throw blocked(keys[i + 1] ?? '', key, next)
      return undefined
    }
    const own = (next === undefined ? {} : copy(next)) as Draft
    put(node, key, own)
    node = own
    parent = key
  }
  return undefined
}

const read = (root: Draft, path: string): unknown => {
  const place = placeOf(root, path, false)
  return place && at(place.node, place.key)
}

const write = (root: Draft, path: string, value: unknown): void => {
  const place = placeOf(root, path, true)
  if (place) put(place.node, place.key, value)
}

const erase = (root: Draft, path: string): void => {
  const place = placeOf(root, path, false)
  if (!place) return
  if (!Array.isArray(place.node)) delete place.node[place.key]
  else if (Number(place.key) < place.node.length) place.node[Number(place.key)] = null
}

const arithmetic =
  (name: string, missing: number, combine: (a: number, b: number) => number) =>
  (root: Draft, path: string, operand: unknown) => {
    const found = read(root, path)
    if (typeof operand !== 'number')
      throw refused.database(
        `Cannot ${name} with non-numeric argument: {${path}: ${JSON.stringify(operand)}}`,
      )
    if (found !== undefined && typeof found !== 'number') {
      throw refused.database(
        `Cannot apply $${name} to a value of non-numeric type. {${path}: ${JSON.stringify(found)}} has the field of non-numeric type ${kindOf(found)}`,
      )
    }
    write(root, path, combine(found ?? missing, operand))
  }

const extreme = (wins: (order: number) => boolean) => (root: Draft, path: string, operand: unknown) => {
  const found = read(root, path)
  if (found === undefined || wins(compare(operand, found))) write(root, path, operand)
}

const listAt = (root: Draft, path: string): unknown[] | undefined => {
  const found = read(root, path)
  if (found === undefined) return undefined
  if (!Array.isArray(found))
    throw refused.database(`The field '${path}' must be an array but is of type ${kindOf(found)}`)
  return [...(found as unknown[])]
}

interface Push {
  readonly $each?: readonly unknown[]
  readonly $position?: number
  readonly $sort?: unknown
  readonly $slice?: number
}
const isEach = (operand: unknown): operand is Push => isDocument(operand) && Array.isArray(operand.$each)

const fieldOf = (value: unknown, path: string): unknown =>
  isDocument(value) ? read(value as Draft, path) : undefined
const sortBy =
  (order: unknown) =>
  (a: unknown, b: unknown): number => {
    if (typeof order === 'number') return order * compare(a, b)
    for (const [path, direction] of Object.entries(order as Document)) {
      const difference = Number(direction) * compare(fieldOf(a, path), fieldOf(b, path))
      if (difference !== 0) return difference
    }
    return 0
  }

const push = (root: Draft, path: string, operand: unknown): void => {
  const list = listAt(root, path) ?? []
  const { $each = [], $position, $sort, $slice }: Push = isEach(operand) ? operand : { $each: [operand] }
  list.splice($position ?? list.length, 0, ...$each)
  if ($sort !== undefined) list.sort(sortBy($sort))
  write(root, path, $slice === undefined ? list : $slice < 0 ? list.slice($slice) : list.slice(0, $slice))
}

const addToSet = (root: Draft, path: string, operand: unknown): void => {
  const list = listAt(root, path) ?? []
  for (const item of isEach(operand) ? (operand.$each ?? []) : [operand])
    if (!list.some((other) => isSame(other, item))) list.push(item)
  write(root, path, list)
}

const keep = (root: Draft, path: string, stays: (value: unknown) => boolean): void => {
  const list = listAt(root, path)
  if (list) write(root, path, list.filter(stays))
}

const hasOperator = (value: Document): boolean => Object.keys(value).some((key) => key.startsWith('$'))
const pull = (root: Draft, path: string, operand: unknown): void => {
  if (!isDocument(operand)) return keep(root, path, (value) => !isSame(value, operand))
  const holds = hasOperator(operand) ? matcher({ value: operand }) : matcher(operand)
  keep(root, path, (value) => !(hasOperator(operand) ? holds({ value }) : isDocument(value) && holds(value)))
}

const rename = (root: Draft, path: string, operand: unknown): void => {
  const found = read(root, path)
  if (found === undefined) return
  erase(root, path)
  write(root, String(operand), found)
}

const OPERATORS: Readonly<Record<string, (root: Draft, path: string, operand: unknown) => void>> = {
  $set: write,
  $unset: erase,
  $inc: arithmetic('inc', 0, (a, b) => a + b),
  $mul: arithmetic('mul', 0, (a, b) => a * b),
  $min: extreme((order) => order < 0),
  $max: extreme((order) => order > 0),
  $push: push,
  $addToSet: addToSet,
  $pop: (root, path, operand) => {
    const list = listAt(root, path)
    if (list) write(root, path, operand === -1 ? list.slice(1) : list.slice(0, -1))
  },
  $pull: pull,
  $pullAll: (root, path, operand) =>
    keep(root, path, (value) => !(operand as unknown[]).some((item) => isSame(item, value))),
  $rename: rename,
}

const checkDisjoint = (paths: readonly string[]): void => {
  const ordered = paths.map((path) => `${path}.`).sort()
  ordered.forEach((path, i) => {
    const before = ordered[i - 1]
    if (before !== undefined && path.startsWith(before))
      throw refused.database(
        `Updating the path '${path.slice(0, -1)}' would create a conflict at '${before.slice(0, -1)}'`,
      )
  })
}

/** The document afterwards; the one given is not changed. @throws ServiceError DATABASE_REQUEST_FAILED as MongoDB refuses */
export const updated = (document: Document, update: Document): Document => {
  const changes = Object.entries(update).flatMap(([operator, fields]) => {
    const apply = OPERATORS[operator]
    if (!apply || !isDocument(fields)) throw refused.database(`Unknown modifier: ${operator}`)
    return Object.entries(fields).map(([path, operand]) => ({ operator, apply, path, operand }))
  })
  checkDisjoint(
    changes.flatMap(({ operator, path, operand }) =>
      operator === '$rename' ? [path, String(operand)] : [path],
    ),
  )
  const root: Record<string, unknown> = { ...document }
  for (const { apply, path, operand } of changes) apply(root, path, operand)
  if (!isSame(root._id, document._id))
    throw refused.database("Performing an update on the path '_id' would modify the immutable field '_id'")
  return root
}
