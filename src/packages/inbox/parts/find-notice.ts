/** The notice that a message leads to: looked for in the list, page after page, until it is there or the list ends. */
import { useEffect } from 'react'
import type { PagedView } from '../../../client/use-pages'
import type { Notice } from './queries'

/** So many pages of twenty are looked through: messages lead to what came lately. */
const MOST_PAGES = 10

/** Undefined while it is looked for; null where it is not to be found. */
export const useNotice = (pages: PagedView<Notice>, id: string | undefined): Notice | null | undefined => {
  const { first, items, next, loading, error, more } = pages
  const found = [...items, ...(first.data?.items ?? [])].find((one) => one.id === id)
  const isBegun = pages.pages > 0
  const isOver = isBegun && (next === undefined || pages.pages >= MOST_PAGES)
  const lacks = id !== undefined && !found && isBegun && !isOver && !loading && !error
  useEffect(() => {
    if (lacks) void more()
  }, [lacks, more])
  if (id === undefined) return undefined
  return found ?? (isOver && !loading ? null : undefined)
}
