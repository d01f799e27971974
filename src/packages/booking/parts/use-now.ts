/** The present as a screen sees it: again every half minute, and whenever the page is shown. */
import { useEffect, useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import type { Instant } from '../../../../functions/core/pure/time'

const EVERY_MS = 30_000

/** The instant, and a way to look at the clock again at once. */
export const useNow = (): readonly [now: Instant, look: () => void] => {
  const [now, setNow] = useState(() => Date.now())
  const look = (): void => setNow(Date.now())
  useDidShow(look)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return [now, look]
}
