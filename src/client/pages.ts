/** A list that comes in pages, without any framework: what is loaded stays when a later page fails. React's view of it is use-pages. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import { asApiError, type ApiError } from './errors'
import { preferences } from './preferences'

/** As contracts answer with it (`pageAnswer`). */
export interface Page<T> {
  readonly items: readonly T[]
  readonly next?: string | undefined
}

export interface PagesState<T> {
  /** Of every page so far, each once. */
  readonly items: readonly T[]
  /** Where the next page begins; undefined when all is here. */
  readonly next: string | undefined
  /** Pages so far; 0 before the first. */
  readonly pages: number
  readonly loading: boolean
  /** Why the last page did not come; what came before it stays. */
  readonly error: ApiError | undefined
}

export interface Pages<T> {
  readonly store: StoreApi<PagesState<T>>
  /** The list begins with this first page. Later pages that were there already are read again before they are replaced. */
  readonly begin: (first: Page<T>) => Promise<void>
  /** Loads the next page, or tries again; nothing while one is on its way or when all is here. */
  readonly more: () => Promise<void>
}

/** Later pages that are read again when the list begins anew; what lay behind them comes when it is asked for. */
const MOST_AGAIN = 5
/** A page may hold nothing of what was asked for and still have a next one: so many are passed at once. */
const MOST_EMPTY = 20

interface Chain<T> {
  readonly items: readonly T[]
  readonly next: string | undefined
  readonly pages: number
}

/** A server that answers with the same cursor for ever is not followed for ever. */
class GoesInCircles extends Error {
  override readonly name = 'GoesInCircles'
}

/**
 * @param options.fetch the page behind a cursor
 * @param options.idOf a row that comes on two pages counts once, as it came last
 */
export const createPages = <T>({
  fetch,
  idOf,
}: {
  readonly fetch: (after: string) => Promise<Page<T>>
  readonly idOf: (item: T) => string
}): Pages<T> => {
  const store = createStore<PagesState<T>>()(() => ({
    items: [],
    next: undefined,
    pages: 0,
    loading: false,
    error: undefined,
  }))
  // An answer to a list that has begun anew since belongs to nothing.
  let turn = 0

  const once = (items: readonly T[]): readonly T[] => [
    ...new Map(items.map((item) => [idOf(item), item])).values(),
  ]

  const further = async (chain: Chain<T>): Promise<Chain<T>> => {
    let { items, next, pages } = chain
    const held = items.length
    for (let passed = 0; next !== undefined && items.length === held && passed < MOST_EMPTY; passed += 1) {
      const page = await fetch(next)
      if (page.next === next) throw new GoesInCircles()
      items = once([...items, ...page.items])
      next = page.next
      pages += 1
    }
    return { items, next, pages }
  }

  const run = async (work: () => Promise<Chain<T>>): Promise<void> => {
    const mine = (turn += 1)
    store.setState({ loading: true, error: undefined })
    try {
      const chain = await work()
      if (mine === turn) store.setState({ ...chain, loading: false })
    } catch (thrown) {
      const error = asApiError(thrown, preferences.getState().language)
      if (mine === turn) store.setState({ error, loading: false })
    }
  }

  const begin: Pages<T>['begin'] = async (first) => {
    const again = Math.min(store.getState().pages - 1, MOST_AGAIN)
    const start: Chain<T> = { items: once(first.items), next: first.next, pages: 1 }
    if (again <= 0) {
      turn += 1
      store.setState({ ...start, loading: false, error: undefined })
      if (start.items.length === 0 && start.next !== undefined) await more()
      return
    }
    await run(async () => {
      let chain = start
      for (let page = 0; page < again && chain.next !== undefined; page += 1) chain = await further(chain)
      return chain
    })
  }

  const more = async (): Promise<void> => {
    const { loading, items, next, pages } = store.getState()
    if (loading || next === undefined) return
    await run(() => further({ items, next, pages }))
  }

  return { store, begin, more }
}

/**
 * Every page, one after the other, to the end: for what is taken along whole.
 * @param onPage told after each; when a later one fails, this is what there is
 * @throws what `fetch` threw
 */
export const collectPages = async <P extends { readonly next?: string | undefined }>(
  fetch: (after: string | undefined, page: number) => Promise<P>,
  onPage: (pages: readonly P[]) => void,
  begun: readonly P[] = [],
): Promise<readonly P[]> => {
  const pages = [...begun]
  let after = pages[pages.length - 1]?.next
  do {
    const page = await fetch(after, pages.length)
    if (page.next !== undefined && page.next === after) throw new GoesInCircles()
    pages.push(page)
    onPage(pages)
    after = page.next
  } while (after !== undefined)
  return pages
}
