/** From a query as asked to the walk of one declared index that an engine makes. */
import { isScalar } from './document'
import { readCursor } from './cursor'
import { LIMITS, StoreInputError, type QuerySpec, type Scalar } from './contract'
import { BY_ID, type CollectionSpec } from './collection'
import type { QueryPlan } from './engine'

const BOUNDS = ['gt', 'gte', 'lt', 'lte'] as const

const checkScalar = (value: unknown, where: string): Scalar => {
  if (!isScalar(value)) throw new StoreInputError(`${where}: not a scalar`)
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw new StoreInputError(`${where}: not a whole, safe number`)
  if (typeof value === 'string' && /[\0\p{Surrogate}]/u.test(value))
    throw new StoreInputError(`${where}: U+0000 or a lone surrogate`)
  return value
}

const checkedRange = (
  range: NonNullable<QuerySpec['range']>,
  field: string | undefined,
  where: string,
): NonNullable<QuerySpec['range']> => {
  const bounds = Object.entries(range).filter(([, value]) => value !== undefined)
  if (bounds.length > 0 && field === undefined)
    throw new StoreInputError(`${where}: no field is left for a range`)
  for (const [bound, value] of bounds) {
    if (!BOUNDS.some((known) => known === bound))
      throw new StoreInputError(`${where}: no such bound ${bound}`)
    checkScalar(value, where)
  }
  if (
    (range.gt !== undefined && range.gte !== undefined) ||
    (range.lt !== undefined && range.lte !== undefined)
  )
    throw new StoreInputError(`${where}: two bounds on one side`)
  const types = new Set(bounds.filter(([, value]) => value !== null).map(([, value]) => typeof value))
  if (types.size > 1) throw new StoreInputError(`${where}: bounds of two types`)
  return Object.fromEntries(bounds)
}

const checkedLimit = (limit: number): number => {
  if (!Number.isInteger(limit) || limit < 1 || limit > LIMITS.page)
    throw new StoreInputError(`limit is 1–${LIMITS.page}, not ${limit}`)
  return limit
}

/**
 * @throws StoreInputError when the index is not declared, `where` is not equality on its leading fields, or a bound is no scalar
 * @throws CursorError when `after` is not a cursor of this query
 */
export const planQuery = (collection: CollectionSpec, spec: QuerySpec): QueryPlan => {
  const where = `${collection.name}.${spec.index}`
  if (spec.index !== BY_ID && !Object.prototype.hasOwnProperty.call(collection.indexes, spec.index))
    throw new StoreInputError(`no index ${where}`)
  const fields = collection.indexes[spec.index] ?? []
  const given = Object.entries(spec.where ?? {}).filter(([, value]) => value !== undefined)
  const leading = fields.slice(0, given.length)
  const equal = leading.map((field) => {
    const found = given.find(([name]) => name === field)
    if (!found) throw new StoreInputError(`${where}: equality is on the leading fields ${fields.join(', ')}`)
    return [field, checkScalar(found[1], `${where}.${field}`)] as const
  })
  if (leading.length < given.length)
    throw new StoreInputError(`${where}: equality is on the leading fields ${fields.join(', ')}`)
  if (spec.order !== undefined && spec.order !== 'asc' && spec.order !== 'desc')
    throw new StoreInputError(`${where}: order is asc or desc`)
  const rest = fields.slice(given.length)
  const question = {
    collection: collection.name,
    index: spec.index,
    equal,
    rest,
    range: checkedRange(spec.range ?? {}, rest[0], where),
    descending: spec.order === 'desc',
  }
  const limit = checkedLimit(spec.limit ?? LIMITS.page)
  return spec.after === undefined
    ? { ...question, limit }
    : { ...question, limit, after: readCursor(question, spec.after) }
}
