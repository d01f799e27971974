/** Which index a query could walk, so that tests can assert that nothing is scanned or sorted in memory. */
import type { Index } from './documents'
import { keyOf } from './documents'
import { isDocument, type Document } from './values'

export interface Plan {
  /** The ids it asks for, when it names them. */
  readonly keys?: readonly string[]
  /** `_id`, an index's name, or nothing: every document is looked at. */
  readonly index?: string
  /** The order comes from no index: the rows are sorted in memory. */
  readonly sorts: boolean
}

const isCondition = (value: unknown): value is Document =>
  isDocument(value) && Object.keys(value).some((key) => key.startsWith('$'))
const WALKED = ['$eq', '$in', '$gt', '$gte', '$lt', '$lte']
const isWalked = (condition: unknown): boolean =>
  !isCondition(condition) || Object.keys(condition).some((operator) => WALKED.includes(operator))
const isEqual = (condition: unknown): boolean => !isCondition(condition) || '$eq' in condition

/** The conditions that must all hold, those inside `$and` too. */
const conjunction = (query: Document): readonly (readonly [string, unknown])[] =>
  Object.entries(query).flatMap(([key, value]) =>
    key === '$and' && Array.isArray(value)
      ? value.filter(isDocument).flatMap(conjunction)
      : [[key, value] as const],
  )

const idsOf = (conditions: readonly (readonly [string, unknown])[]): readonly unknown[] | undefined => {
  for (const [field, condition] of conditions) {
    if (field !== '_id') continue
    if (!isCondition(condition)) return [condition]
    if ('$eq' in condition) return [condition.$eq]
    if (Array.isArray(condition.$in)) return condition.$in as unknown[]
  }
  return undefined
}

/** The order follows the index when its fields come right behind those that are held equal, all forwards or all backwards. */
const follows = (
  fields: Index['fields'],
  equal: ReadonlySet<string>,
  order: readonly (readonly [string, number])[],
): boolean => {
  const rest = [...fields, { name: '_id', direction: 1 as const }].filter(({ name }) => !equal.has(name))
  const wanted = order.filter(([name]) => !equal.has(name))
  const signs = new Set(wanted.map(([, direction], i) => direction * (rest[i]?.direction ?? 0)))
  return wanted.every(([name], i) => rest[i]?.name === name) && signs.size <= 1
}

export const planOf = (query: Document, order: Document, indexes: readonly Index[]): Plan => {
  const conditions = conjunction(query)
  const ids = idsOf(conditions)
  if (ids)
    return {
      keys: [...new Set(ids.map(keyOf))],
      index: '_id',
      sorts: ids.length > 1 && Object.keys(order).length > 0,
    }
  const equal = new Set(conditions.filter(([, condition]) => isEqual(condition)).map(([field]) => field))
  const walked = new Set(conditions.filter(([, condition]) => isWalked(condition)).map(([field]) => field))
  const wanted = Object.entries(order).map(([name, direction]) => [name, Number(direction)] as const)
  const all: readonly Pick<Index, 'name' | 'fields'>[] = [{ name: '_id', fields: [] }, ...indexes]
  const usable = all.filter(({ fields }) => walked.has(fields[0]?.name ?? '_id'))
  const inOrder = (index: Pick<Index, 'fields'>) => follows(index.fields, equal, wanted)
  const chosen = usable.find(inOrder) ?? usable[0] ?? (wanted.length > 0 ? all.find(inOrder) : undefined)
  if (chosen) return { index: chosen.name, sorts: !inOrder(chosen) }
  const alternatives = conditions.find(([key]) => key === '$or')?.[1]
  if (Array.isArray(alternatives)) {
    const plans = alternatives.filter(isDocument).map((branch) => planOf(branch, {}, indexes))
    if (plans.every(({ index }) => index))
      return { index: plans.map(({ index }) => index).join(' | '), sorts: wanted.length > 0 }
  }
  return { sorts: wanted.length > 0 }
}
