/** A query that is kept nowhere: for what an officer reads of somebody. Asked when shown, and shown again. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import { useLanguage } from '../messages'
import { asApiError, type ApiError } from './errors'
import { preferences } from './preferences'
import { serverNow } from './server-time'
import type { Fetched } from './use-query'
import { usePerson, useSignedIn } from './use-signed-in'

interface Known<T> {
  /** What was asked, of whom: another question's answer is none. */
  readonly of: string
  readonly data: T | undefined
  readonly at: number | undefined
  readonly error: ApiError | undefined
}

/**
 * As `useQuery` for a page, its last answer only while the page is there.
 * @param name says what is asked: another name is another question
 */
export const useFresh = <T>(name: string, fetch: () => Promise<T>): Fetched<T> => {
  const signedIn = useSignedIn()
  // Another language or another person is another question.
  const of = `${usePerson() ?? ''}|${useLanguage()}|${name}`
  const nothing: Known<T> = { of, data: undefined, at: undefined, error: undefined }
  const [state, setState] = useState<Known<T>>(nothing)
  const [loading, setLoading] = useState(false)
  const known = state.of === of ? state : nothing
  const asking = useRef({ of, fetch })
  asking.current = { of, fetch }
  const turn = useRef(0)
  const refetch = useCallback(async (): Promise<void> => {
    const mine = (turn.current += 1)
    const asked = asking.current
    const late = (): boolean => mine !== turn.current || asking.current.of !== asked.of
    setLoading(true)
    try {
      const data = await asked.fetch()
      if (!late()) setState({ of: asked.of, data, at: serverNow(), error: undefined })
    } catch (thrown) {
      const error = asApiError(thrown, preferences.getState().language)
      if (!late())
        setState((before) => ({
          ...(before.of === asked.of ? before : { of: asked.of, data: undefined, at: undefined }),
          error,
        }))
    } finally {
      if (!late()) setLoading(false)
    }
  }, [])
  useEffect(() => {
    if (signedIn) void refetch()
  }, [signedIn, of, refetch])
  const shown = useRef(false)
  useDidShow(() => {
    // The first time it is asked as it is mounted.
    if (shown.current && signedIn) void refetch()
    shown.current = true
  })
  return {
    data: known.data,
    at: known.at,
    error: known.error,
    loading: loading || (signedIn && known.data === undefined && !known.error),
    signedOut: !signedIn,
    stale: known.error !== undefined && known.data !== undefined,
    refetch,
    set: (data) => setState({ of, data, at: serverNow(), error: undefined }),
  }
}
