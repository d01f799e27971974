/** The bar under the times: the seat that is kept and for how long, and the way on. */
import { View } from '@tarojs/components'
import { useClock } from '../../../client/use-now'
import { useLanguage, useText } from '../../../messages'
import { texts } from '../messages'
import { rangeText, weekdayText } from '../../../messages/dates'
import { BottomBar, Button, Words } from '../../../ui'
import type { Appointment } from '../model/answers'
import { HeldClock } from './held-clock'
import type { Seat } from './use-seat'

export const SeatBar = ({
  seat,
  onConfirm,
  onAgain,
}: {
  readonly seat: Seat
  readonly onConfirm: () => void
  readonly onAgain: (lapsed: Appointment) => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const [now, look] = useClock()
  const { held, waiting } = seat
  if (waiting !== undefined)
    return (
      <BottomBar>
        <View className="bk-bar-text" role="status" aria-live="polite">
          {t('slot.keeping')}
        </View>
        <Button id="confirm" loading>
          {t('slot.next')}
        </Button>
      </BottomBar>
    )
  if (!held)
    return (
      <BottomBar>
        <View className="bk-bar-text sb-s">{t('slot.choose')}</View>
        <Button id="confirm" disabled>
          {t('slot.next')}
        </Button>
      </BottomBar>
    )
  const time = `${weekdayText(held.day, language)} ${rangeText(held.start, held.end)}`
  if (held.heldUntil === undefined || held.heldUntil <= now) {
    return (
      <BottomBar>
        <View className="bk-bar-text">
          <Words as="h">{time}</Words>
          <Words as="warn" live>
            {t('slot.lapsed')}
          </Words>
        </View>
        <Button id="again" onPress={() => onAgain(held)}>
          {t('slot.again')}
        </Button>
      </BottomBar>
    )
  }
  return (
    <BottomBar>
      <View className="bk-bar-text">
        <Words as="h">{time}</Words>
        <HeldClock until={held.heldUntil} onEnd={look} />
      </View>
      <Button id="confirm" onPress={onConfirm}>
        {t('slot.next')}
      </Button>
    </BottomBar>
  )
}
