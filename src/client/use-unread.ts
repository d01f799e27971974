/** How many notices are unread, for any page: asked for when the page is shown, and only while somebody is signed in. */
import { api } from './api'
import { queryOf } from './queries'
import { useLive } from './use-live'
import { useQuery, type Fetched } from './use-query'

export const UNREAD = 'my:unread'

interface Unread {
  readonly unread: number
}
const fetchUnread = (): Promise<Unread> => api.inbox.unread({})

export const useUnread = (): Fetched<Unread> => useQuery(UNREAD, fetchUnread)

/** The same for a page that stays open: it is asked again while the page is in sight. */
export const useLiveUnread = (): Fetched<Unread> => {
  const unread = useUnread()
  useLive(unread.refetch, { on: !unread.signedOut, of: unread.data?.unread })
  return unread
}

/** After an answer that told the count. */
export const knowUnread = (count: Unread): void => queryOf(UNREAD, fetchUnread).set(count)

/** The server counts up to 100. */
export const unreadText = (unread: number): string => (unread > 99 ? '99+' : String(unread))
