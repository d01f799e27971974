/** A query as one walk of one index, by its keys: equalities, bounds, and the place of the page before. */
import type { Scalar } from '../contract'
import type { QueryPlan } from '../engine'
import { expressionOf, keyOf, quoted, tableOf } from './names'
import type { Statement } from './link'

const OPERATORS = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const
type Bound = keyof typeof OPERATORS

/** Null's key is the empty text, so that bounds need no case of their own for it. */
export const walkOf = (plan: QueryPlan): Statement => {
  const values: unknown[] = []
  const bind = (value: string | number): string => `$${values.push(value)}`
  const [first] = plan.rest
  const bounds = Object.entries(plan.range) as [Bound, Scalar][]
  const places = [...plan.rest.map(expressionOf), 'id']
  const conditions = [
    ...plan.equal.map(([field, value]) => `${expressionOf(field)} = ${bind(keyOf(value))}`),
    ...(first === undefined
      ? []
      : bounds.map(([bound, value]) => `${expressionOf(first)} ${OPERATORS[bound]} ${bind(keyOf(value))}`)),
  ]
  if (plan.after) {
    const after = [...plan.after.values.map(keyOf), plan.after.id].map(bind)
    conditions.push(`(${places.join(', ')}) ${plan.descending ? '<' : '>'} (${after.join(', ')})`)
  }
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`
  const order = places.map((place) => `${place} ${plan.descending ? 'DESC' : 'ASC'}`).join(', ')
  return {
    text: `SELECT id, doc, version FROM ${quoted(tableOf(plan.collection))}${where} ORDER BY ${order} LIMIT ${bind(plan.limit)}`,
    values,
  }
}
