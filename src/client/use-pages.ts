/** React's view of a list in pages: its first page as last known, the others when they are asked for. */
import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { createPages, type Page, type Pages, type PagesState } from './pages'
import { useQuery, type Fetched } from './use-query'
import { usePerson } from './use-signed-in'

export interface PagedView<T> extends PagesState<T> {
  /** The first page: loading, unknown, or of an earlier time. */
  readonly first: Fetched<Page<T>>
  readonly more: () => Promise<void>
}

interface Paged<T> {
  readonly fetch: (after: string | undefined) => Promise<Page<T>>
  readonly idOf: (item: T) => string
}

/**
 * Under a name, as `useQuery`: the first page is kept for times without network. No name, no fetch.
 * @example usePages('my:mine:past', { fetch: (after) => api.appointments.mine({ view, limit: 20, after }), idOf })
 */
export const usePages = <T>(name: string | undefined, paged: Paged<T>): PagedView<T> => {
  const first = useQuery(name, () => paged.fetch(undefined))
  const asked = useRef(paged)
  asked.current = paged
  // Further pages belong to who asked for them.
  const of = `${usePerson() ?? ''}|${name ?? ''}`
  const held = useRef<{ readonly of: string; readonly pages: Pages<T> }>()
  if (held.current?.of !== of) {
    const { fetch, idOf } = paged
    held.current = { of, pages: createPages({ fetch, idOf }) }
  }
  const { pages } = held.current
  const state = useStore(pages.store)
  const { data } = first
  useEffect(() => {
    if (data !== undefined) void pages.begin(data)
  }, [pages, data])
  return { ...state, first, more: pages.more }
}
