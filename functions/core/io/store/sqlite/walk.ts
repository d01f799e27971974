/** A query as a few index seeks in turn, each a range that the index gives in order. */
import { BY_ID } from '../collection'
import type { Doc, Scalar, Stored } from '../contract'
import type { QueryPlan } from '../engine'
import { expressionOf, indexOf, tableOf } from './schema'
import type { Bind } from './connection'
import type { Statements } from './statements'

interface Condition {
  readonly sql: string
  readonly values: readonly Bind[]
  /** Expressions that it holds to one value: ordering by them too would make SQLite sort. */
  readonly pins?: readonly string[]
}

type Bound = 'gt' | 'gte' | 'lt' | 'lte'

/** json_extract gives true as 1 and false as 0. */
const bind = (value: Scalar): Bind => (typeof value === 'boolean' ? Number(value) : value)

const isNull = (expression: string): Condition => ({
  sql: `${expression} IS NULL`,
  values: [],
  pins: [expression],
})

const equal = (expression: string, value: Scalar): Condition =>
  value === null
    ? isNull(expression)
    : { sql: `${expression} = ?`, values: [bind(value)], pins: [expression] }

const OPERATORS = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const

/** Null comes first: the disjoint ranges that make up a bound, in ascending order. */
const rangesOf = (expression: string, bound: Bound, value: Scalar): Condition[] => {
  // numbers and texts both order after minus infinity; IS NOT NULL would be a scan past the nulls
  const notNull = { sql: `${expression} > -9e999`, values: [] }
  const compare = (): Condition => ({ sql: `${expression} ${OPERATORS[bound]} ?`, values: [bind(value)] })
  switch (bound) {
    case 'gt':
      return [value === null ? notNull : compare()]
    case 'gte':
      return value === null ? [isNull(expression), notNull] : [compare()]
    case 'lt':
      return value === null ? [] : [isNull(expression), compare()]
    case 'lte':
      return value === null ? [isNull(expression)] : [isNull(expression), compare()]
  }
}

const all = (conditions: readonly Condition[]): Condition => ({
  sql: conditions.map((condition) => condition.sql).join(' AND '),
  values: conditions.flatMap((condition) => condition.values),
  pins: conditions.flatMap((condition) => condition.pins ?? []),
})

/** The query's own range on its first ordering field, as disjoint ranges. */
const ownRanges = (plan: QueryPlan): Condition[] => {
  const [field] = plan.rest
  const bounds = Object.entries(plan.range) as [Bound, Scalar][]
  if (field === undefined || bounds.length === 0) return [{ sql: '', values: [] }]
  const sides = bounds.map(([bound, value]) => rangesOf(expressionOf(field), bound, value))
  return sides.reduce<Condition[]>(
    (ranges, side) =>
      ranges.flatMap((range) =>
        side.map((condition) => all([range, condition].filter((part) => part.sql !== ''))),
      ),
    [{ sql: '', values: [] }],
  )
}

/** Rows strictly after the cursor: same leading values and a later id first, then later values, field by field outwards. */
const afterRanges = (plan: QueryPlan): Condition[] => {
  if (!plan.after) return [{ sql: '', values: [] }]
  const { values, id } = plan.after
  const later = plan.descending ? 'lt' : 'gt'
  const expressions = plan.rest.map(expressionOf)
  const same = (count: number): Condition[] =>
    expressions.slice(0, count).map((expression, i) => equal(expression, values[i] ?? null))
  const ranges = [all([...same(expressions.length), { sql: `id ${OPERATORS[later]} ?`, values: [id] }])]
  for (let depth = expressions.length - 1; depth >= 0; depth -= 1) {
    const steps = rangesOf(expressions[depth] as string, later, values[depth] ?? null)
    if (plan.descending) steps.reverse()
    ranges.push(...steps.map((step) => all([...same(depth), step])))
  }
  return ranges
}

/** The seeks of a plan, as SQL; exported so that tests look at their plans. */
export const seeksOf = (plan: QueryPlan, fields: readonly string[]): Condition[] => {
  const direction = plan.descending ? 'DESC' : 'ASC'
  const equals = plan.equal.map(([field, value]) => equal(expressionOf(field), value))
  const own = ownRanges(plan)
  if (plan.descending) own.reverse()
  const pairs = afterRanges(plan).flatMap((after) =>
    own.map((range) => all([...equals, range, after].filter((part) => part.sql !== ''))),
  )
  const by = plan.index === BY_ID ? '' : ` INDEXED BY ${indexOf(plan.collection, plan.index, fields)}`
  const from = `${tableOf(plan.collection)}${by}`
  return pairs.map(({ sql, values, pins = [] }) => {
    const free = plan.rest.map(expressionOf).filter((expression) => !pins.includes(expression))
    const order = [...free, 'id'].map((expression) => `${expression} ${direction}`).join(', ')
    return {
      sql: `SELECT id, doc, version FROM ${from}${sql === '' ? '' : ` WHERE ${sql}`} ORDER BY ${order} LIMIT ?`,
      values,
    }
  })
}

export const walk = (statements: Statements, plan: QueryPlan, fields: readonly string[]): Stored[] => {
  const found: Stored[] = []
  for (const seek of seeksOf(plan, fields)) {
    const left = plan.limit - found.length
    if (left <= 0) break
    for (const [id, doc, version] of statements.prepare(seek.sql).all([...seek.values, left])) {
      found.push({ id: String(id), version: String(version), doc: JSON.parse(String(doc)) as Doc })
    }
  }
  return found
}
