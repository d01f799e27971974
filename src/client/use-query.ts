/** React's view of a query: fetched when shown, and shown again. */
import { useEffect } from 'react'
import { useDidShow } from '@tarojs/taro'
import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import { useLanguage } from '../messages'
import { isPersonal, queryOf, type Query, type QueryState } from './queries'
import { sessionStore } from './session'
import { useSignedIn } from './use-signed-in'

export interface Fetched<T> extends QueryState<T> {
  /** It is a personal one and nobody is signed in: there is nothing to wait for. */
  readonly signedOut: boolean
  /** The last fetch failed: `data`, when there is some, is of `at`. */
  readonly stale: boolean
  readonly refetch: () => Promise<void>
  readonly set: (data: T) => void
}

const NONE: Query<unknown> = {
  store: createStore<QueryState<unknown>>()(() => ({
    data: undefined,
    error: undefined,
    loading: false,
    at: undefined,
  })),
  refetch: () => Promise.resolve(),
  set: () => undefined,
}

/**
 * Reads under a name, from the cache first. Fetches on mount and whenever the page is shown again. No name, no fetch;
 * a name that begins with `my:` is fetched only when somebody is signed in.
 * @example const halls = useQuery('halls', () => api.appointments.halls({}))
 */
export const useQuery = <T>(name: string | undefined, fetch: () => Promise<T>): Fetched<T> => {
  // Another language or another person is another query of the same name.
  useLanguage()
  useStore(sessionStore, (state) => state.session)
  const signedIn = useSignedIn()
  const signedOut = name !== undefined && isPersonal(name) && !signedIn
  const query = name === undefined || signedOut ? (NONE as Query<T>) : queryOf(name, fetch)
  const state = useStore(query.store)
  useEffect(() => {
    void query.refetch()
  }, [query])
  useDidShow(() => {
    void query.refetch()
  })
  const known = state.data !== undefined
  return {
    ...state,
    loading: state.loading || (name !== undefined && !signedOut && !known && !state.error),
    signedOut,
    stale: state.error !== undefined && known,
    refetch: query.refetch,
    set: query.set,
  }
}
