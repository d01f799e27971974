/** React's view of a hall's board: told by the server or asked for while the page is in sight, and known to be stale when it is. */
import { useEffect, useMemo, useState } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useStore } from 'zustand'
import type { Instant } from '../../../../../functions/core/pure/time'
import { leadStore, serverNow } from '../../../../client/server-time'
import { useLive, type Pace } from '../../../../client/use-live'
import { useLanguage } from '../../../../messages'
import { createBoardFeed, staleSince, type FeedState } from '../../model/board-feed'

/** A call is on the wall within two seconds, its answer's way included. */
const ASKING: Pace = { firstMs: 1_500, mostMs: 1_500, growth: 1, times: Infinity }
/** The server tells by itself: this is only to know that it still does. */
const BESIDE_STREAM: Pace = { firstMs: 5_000, mostMs: 5_000, growth: 1, times: Infinity }
/** Even when no answer comes at all the page looks at the clock. */
const TICK_MS = 2_000

export interface SeenBoard extends FeedState {
  readonly now: Instant
  /** Since when nothing was heard; undefined while the board is of now. */
  readonly stale: Instant | undefined
  readonly look: () => void
}

export const useBoard = (hallId: string): SeenBoard => {
  const language = useLanguage()
  // The hall's name comes in the language asked for.
  const feed = useMemo(() => createBoardFeed(hallId, language), [hallId, language])
  const state = useStore(feed.store)
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    void feed.look()
  }, [feed])
  const [shown, setShown] = useState(true)
  useDidShow(() => {
    setShown(true)
    void feed.look()
  })
  useDidHide(() => setShown(false))
  useEffect(() => (shown ? feed.listen() : undefined), [feed, shown])
  useLive(feed.look, { on: true, of: feed, pace: state.streaming ? BESIDE_STREAM : ASKING })
  useEffect(() => {
    const look = (): void => setNow(serverNow())
    const timer = setInterval(look, TICK_MS)
    const stopListening = leadStore.subscribe(look)
    return () => {
      clearInterval(timer)
      stopListening()
    }
  }, [])
  return { ...state, now, stale: staleSince(state.heardAt, now), look: () => void feed.look() }
}
