/** Time that runs out, told every second to the eye and every minute to the ear. */
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { leadStore, serverNow } from '../client/server-time'
import type { Instant } from '../../functions/core/pure/time'
import { leftText } from '../messages/dates'
import { named, role } from './press'

/** Milliseconds left until `until` by the server's time, counted each second; `onEnd` once. */
export const useLeft = (until: Instant | undefined, onEnd?: () => void): number => {
  const [now, setNow] = useState(serverNow)
  const end = useRef(onEnd)
  useEffect(() => {
    end.current = onEnd
  })
  useEffect(() => {
    if (until === undefined) return undefined
    let over = false
    const tick = (): void => {
      const at = serverNow()
      setNow(at)
      if (at < until || over) return
      over = true
      clearInterval(timer)
      end.current?.()
    }
    const timer = setInterval(tick, 1000)
    const stopListening = leadStore.subscribe(tick)
    tick()
    return () => {
      clearInterval(timer)
      stopListening()
    }
  }, [until])
  return until === undefined ? 0 : Math.max(0, until - now)
}

/** @example <Countdown until={held.heldUntil} say={(left) => t('heldFor', { left })} /> */
export const Countdown = ({
  id,
  until,
  say,
  onEnd,
}: {
  readonly id?: string
  readonly until: Instant
  readonly say: (left: string) => ReactNode
  readonly onEnd?: () => void
}) => {
  const left = useLeft(until, onEnd)
  return (
    <View {...named(id)} className={left < 60_000 ? 'sb-danger sb-num' : 'sb-warn sb-num'} {...role('timer')}>
      {say(leftText(left))}
    </View>
  )
}
