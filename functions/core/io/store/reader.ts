/** Typed reads: documents come back in the shape that this code writes, whichever version stands in the store. */
import { AppError } from '../../pure/errors'
import { CursorError } from './cursor'
import type { Collection, CollectionSpec } from './collection'
import type { Doc, Page, QuerySpec, Store, Stored } from './contract'

/** The document as version `spec.v`, through the collection's upcasters. Without `v` it counts as version 1. */
export const upcast = <T extends Doc>(spec: CollectionSpec, doc: Doc): T => {
  let current = doc
  for (let v = typeof doc.v === 'number' ? doc.v : 1; v < spec.v; v += 1) {
    const step = spec.upcasters?.[v]
    if (!step) throw new Error(`${spec.name}: no upcaster from version ${v}`)
    current = { ...step(current), v: v + 1 }
  }
  return current as T
}

/** The same, of what a read returned. */
export const upcastStored = <T extends Doc>(spec: CollectionSpec, stored: Stored): Stored<T> => ({
  id: stored.id,
  version: stored.version,
  doc: upcast<T>(spec, stored.doc),
})

export interface Reader {
  get<T extends Doc>(collection: Collection<T>, id: string): Promise<T | undefined>
  /** In the order asked; `undefined` where there is none. No snapshot across ids. */
  getMany<T extends Doc>(collection: Collection<T>, ids: readonly string[]): Promise<(T | undefined)[]>
  /** @throws AppError INVALID_INPUT when `after` is not a cursor of this query */
  query<T extends Doc>(collection: Collection<T>, spec: QuerySpec): Promise<Page<T>>
}

export const reader = (store: Store): Reader => {
  const getMany: Reader['getMany'] = async <T extends Doc>(
    collection: Collection<T>,
    ids: readonly string[],
  ) => (await store.read(collection.name, ids)).map((stored) => stored && upcast<T>(collection, stored.doc))
  return {
    getMany,
    get: async (collection, id) => (await getMany(collection, [id]))[0],
    query: async <T extends Doc>(collection: Collection<T>, spec: QuerySpec) => {
      const page = await store.query(collection.name, spec).catch((error: unknown): never => {
        if (error instanceof CursorError)
          throw new AppError('INVALID_INPUT', { fields: ['cursor'] }, { cause: error })
        throw error
      })
      return { ...page, items: page.items.map((stored) => upcastStored<T>(collection, stored)) }
    },
  }
}
