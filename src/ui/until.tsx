/** Time until something, by the server's clock: days while there are, seconds in the last hour. For sub-packages alone. */
import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { DAY_MS, HOUR, MINUTE, type Instant } from '../../functions/core/pure/time'
import { useText } from '../messages'
import { texts } from '../messages/cases'
import { leftText } from '../messages/dates'
import { useLeft } from './countdown'
import { named, role } from './press'

/** Under an hour to the second; days and hours before. */
export const useLeftWords = () => {
  const t = useText(texts)
  return (left: number): string => {
    if (left < HOUR) return leftText(left)
    const days = Math.floor(left / DAY_MS)
    const hours = Math.floor((left % DAY_MS) / HOUR)
    const minutes = Math.floor((left % HOUR) / MINUTE)
    return days > 0 ? t('time.days', { days, hours }) : t('time.hours', { hours, minutes })
  }
}

export const Until = ({
  id,
  until,
  say,
  over,
  onEnd,
}: {
  readonly id: string
  readonly until: Instant
  readonly say: (left: string) => ReactNode
  readonly over: ReactNode
  readonly onEnd?: () => void
}) => {
  const left = useLeft(until, onEnd)
  const words = useLeftWords()
  return (
    <View {...named(id)} className="sb-num sb-b" {...role('timer')}>
      {left > 0 ? say(words(left)) : over}
    </View>
  )
}
