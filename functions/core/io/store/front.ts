/** A Store in front of an engine: checks what is given, makes and reads cursors. The same for every engine. */
import { cursorAt } from './cursor'
import { planQuery } from './query-plan'
import { checkId, collectionOf, prepareCommit, preparePatch } from './validate'
import { StoreInputError, type Doc, type Page, type QuerySpec, type Store, type Stored } from './contract'
import type { CollectionSpec } from './collection'
import type { Catalogue, Engine } from './engine'

/** @throws StoreInputError when two collections share a name */
export const catalogueOf = (collections: readonly CollectionSpec[]): Catalogue => {
  const catalogue = new Map<string, CollectionSpec>()
  for (const spec of collections) {
    if (catalogue.has(spec.name)) throw new StoreInputError(`two collections are named ${spec.name}`)
    catalogue.set(spec.name, spec)
  }
  return catalogue
}

const queryPage = async (
  catalogue: Catalogue,
  engine: Engine,
  collection: string,
  spec: QuerySpec,
): Promise<Page> => {
  const plan = planQuery(collectionOf(catalogue, collection), spec)
  // one row more than asked tells whether there is a next page
  const rows = await engine.query({ ...plan, limit: plan.limit + 1 })
  if (rows.length <= plan.limit) return { items: rows }
  const items = rows.slice(0, plan.limit)
  return { items, next: cursorAt(plan, items[items.length - 1] as Stored) }
}

export const storeOver = (engine: Engine, catalogue: Catalogue): Store => ({
  read: async <T extends Doc>(collection: string, ids: readonly string[]) => {
    collectionOf(catalogue, collection)
    ids.forEach(checkId)
    return ids.length === 0 ? [] : ((await engine.read(collection, ids)) as (Stored<T> | undefined)[])
  },
  query: async <T extends Doc>(collection: string, spec: QuerySpec) =>
    (await queryPage(catalogue, engine, collection, spec)) as Page<T>,
  patch: async (spec) => engine.patch(preparePatch(catalogue, spec)),
  commit: async (changes) => engine.commit(prepareCommit(catalogue, changes)),
  health: () => engine.health(),
  close: () => engine.close(),
})
