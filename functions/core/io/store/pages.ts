/** The rows of an index, read to the end: row by row, page by page, or one page as an answer. */
import type { Collection, CollectionSpec } from './collection'
import type { Doc, Page, QuerySpec, Store, Stored } from './contract'
import { cursorAt } from './cursor'
import { planQuery } from './query-plan'
import { upcastStored } from './reader'

/**
 * Every page as it stands in the store, whichever version wrote it: for checks and exports. No snapshot: each page is what
 * stands when it is read. `after` of the query says where to begin.
 */
export async function* rawPagesOf<T extends Doc>(
  store: Store,
  collection: string,
  query: QuerySpec,
): AsyncGenerator<readonly Stored<T>[]> {
  let { after } = query
  do {
    const page: Page<T> = await store.query<T>(collection, after === undefined ? query : { ...query, after })
    yield page.items
    after = page.next
  } while (after !== undefined)
}

/**
 * Every page, for work that does something between them.
 * @example for await (const rows of pagesOf(store, slots, { index: 'unsettled' })) await settle(rows)
 */
export async function* pagesOf<T extends Doc>(
  store: Store,
  collection: Collection<T>,
  query: QuerySpec,
): AsyncGenerator<readonly Stored<T>[]> {
  for await (const rows of rawPagesOf(store, collection.name, query))
    yield rows.map((row) => upcastStored<T>(collection, row))
}

/**
 * Every row. Rows that the loop changes may be found again, or not: what is decided is read again by id.
 * @example for await (const { id } of eachOf(store, authorisations, { index: 'agent', where: { agent } })) await end(id)
 */
export async function* eachOf<T extends Doc>(
  store: Store,
  collection: Collection<T>,
  query: QuerySpec,
): AsyncGenerator<Stored<T>> {
  for await (const rows of pagesOf(store, collection, query)) yield* rows
}

/** The cursor behind one row of that query: for a page that ends before the store's own does. */
export const cursorAfter = (
  spec: CollectionSpec,
  query: QuerySpec,
  row: { readonly id: string; readonly doc: Doc },
): string => cursorAt(planQuery(spec, query), row)

/** Every row in one array: for what is known to be small. */
export const allOf = async <T extends Doc>(
  store: Store,
  collection: Collection<T>,
  query: QuerySpec,
): Promise<Stored<T>[]> => {
  const found: Stored<T>[] = []
  for await (const rows of pagesOf(store, collection, query)) found.push(...rows)
  return found
}

/**
 * A page in the shape that contracts answer with (`pageAnswer` of core/io/schema).
 * @example return pageAnswer(await reader(store).query(events, spec), ({ id, doc }) => ({ id, kind: doc.kind }))
 */
export const pageAnswer = <Row, Item>(
  page: { readonly items: readonly Row[]; readonly next?: string | undefined },
  show: (row: Row) => Item,
): { items: Item[]; next?: string } => ({
  items: page.items.map(show),
  ...(page.next === undefined ? {} : { next: page.next }),
})
