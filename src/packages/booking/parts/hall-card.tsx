/** One hall to choose: its name, distance, hours now, address, and how busy it is today. */
import { View } from '@tarojs/components'
import type { MinuteOfDay } from '../../../../functions/core/pure/time'
import { useLanguage, useText } from '../../../messages'
import { booking } from '../../../messages/booking'
import { distanceText, rangeText, timeText } from '../../../messages/dates'
import { classes, Column, Icon, press, Row, Tag, Words, type IconName, type Tone } from '../../../ui'
import type { Hall } from '../model/answers'
import { loadOf, openingAt, type Load, type Opening } from '../model/halls'

const tones: Readonly<Record<Load, Tone>> = { closed: 'quiet', calm: 'ok', steady: 'warn', busy: 'danger' }

const Line = ({ icon, children }: { readonly icon: IconName; readonly children: string }) => (
  <View className="bk-fact-icon sb-s">
    <Icon name={icon} size="small" />
    <View className="grow">{children}</View>
  </View>
)

const useOpeningText = () => {
  const t = useText(booking)
  return (opening: Opening): string => {
    switch (opening.state) {
      case 'open':
        return t('hall.open', { time: timeText(opening.until) })
      case 'opens':
        return t('hall.opens', { time: timeText(opening.from) })
      case 'over':
        return t('hall.over')
      case 'closed':
        return t('hall.closed')
    }
  }
}

export const HallCard = ({
  hall,
  minute,
  nearest,
  onChoose,
}: {
  readonly hall: Hall
  /** Now, in minutes since midnight. */
  readonly minute: MinuteOfDay
  readonly nearest: boolean
  readonly onChoose: () => void
}) => {
  const t = useText(booking)
  const language = useLanguage()
  const openingText = useOpeningText()
  const load = loadOf(hall)
  const distance = hall.distance === undefined ? undefined : distanceText(hall.distance, language)
  const loadText = load === 'closed' ? t('hall.closed') : t(`hall.load.${load}`)
  const hours = hall.hours.map(({ from, to }) => rangeText(from, to)).join(language === 'en' ? ', ' : '、')
  return (
    <View role="listitem">
      <View
        id={`hall-${hall.id}`}
        className={classes('sb-card', nearest && 'next')}
        {...press({ onPress: onChoose })}
      >
        <Column gap={8}>
          <Row top gap={8}>
            <Column gap={4} grow>
              <Words as="h">{hall.name}</Words>
              {nearest && <Words as="brand">{t('hall.nearest')}</Words>}
            </Column>
            {distance ? (
              <Words as="b nowrap">{distance}</Words>
            ) : (
              <View className="sb-s">
                <Icon name="next" size="small" />
              </View>
            )}
          </Row>
          <Line icon="place">{hall.address}</Line>
          <Line icon="clock">{`${load === 'closed' ? '' : `${openingText(openingAt(hall, minute))} · `}${hall.hoursNote || hours}`}</Line>
          <Row gap={8} wrap start>
            <Tag tone={tones[load]}>{loadText}</Tag>
            {hall.load !== null && load !== 'closed' && (
              <View className="sb-s">{t('hall.loadPercent', { n: hall.load })}</View>
            )}
            <View className="sb-s">{t('hall.windows', { n: hall.windows })}</View>
          </Row>
          {hall.load !== null && load !== 'closed' && (
            <View className="bk-load" aria-hidden="true">
              <View className={classes('bk-load-fill', load)} style={{ width: `${hall.load}%` }} />
            </View>
          )}
        </Column>
      </View>
    </View>
  )
}
