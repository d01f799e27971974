/** React's view of the draft on the server: when it was saved, what went wrong, and saving it now. */
import { useEffect, useRef, useState } from 'react'
import { useDidHide, useUnload } from '@tarojs/taro'
import type { Instant } from '../../../../functions/core/pure/time'
import { api } from '../../../client/api'
import { asApiError, type ApiError } from '../../../client/errors'
import { preferences } from '../../../client/preferences'
import { invalidate } from '../../../client/queries'
import type { DraftWish } from '../model/answers'
import { createKeeper, type Keeper, type Kept } from '../model/keeper'
import { REFUNDS } from './queries'

export type Wish = Omit<DraftWish, 'draftId'>

export interface Begun {
  readonly kept: Kept
  /** What the server has; absent where that is not known. */
  readonly wish?: Wish | undefined
}

export interface Drafting {
  readonly kept: () => Kept | undefined
  readonly savedAt: Instant | undefined
  readonly saving: boolean
  readonly error: ApiError | undefined
  /** Its id, once everything is on the server; undefined when that failed, and `error` says why. */
  readonly save: (wish: Wish) => Promise<string | undefined>
  /** It is gone from the server: what is here is kept as a new one. */
  readonly saveAnew: (wish: Wish) => Promise<string | undefined>
}

const isUnsure = (thrown: unknown): boolean => asApiError(thrown, preferences.getState().language).retry

const newKeeper = (begun: Begun | undefined): Keeper<Wish> =>
  createKeeper<Wish>({
    begun,
    isUnsure,
    send: (wish, draftId, key) =>
      api.refunds.saveDraft({ ...wish, ...(draftId === undefined ? {} : { draftId }) }, { key }),
  })

/** @param leaving what is to be saved when the page is left; undefined: nothing worth it, or handed in already */
export const useDraft = (begun: Begun | undefined, leaving: () => Wish | undefined): Drafting => {
  const [keeper] = useState(() => newKeeper(begun))
  const [savedAt, setSavedAt] = useState(begun?.kept.at)
  const [under, setUnder] = useState(0)
  const [error, setError] = useState<ApiError>()
  const save = async (wish: Wish): Promise<string | undefined> => {
    setUnder((before) => before + 1)
    try {
      const { id, at } = await keeper.save(wish)
      setSavedAt(at)
      setError(undefined)
      invalidate(`${REFUNDS}drafts`)
      return id
    } catch (thrown) {
      setError(asApiError(thrown, preferences.getState().language))
      return undefined
    } finally {
      setUnder((before) => before - 1)
    }
  }
  const latest = useRef({ save, leaving })
  useEffect(() => {
    latest.current = { save, leaving }
  })
  const leave = (): void => {
    const wish = latest.current.leaving()
    if (wish && keeper.isDirty(wish)) void latest.current.save(wish)
  }
  useDidHide(leave)
  useUnload(leave)
  return {
    kept: keeper.kept,
    savedAt,
    saving: under > 0,
    error,
    save,
    saveAnew: (wish) => {
      keeper.lose()
      return save(wish)
    },
  }
}
