/** The time when the page was last shown: what depends on the day is right again the next morning. */
import { useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import type { Instant } from '../../functions/core/pure/time'

export const useNow = (): Instant => {
  const [now, setNow] = useState(() => Date.now())
  useDidShow(() => setNow(Date.now()))
  return now
}
