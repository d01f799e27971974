/** The database actions of the wire protocol, as @cloudbase/database sends them and wants them answered. */
import { randomBytes } from 'node:crypto'
import { keyOf, type Collection, type Documents, type Transaction } from './documents'
import { refused } from './errors'
import { planOf, type Plan } from './plan'
import { aggregated, matcher, projected, sorted, type Stage } from './query'
import { isSame, parseDocument, parseQuery, textOf, type Document } from './values'
import { updated } from './update'
import type { Schema } from './schema'

/** A request's body. */
export type Parameters = Readonly<Record<string, unknown>>

export interface Given {
  readonly documents: Documents
  readonly schema: Schema
  readonly parameters: Parameters
  readonly transaction: Transaction | undefined
  /** Told what a query walked, and how many documents it looked at. */
  readonly planned: (plan: Plan, examined: number) => void
}

/** Rows a query gives at most. */
const PAGE = 1000

interface Selected {
  readonly collection: Collection
  readonly rows: readonly Document[]
  readonly holds: (document: Document) => boolean
  readonly query: Document
}

const select = ({ documents, parameters, transaction, planned }: Given): Selected => {
  const collection = documents.collection(parameters.collectionName)
  const query = parseQuery(parameters.query)
  const order = parseQuery(parameters.order)
  const holds = matcher(query)
  const plan = planOf(query, order, [...collection.indexes.values()])
  const looked = plan.keys
    ? plan.keys.map((key) => documents.get(collection, key, transaction)).filter((found) => found !== null)
    : documents.all(collection, transaction)
  planned(plan, looked.length)
  const found = looked.filter(holds)
  return { collection, query, holds, rows: Object.keys(order).length > 0 ? sorted(found, order) : found }
}

const newId = (): string => randomBytes(16).toString('hex')

const insert = async ({ documents, parameters, transaction }: Given) => {
  const collection = documents.collection(parameters.collectionName)
  if (!Array.isArray(parameters.data)) throw refused.invalidParameter('data')
  const insertedIds: unknown[] = []
  for (const text of parameters.data as unknown[]) {
    const given = parseDocument(text)
    const document = { ...given, _id: given._id ?? newId() }
    const key = keyOf(document._id)
    const duplicate = () =>
      refused.duplicate(collection.name, '_id_', `{ _id: ${JSON.stringify(document._id)} }`)
    if (transaction && documents.appearedSince(collection, key, transaction)) throw duplicate()
    await documents.change(
      collection,
      key,
      (now) => {
        if (now) throw duplicate()
        return document
      },
      transaction,
    )
    insertedIds.push(document._id)
  }
  return { data: { insertedIds } }
}

const get = (given: Given) => {
  const { offset = 0, limit = 100, projection } = given.parameters
  const { rows } = select(given)
  const page = rows.slice(Number(offset), Number(offset) + Math.min(Number(limit), PAGE))
  return { data: { list: (projection ? projected(page, parseDocument(projection)) : page).map(textOf) } }
}

/** Each document by itself, as it stands when its turn comes; what no longer matches is left alone. */
const changeEach = async (
  given: Given,
  rows: readonly Document[],
  { collection, holds }: Selected,
  make: (now: Document) => Document | null,
) => {
  let changed = 0
  for (const row of rows) {
    let done = false
    await given.documents.change(
      collection,
      keyOf(row._id),
      (now) => {
        if (!now || !holds(now)) return undefined
        const made = make(now)
        if (made && textOf(made) === textOf(now)) return undefined
        done = true
        return made
      },
      given.transaction,
    )
    if (done) changed += 1
  }
  return changed
}

const replace = async (given: Given, selected: Selected) => {
  const body = parseDocument(given.parameters.data)
  const id = selected.query._id
  const [found] = selected.rows
  if (found)
    return {
      data: { updated: await changeEach(given, [found], selected, (now) => ({ _id: now._id, ...body })) },
    }
  if (!given.parameters.upsert) return { data: { updated: 0 } }
  const document = { _id: id ?? newId(), ...body }
  await given.documents.change(selected.collection, keyOf(document._id), () => document, given.transaction)
  return { data: { updated: 0, upsert_id: document._id } }
}

const modify = async (given: Given) => {
  const { multi, merge, data } = given.parameters
  const selected = select(given)
  if (!merge) return replace(given, selected)
  const update = parseDocument(data)
  return {
    data: {
      updated: await changeEach(given, multi ? selected.rows : selected.rows.slice(0, 1), selected, (now) =>
        updated(now, update),
      ),
    },
  }
}

const modifyAndReturn = async (given: Given) => {
  const update = parseDocument(given.parameters.data)
  for (;;) {
    const { collection, holds, rows } = select(given)
    const [row] = rows
    if (!row) return { data: { updated: 0, doc: null } }
    let after: Document | undefined
    await given.documents.change(
      collection,
      keyOf(row._id),
      (now) => {
        if (!now || !holds(now)) return undefined
        after = updated(now, update)
        return isSame(after, now) ? undefined : after
      },
      given.transaction,
    )
    if (after) return { data: { updated: 1, doc: textOf(after) } }
  }
}

const remove = async (given: Given) => {
  const selected = select(given)
  const rows = given.parameters.multi === false ? selected.rows.slice(0, 1) : selected.rows
  return { data: { deleted: await changeEach(given, rows, selected, () => null) } }
}

const aggregate = ({ documents, parameters }: Given) => {
  const rows = (name: unknown) => documents.all(documents.collection(name))
  return {
    data: {
      list: aggregated(rows(parameters.collectionName), parameters.stages as Stage[], rows).map(textOf),
    },
  }
}

const addCollection = ({ schema, parameters }: Given) => {
  schema.create(String(parameters.collectionName))
  return {}
}

/** Of the transaction that the request names. */
const ofTransaction = (given: Given): Transaction =>
  given.transaction ?? given.documents.transaction(given.parameters.transactionId)

export const databaseActions: Readonly<Record<string, (given: Given) => object | Promise<object>>> = {
  'database.addCollection': addCollection,
  'database.insertDocument': insert,
  'database.getDocument': get,
  'database.calculateDocument': (given) => ({ data: { total: select(given).rows.length } }),
  'database.modifyDocument': modify,
  'database.modifyAndReturnDoc': modifyAndReturn,
  'database.removeDocument': remove,
  'database.aggregateDocuments': aggregate,
  'database.startTransaction': ({ documents }) => ({ transactionId: documents.begin().id }),
  'database.commitTransaction': (given) => {
    given.documents.commit(ofTransaction(given))
    return {}
  },
  'database.abortTransaction': (given) => {
    given.documents.abort(ofTransaction(given))
    return {}
  },
}
