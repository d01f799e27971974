/** Time until something, by the server's clock: days while there are, seconds in the last hour. */
import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { Instant } from '../../../../functions/core/pure/time'
import { named, role, useLeft } from '../../../ui'
import { useLeftWords } from './words'

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
