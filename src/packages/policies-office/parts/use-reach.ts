/** How many an audience has now: asked a moment after it was last changed, never for one that has changed since. */
import { useEffect, useState } from 'react'
import { api } from '../../../client/api'
import { asApiError, type ApiError } from '../../../client/errors'
import { preferences } from '../../../client/preferences'
import type { Audience, Reach } from '../model/answers'

/** As one goes on choosing nothing is asked. */
const REST_MS = 400

export interface Counted {
  readonly reach: Reach | undefined
  readonly error: ApiError | undefined
  readonly again: () => void
}

interface Known {
  readonly of: string
  readonly reach?: Reach
  readonly error?: ApiError
}

export const useReach = (hallId: string, audience: Audience): Counted => {
  const [known, setKnown] = useState<Known>()
  const [round, setRound] = useState(0)
  // The same values are the same audience, whatever object they stand in.
  const of = JSON.stringify([hallId, audience])
  useEffect(() => {
    let wanted = true
    const count = async (): Promise<void> => {
      const [hall, values] = JSON.parse(of) as [string, Audience]
      try {
        const reach = await api.policies.reach({ hallId: hall, audience: values })
        if (wanted) setKnown({ of, reach })
      } catch (thrown) {
        if (wanted) setKnown({ of, error: asApiError(thrown, preferences.getState().language) })
      }
    }
    const timer = setTimeout(() => void count(), REST_MS)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [of, round])
  const now = known?.of === of ? known : undefined
  return {
    reach: now?.reach,
    error: now?.error,
    again: () => {
      setKnown(undefined)
      setRound((before) => before + 1)
    },
  }
}
