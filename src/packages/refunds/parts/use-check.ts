/** What the server finds of what is filled in, a moment after the last change: it knows what is owed. Nothing of it is kept. */
import { useEffect, useState } from 'react'
import { api } from '../../../client/api'
import { asApiError, type ApiError } from '../../../client/errors'
import { preferences } from '../../../client/preferences'
import { useLanguage } from '../../../messages'
import type { CheckShown, CheckWish } from '../model/answers'

/** After the last change, milliseconds. */
const PAUSE = 500

interface State {
  readonly of: string
  readonly check?: CheckShown
  readonly error?: ApiError
}

export interface Checked {
  /** The last that was found; of what was filled in then. */
  readonly check: CheckShown | undefined
  readonly error: ApiError | undefined
  /** It is of what is filled in now. */
  readonly fresh: boolean
  readonly again: () => void
}

/** No wish, no question. */
export const useCheck = (wish: CheckWish | undefined): Checked => {
  const language = useLanguage()
  const asked = wish && JSON.stringify(wish)
  const of = asked && `${language}|${asked}`
  const [state, setState] = useState<State>()
  const [round, setRound] = useState(0)
  useEffect(() => {
    if (asked === undefined || of === undefined) return undefined
    let wanted = true
    const timer = setTimeout(() => {
      api.refunds.check(JSON.parse(asked) as CheckWish).then(
        ({ check }) => wanted && setState({ of, check }),
        (thrown: unknown) =>
          wanted && setState({ of, error: asApiError(thrown, preferences.getState().language) }),
      )
    }, PAUSE)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [asked, of, round])
  const known = of === undefined ? undefined : state
  return {
    check: known?.check,
    error: known?.of === of ? known?.error : undefined,
    fresh: known !== undefined && known.of === of,
    again: () => setRound((before) => before + 1),
  }
}
