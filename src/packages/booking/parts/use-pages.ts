/** A list that pages by itself: its first page as last known, the next when the end comes into sight. */
import { useEffect, useState } from 'react'
import { useReachBottom } from '@tarojs/taro'
import { api, type Appointment } from '../../../client/api'
import { asApiError, type ApiError } from '../../../client/errors'
import { preferences } from '../../../client/preferences'
import { useMine } from './queries'

interface Further {
  readonly items: readonly Appointment[]
  readonly next: string | undefined
}

export const usePages = (view: 'upcoming' | 'past', wanted: boolean) => {
  const first = useMine(view, wanted)
  const [further, setFurther] = useState<Further>()
  const [loading, setLoading] = useState(false)
  const [error, setError] = useState<ApiError>()
  // A fresh first page begins the list anew.
  useEffect(() => {
    setFurther(undefined)
    setError(undefined)
  }, [first.at, view])
  const next = further ? further.next : first.data?.next

  const more = async (): Promise<void> => {
    if (next === undefined || loading) return
    setLoading(true)
    setError(undefined)
    try {
      const page = await api.appointments.mine({ view, limit: 20, after: next })
      setFurther({ items: [...(further?.items ?? []), ...page.items], next: page.next })
    } catch (thrown) {
      setError(asApiError(thrown, preferences.getState().language))
    } finally {
      setLoading(false)
    }
  }
  useReachBottom(() => void more())
  return { first, further: further?.items ?? [], hasMore: next !== undefined, loading, error, more }
}
