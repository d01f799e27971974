/** What is asked for once and kept nowhere: no query, whose answers are kept on the device. */
import { useEffect, useState } from 'react'
import { ApiError } from './errors'

/** What is gone is not asked for again. */
export type Failure = 'gone' | 'failed'
const failureOf = (thrown: unknown): Failure =>
  thrown instanceof ApiError && thrown.code === 'NOT_FOUND' ? 'gone' : 'failed'

export interface Asked<T> {
  readonly data: T | undefined
  readonly failure: Failure | undefined
  readonly again: () => void
}

/** Asks anew whenever `ask` is another: give it one by `useCallback`. */
export const useAsked = <T>(ask: () => Promise<T>): Asked<T> => {
  const [data, setData] = useState<T>()
  const [failure, setFailure] = useState<Failure>()
  const [round, setRound] = useState(0)
  useEffect(() => {
    let shown = true
    setFailure(undefined)
    ask().then(
      (answer) => shown && setData(answer),
      (thrown: unknown) => shown && setFailure(failureOf(thrown)),
    )
    return () => {
      shown = false
    }
  }, [ask, round])
  return { data, failure, again: () => setRound((before) => before + 1) }
}
