/** A collection from end to end, a page at a time. */
import type { CollectionSpec } from '../../functions/core/io/store/collection'
import { BY_ID } from '../../functions/core/io/store/collection'
import { LIMITS, type Store, type Stored } from '../../functions/core/io/store/contract'
import { cursorAt } from '../../functions/core/io/store/cursor'
import { planQuery } from '../../functions/core/io/store/query-plan'

/** Pages of a collection in the order of ids, after `id` when one is given. No snapshot: each page is what stands when it is read. */
export const pagesOf = async function* (store: Store, spec: CollectionSpec, id?: string): AsyncGenerator<readonly Stored[]> {
  let after = id === undefined ? undefined : cursorAt(planQuery(spec, { index: BY_ID }), { id, doc: {} })
  do {
    const page = await store.query(spec.name, { index: BY_ID, limit: LIMITS.page, ...(after === undefined ? {} : { after }) })
    yield page.items
    after = page.next
  } while (after !== undefined)
}

export const documentsOf = async function* (store: Store, spec: CollectionSpec): AsyncGenerator<Stored> {
  for await (const page of pagesOf(store, spec)) yield* page
}

/** The collections that hold anything. */
export const filled = async (store: Store, collections: readonly CollectionSpec[]): Promise<readonly string[]> => {
  const names: string[] = []
  for (const { name } of collections) {
    if ((await store.query(name, { index: BY_ID, limit: 1 })).items.length > 0) names.push(name)
  }
  return names
}
