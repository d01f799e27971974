/** "Kept for you 09:42": every second to the eye, at a few marks to the ear. */
import { View } from '@tarojs/components'
import type { Instant } from '../../../../functions/core/pure/time'
import { useText } from '../../../messages'
import { texts } from '../messages'
import { leftText } from '../../../messages/dates'
import { useLeft } from '../../../ui'
import { isUrgent, spokenMark } from '../model/countdown'

export const HeldClock = ({ until, onEnd }: { readonly until: Instant; readonly onEnd: () => void }) => {
  const t = useText(texts)
  const left = useLeft(until, onEnd)
  const seconds = Math.ceil(left / 1000)
  const mark = spokenMark(seconds)
  const spoken =
    mark === undefined || mark === 0
      ? ''
      : mark >= 60
        ? t('slot.keptSpoken', { n: mark / 60 })
        : t('slot.keptSeconds', { n: mark })
  return (
    <View id="held-clock">
      <View
        className={isUrgent(seconds) ? 'sb-danger sb-num' : 'sb-warn sb-num'}
        role="timer"
        aria-live="off"
      >
        {t('slot.kept', { clock: leftText(left) })}
      </View>
      <View className="sb-hidden" role="status" aria-live="polite">
        {spoken}
      </View>
    </View>
  )
}
