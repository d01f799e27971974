/** React's view of a mutation: one key for one intention, busy while it runs, its error until the next try. */
import { useRef, useState } from 'react'
import { preferences } from './preferences'
import { asApiError, needsSignIn, type ApiError } from './errors'
import { createIntention } from './intention'
import { personNow } from './session'
import { useSignedIn } from './use-signed-in'

export interface Action<I, O> {
  /** Runs it; a second tap while it runs does nothing. Answers undefined when it failed. */
  readonly run: (input: I) => Promise<O | undefined>
  readonly busy: boolean
  readonly error: ApiError | undefined
  readonly clear: () => void
}

/** @example const book = useAction((input: Wish, key) => api.appointments.book(input, { key })) */
export const useAction = <I, O>(send: (input: I, key: string) => Promise<O>): Action<I, O> => {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError>()
  const intention = useRef<ReturnType<typeof createIntention>>()
  const running = useRef(false)
  const run = async (input: I): Promise<O | undefined> => {
    if (running.current) return undefined
    running.current = true
    intention.current ??= createIntention()
    const person = personNow()
    setBusy(true)
    setError(undefined)
    try {
      const output = await send(input, intention.current.keyFor(input))
      intention.current.settle()
      // Whoever has signed in since must not be shown what it did for somebody else.
      return person === undefined || person === personNow() ? output : undefined
    } catch (thrown) {
      const failure = asApiError(thrown, preferences.getState().language)
      if (!failure.retry) intention.current.settle()
      setError(failure)
      return undefined
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  // Whoever has signed in since has done what this error asked for.
  const undone = useSignedIn() && error !== undefined && needsSignIn(error.code)
  return { run, busy, error: undone ? undefined : error, clear: () => setError(undefined) }
}
