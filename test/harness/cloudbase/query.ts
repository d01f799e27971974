/**
 * Which documents a query matches, and in which order. Mingo answers, but for the comparisons: those here keep MongoDB's type
 * brackets, bytewise strings, null for missing and the order of fields, which mingo does not (nor that only numbers have a `mod`).
 */
import { Aggregator, Context, find } from 'mingo'
import * as expressions from 'mingo/operators/expression'
import * as operators from 'mingo/operators/query'
import { Query } from 'mingo/query'
import { candidatesAt, valuesAt } from './paths'
import { refused } from './errors'
import { compare, isDocument, isSame, kindOf, parseDocument, type Document } from './values'

type Predicate = (document: Document) => boolean
type Operator = (path: string, value: unknown, ...options: unknown[]) => Predicate

const matches = (value: unknown, wanted: unknown): boolean =>
  wanted instanceof RegExp ? typeof value === 'string' && wanted.test(value) : isSame(value, wanted)

const anyOf =
  (holds: (value: unknown, wanted: unknown) => boolean): Operator =>
  (path, wanted) =>
  (document) =>
    candidatesAt(document, path).some((value) => holds(value, wanted))

const bounded = (holds: (order: number) => boolean) =>
  anyOf((value, wanted) => kindOf(value) === kindOf(wanted) && holds(compare(value, wanted)))
const not =
  (operator: Operator): Operator =>
  (path, wanted) => {
    const holds = operator(path, wanted)
    return (document) => !holds(document)
  }

const equal = anyOf(matches)
const among: Operator = (path, wanted) => {
  if (!Array.isArray(wanted)) throw refused.database('$in needs an array')
  return (document) =>
    candidatesAt(document, path).some((value) => wanted.some((item) => matches(value, item)))
}
const exists: Operator = (path, wanted) => (document) =>
  valuesAt(document, path).some((value) => value !== undefined) === Boolean(wanted)

const remainder: Operator = (path, wanted) => {
  if (!Array.isArray(wanted) || wanted.length !== 2) throw refused.database('malformed mod')
  return (document) =>
    candidatesAt(document, path).some(
      (value) => typeof value === 'number' && Math.trunc(value) % Number(wanted[0]) === Number(wanted[1]),
    )
}

const OPERATORS = {
  $eq: equal,
  $ne: not(equal),
  $in: among,
  $nin: not(among),
  $gt: bounded((order) => order > 0),
  $gte: bounded((order) => order >= 0),
  $lt: bounded((order) => order < 0),
  $lte: bounded((order) => order <= 0),
  $exists: exists,
  $mod: remainder,
}

const context = Context.init({ query: { ...operators, ...OPERATORS }, expression: expressions })

/** @throws ServiceError DATABASE_REQUEST_FAILED on an operator that is none */
export const matcher = (query: Document): Predicate => {
  if (Object.keys(query).length === 0) return () => true
  try {
    const compiled = new Query(query, { context })
    return (document) => compiled.test(document)
  } catch (error) {
    throw refused.database(error instanceof Error ? error.message : String(error))
  }
}

/** An array sorts by its least element upwards, its greatest downwards; an empty one before null. */
const sortKey = (document: Document, path: string, direction: number): unknown => {
  const values = valuesAt(document, path).flatMap((value) =>
    Array.isArray(value) ? (value as unknown[]) : [value],
  )
  return values.sort((a, b) => direction * compare(a, b))[0]
}

export const sorted = (documents: readonly Document[], order: Document): readonly Document[] => {
  const fields = Object.entries(order).map(([path, direction]) => [path, Number(direction)] as const)
  const keyed = documents.map((document) => ({
    document,
    keys: fields.map(([path, direction]) => sortKey(document, path, direction)),
  }))
  keyed.sort((a, b) => {
    for (const [i, [, direction]] of fields.entries()) {
      const difference = compare(a.keys[i], b.keys[i])
      if (difference !== 0) return direction * difference
    }
    return 0
  })
  return keyed.map(({ document }) => document)
}

export const projected = (documents: readonly Document[], projection: Document): readonly Document[] =>
  find<Document>(documents as Document[], {}, projection).all()

export interface Stage {
  readonly stageKey: string
  readonly stageValue: string
}

const stageValue = (text: string): unknown => (text.startsWith('{') ? parseDocument(text) : JSON.parse(text))

/** Mingo's pipeline, its faults included: the functions do without aggregation. */
export const aggregated = (
  documents: readonly Document[],
  stages: readonly Stage[],
  collection: (name: string) => Document[],
): readonly Document[] => {
  const pipeline = stages.map((stage) => ({ [stage.stageKey]: stageValue(stage.stageValue) }))
  return new Aggregator(pipeline, { collectionResolver: collection })
    .run<Document>(documents as Document[])
    .filter(isDocument)
}
