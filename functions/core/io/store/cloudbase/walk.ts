/** A query as one call: the disjoint ranges of the index that it covers, in the index's order. */
import type { Scalar, Stored } from '../contract'
import type { QueryPlan } from '../engine'
import { reading } from './reading'
import { keptPath, storedOf } from './row'
import type { Find, Rows } from './rows'
import type { Raw } from './sdk'

type Bound = 'gt' | 'gte' | 'lt' | 'lte'

interface Condition {
  readonly path: string
  readonly test: Raw
  /** It holds for null alone, or never for null. */
  readonly isNull: boolean
}

type Conditions = readonly Condition[]

/** `{$eq: null}` finds a missing field too. */
const equal = (path: string, value: Scalar): Condition => ({
  path,
  test: { $eq: value },
  isNull: value === null,
})
const notNull = (path: string): Condition => ({ path, test: { $ne: null }, isNull: false })

/** Null comes first; MongoDB compares within one type, so null is a range of its own. */
const rangesOf = (path: string, bound: Bound, value: Scalar): Condition[] => {
  const none = equal(path, null)
  const compare: Condition = { path, test: { [`$${bound}`]: value }, isNull: false }
  switch (bound) {
    case 'gt':
      return [value === null ? notNull(path) : compare]
    case 'gte':
      return value === null ? [none, notNull(path)] : [compare]
    case 'lt':
      return value === null ? [] : [none, compare]
    case 'lte':
      return value === null ? [none] : [none, compare]
  }
}

/** Each of one side with each of the other. */
const both = (left: readonly Conditions[], right: readonly Conditions[]): Conditions[] =>
  left.flatMap((one) => right.map((other) => [...one, ...other]))

const ownRanges = (plan: QueryPlan): Conditions[] => {
  const [field] = plan.rest
  if (field === undefined) return [[]]
  const bounds = Object.entries(plan.range) as [Bound, Scalar][]
  return bounds.reduce<Conditions[]>(
    (ranges, [bound, value]) =>
      both(
        ranges,
        rangesOf(keptPath(field), bound, value).map((one) => [one]),
      ),
    [[]],
  )
}

/** Rows strictly after the cursor: the same values and a later id, or a later value at some depth. */
const afterRanges = ({ after, rest, descending }: QueryPlan): Conditions[] => {
  if (!after) return [[]]
  const later = descending ? 'lt' : 'gt'
  const paths = rest.map(keptPath)
  const same = (depth: number): Condition[] =>
    paths.slice(0, depth).map((path, i) => equal(path, after.values[i] ?? null))
  const ranges: Conditions[] = [
    [...same(paths.length), { path: '_id', test: { [`$${later}`]: after.id }, isNull: false }],
  ]
  for (const [depth, path] of paths.entries()) {
    for (const step of rangesOf(path, later, after.values[depth] ?? null)) ranges.push([...same(depth), step])
  }
  return ranges
}

const contradictory = (conditions: Conditions): boolean =>
  conditions.some(
    ({ path, isNull }) => isNull && conditions.some((other) => other.path === path && !other.isNull),
  )

const conjunction = (conditions: Conditions): Raw =>
  conditions.length === 0 ? {} : { $and: conditions.map(({ path, test }) => ({ [path]: test })) }

/** Undefined when no row can match. Exported so that tests look at what is asked. */
export const findOf = (plan: QueryPlan): Find | undefined => {
  const equals = plan.equal.map(([field, value]) => equal(keptPath(field), value))
  const ranges = both(both([equals], ownRanges(plan)), afterRanges(plan)).filter(
    (conditions) => !contradictory(conditions),
  )
  const [only, ...others] = ranges
  if (!only) return undefined
  const direction = plan.descending ? 'desc' : 'asc'
  return {
    query: others.length === 0 ? conjunction(only) : { $or: ranges.map(conjunction) },
    // the equal fields too: the index has them first
    order: [...plan.equal.map(([field]) => keptPath(field)), ...plan.rest.map(keptPath), '_id'].map(
      (path) => [path, direction] as const,
    ),
    limit: plan.limit,
  }
}

export const walk = async (rows: Rows, plan: QueryPlan): Promise<Stored[]> => {
  const find = findOf(plan)
  if (!find) return []
  return (await reading(() => rows.find(plan.collection, find))).map(storedOf)
}
