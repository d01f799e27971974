/** A collection from end to end, a page at a time. */
import type { CollectionSpec } from '../../functions/core/io/store/collection'
import { BY_ID } from '../../functions/core/io/store/collection'
import type { Store, Stored } from '../../functions/core/io/store/contract'
import { cursorAt } from '../../functions/core/io/store/cursor'
import { rawPagesOf } from '../../functions/core/io/store/pages'
import { planQuery } from '../../functions/core/io/store/query-plan'

/** Pages of a collection in the order of ids, after `id` when one is given. No snapshot: each page is what stands when it is read. */
export const pagesOf = (
  store: Store,
  spec: CollectionSpec,
  id?: string,
): AsyncGenerator<readonly Stored[]> => {
  const after = id === undefined ? undefined : cursorAt(planQuery(spec, { index: BY_ID }), { id, doc: {} })
  return rawPagesOf(store, spec.name, { index: BY_ID, ...(after === undefined ? {} : { after }) })
}

export const documentsOf = async function* (store: Store, spec: CollectionSpec): AsyncGenerator<Stored> {
  for await (const page of pagesOf(store, spec)) yield* page
}

/** The collections that hold anything. */
export const filled = async (
  store: Store,
  collections: readonly CollectionSpec[],
): Promise<readonly string[]> => {
  const names: string[] = []
  for (const { name } of collections) {
    if ((await store.query(name, { index: BY_ID, limit: 1 })).items.length > 0) names.push(name)
  }
  return names
}
