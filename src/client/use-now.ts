/** The server's time as a screen sees it: again every half minute, whenever the page is shown, and when it is put right. */
import { useCallback, useEffect, useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import type { Instant } from '../../functions/core/pure/time'
import { leadStore, serverNow } from './server-time'

const EVERY_MS = 30_000

/** The instant, and a way to look at the clock again at once. */
export const useClock = (): readonly [now: Instant, look: () => void] => {
  const [now, setNow] = useState(serverNow)
  const look = useCallback(() => setNow(serverNow()), [])
  useDidShow(look)
  useEffect(() => {
    const timer = setInterval(look, EVERY_MS)
    const stopListening = leadStore.subscribe(look)
    return () => {
      clearInterval(timer)
      stopListening()
    }
  }, [look])
  return [now, look]
}

export const useNow = (): Instant => useClock()[0]
