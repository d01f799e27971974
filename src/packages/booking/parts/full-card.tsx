/** A time that is taken: why, and what is free nearby, today and on other days. */
import { View } from '@tarojs/components'
import { useLanguage, useText } from '../../../messages'
import { texts } from '../messages'
import { longDateText, timeText } from '../../../messages/dates'
import { Button, Card, Column, Words } from '../../../ui'
import type { DayRow, SlotRow } from '../model/answers'
import { nearestFree } from '../model/slots'
import { NearTime } from './near-time'
import { Rule } from './rules'

export const OtherDays = ({
  days,
  onDay,
}: {
  readonly days: readonly DayRow[]
  readonly onDay: (day: string) => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  if (days.length === 0) return null
  return (
    <Column gap={8}>
      <Words as="s">{t('slot.otherDays')}</Words>
      <View className="bk-near">
        {days.map(({ day, left }) => (
          <NearTime
            key={day}
            id={`near-day-${day}`}
            when={longDateText(day, language)}
            note={t('slot.left', { n: left })}
            onPress={() => onDay(day)}
          />
        ))}
      </View>
    </Column>
  )
}

export const FullCard = ({
  slot,
  slots,
  days,
  onSlot,
  onDay,
  onOtherHall,
  onWait,
}: {
  readonly slot: SlotRow
  readonly slots: readonly SlotRow[]
  /** Later days with seats. */
  readonly days: readonly DayRow[]
  readonly onSlot: (start: number) => void
  readonly onDay: (day: string) => void
  readonly onOtherHall?: (() => void) | undefined
  /** To the line of this time; absent on a day that cannot be booked. */
  readonly onWait?: (() => void) | undefined
}) => {
  const t = useText(texts)
  const near = nearestFree(slots, slot.start)
  const time = timeText(slot.start)
  const title =
    slot.state === 'closed'
      ? t('slot.stoppedAt', { time })
      : slot.state === 'blocked'
        ? t('slot.blockedAt', { time })
        : t('slot.full', { time })
  return (
    <Card id="full" next>
      <Column gap={12}>
        <Words as="b" live>
          {title}
        </Words>
        {slot.why && <Rule rule={slot.why} />}
        {near.length === 0 ? (
          <Words as="s">{t('slot.fullDay')}</Words>
        ) : (
          <Column gap={8}>
            <Words as="s">{t('slot.fullWay')}</Words>
            <View className="bk-near">
              {near.map(({ start, left }) => (
                <NearTime
                  key={start}
                  id={`near-${start}`}
                  when={timeText(start)}
                  note={t('slot.left', { n: left.online })}
                  onPress={() => onSlot(start)}
                />
              ))}
            </View>
          </Column>
        )}
        {slot.state === 'full' && onWait && (
          <Column gap={8}>
            <Words as="s">{t('wait.lead')}</Words>
            <Button id="join-line" kind={near.length === 0 ? 'primary' : 'ghost'} onPress={onWait}>
              {t('wait.go')}
            </Button>
          </Column>
        )}
        <OtherDays days={days} onDay={onDay} />
        {slot.state === 'full' && (
          <Words as="s">
            {t('slot.walkInLeft', { walkIn: slot.left.walkIn, priority: slot.left.priority })}
          </Words>
        )}
        {onOtherHall && (
          <Button id="other-hall" kind="text" onPress={onOtherHall}>
            {t('change.hall')}
          </Button>
        )}
      </Column>
    </Card>
  )
}
