/** Where a page ended: opaque, bound to its query, ends in the id. */
import { createHash } from 'node:crypto'
import { isScalar } from './document'
import { StoreInputError, type Doc, type Scalar } from './contract'
import type { QueryPlan } from './engine'

/** The cursor is not one of this query's: damaged, made up, or another query's. */
export class CursorError extends StoreInputError {}

type Question = Omit<QueryPlan, 'after' | 'limit'>

const digest = (plan: Question): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        plan.collection,
        plan.index,
        plan.equal,
        plan.rest,
        Object.entries(plan.range).sort(),
        plan.descending,
      ]),
    )
    .digest('base64url')
    .slice(0, 12)

const scalarOf = (doc: Doc, field: string): Scalar => {
  const value = doc[field]
  return isScalar(value) ? value : null
}

/** The place of a row in its query. */
export const cursorAt = (plan: Question, row: { readonly id: string; readonly doc: Doc }): string =>
  Buffer.from(
    JSON.stringify([digest(plan), ...plan.rest.map((field) => scalarOf(row.doc, field)), row.id]),
  ).toString('base64url')

const decode = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch (cause) {
    throw new CursorError('not a cursor', { cause })
  }
}

/** @throws CursorError unless `cursor` came from this very query */
export const readCursor = (plan: Question, cursor: string): NonNullable<QueryPlan['after']> => {
  const parts = decode(cursor)
  if (!Array.isArray(parts) || parts.length !== plan.rest.length + 2)
    throw new CursorError('not a cursor of this query')
  const [bound, ...place] = parts as unknown[]
  const id = place.pop()
  if (bound !== digest(plan) || typeof id !== 'string' || !place.every(isScalar))
    throw new CursorError('not a cursor of this query')
  return { values: place, id }
}
