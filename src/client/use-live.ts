/** Looks again while its page is in sight: never all phones at one moment, and less and less often while nothing comes of it. */
import { useEffect, useRef, useState } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'

export interface Pace {
  /** Milliseconds until the first look, and at most between two. */
  readonly firstMs: number
  readonly mostMs: number
  /** So many times longer each time. */
  readonly growth: number
  /** Then one asks by hand. */
  readonly times: number
}

/** Of what may come at any time: 21 looks in the first quarter of an hour, then one a minute. */
export const CALM: Pace = { firstMs: 5_000, mostMs: 60_000, growth: 1.4, times: Infinity }
/** Of what is going on now: each three seconds, for a quarter of an hour. */
export const STEADY: Pace = { firstMs: 3_000, mostMs: 3_000, growth: 1, times: 300 }

/** Milliseconds before look number `time` (from 0), a fifth more or less by `chance` (0 to 1). */
export const waitBefore = ({ firstMs, mostMs, growth }: Pace, time: number, chance: number): number =>
  Math.min(firstMs * growth ** time, mostMs) * (0.8 + 0.4 * chance)

/** A browser's tab may be behind others. */
const inSight = (): boolean =>
  (globalThis as { readonly document?: { readonly hidden?: boolean } }).document?.hidden !== true

/**
 * @param of what was seen last: another begins anew, soon
 * @param look never rejects, as a query's `refetch`
 */
export const useLive = (
  look: () => Promise<void>,
  { on, of, pace = CALM }: { readonly on: boolean; readonly of?: unknown; readonly pace?: Pace },
): void => {
  const asked = useRef(look)
  asked.current = look
  const [shown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  useEffect(() => {
    if (!on || !shown) return undefined
    let ended = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const plan = (time: number): void => {
      if (ended || time >= pace.times) return
      timer = setTimeout(
        () => {
          void (inSight() ? asked.current() : Promise.resolve()).then(() => plan(time + 1))
        },
        waitBefore(pace, time, Math.random()),
      )
    }
    plan(0)
    return () => {
      ended = true
      clearTimeout(timer)
    }
  }, [on, shown, of, pace])
}
