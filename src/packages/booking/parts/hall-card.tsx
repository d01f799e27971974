/** One hall to choose: its name, distance, hours now, address, and how busy it is: today, or when it opens next. */
import { View } from '@tarojs/components'
import { addDays, dayOf, type Day, type Instant } from '../../../../functions/core/pure/time'
import { go, routes } from '../../../client/routes'
import { useLanguage, useText } from '../../../messages'
import { texts } from '../messages'
import { distanceText, longDateText, nearDayText, rangeText, timeText } from '../../../messages/dates'
import { Button, classes, Column, Icon, press, Row, Tag, Words, type IconName, type Tone } from '../../../ui'
import type { Hall } from '../model/answers'
import { loadOf, openingAt, percentOf, type Load, type Opening } from '../model/halls'

const tones: Readonly<Record<Load, Tone>> = { calm: 'ok', steady: 'warn', busy: 'danger' }

const Line = ({ icon, children }: { readonly icon: IconName; readonly children: string }) => (
  <View className="bk-fact-icon sb-s">
    <Icon name={icon} size="small" />
    <View className="grow">{children}</View>
  </View>
)

/** 明天, or the date: a weekday alone may be one of two after a long holiday. */
const useDayText = (now: Instant) => {
  const language = useLanguage()
  return (day: Day): string =>
    day === addDays(dayOf(now), 1) ? nearDayText(day, dayOf(now), language) : longDateText(day, language)
}

const useOpeningText = (now: Instant) => {
  const t = useText(texts)
  const dayText = useDayText(now)
  return (hall: Hall, opening: Opening): string => {
    const shut = t(hall.openToday ? 'hall.over' : 'hall.closed')
    switch (opening.state) {
      case 'open':
        return t('hall.open', { time: timeText(opening.until) })
      case 'opens':
        return t('hall.opens', { time: timeText(opening.from) })
      case 'next':
        return t('hall.next', { shut, day: dayText(opening.day), time: timeText(opening.from) })
      case 'unknown':
        return t('hall.nextUnknown', { shut, why: opening.why.rule })
      case 'over':
      case 'closed':
        return shut
    }
  }
}

/** How full today is; after closing, how full the day is on which it opens next. */
const Fullness = ({
  hall,
  opening,
  now,
}: {
  readonly hall: Hall
  readonly opening: Opening
  readonly now: Instant
}) => {
  const t = useText(texts)
  const dayText = useDayText(now)
  const percent = percentOf(hall, opening)
  const day = opening.state === 'next' ? dayText(opening.day) : undefined
  const load = percent === null ? undefined : loadOf(percent)
  const words = (of: Load): string => (day ? t(`hall.dayLoad.${of}`, { day }) : t(`hall.load.${of}`))
  return (
    <>
      <Row gap={8} wrap start>
        {load ? (
          <Tag tone={tones[load]}>{words(load)}</Tag>
        ) : (
          <Tag tone="quiet">{t(hall.openToday ? 'hall.over' : 'hall.closed')}</Tag>
        )}
        {percent !== null && (
          <View className="sb-s">{t(day ? 'hall.booked' : 'hall.loadPercent', { n: percent })}</View>
        )}
        <View className="sb-s">{t('hall.windows', { n: hall.windows })}</View>
      </Row>
      {load && (
        <View className="bk-load" aria-hidden="true">
          <View className={classes('bk-load-fill', load)} style={{ width: `${percent ?? 0}%` }} />
        </View>
      )}
    </>
  )
}

/** Who waits there just now, and how long. */
const HowBusy = ({ hall }: { readonly hall: Hall }) => {
  const t = useText(texts)
  return (
    <Button
      id={`busy-${hall.id}`}
      kind="text"
      icon="clock"
      label={t('hall.howBusyAt', { hall: hall.name })}
      onPress={() => void go(routes.hallNow(hall.id))}
    >
      {t('hall.howBusy')}
    </Button>
  )
}

export const HallCard = ({
  hall,
  now,
  nearest,
  onChoose,
}: {
  readonly hall: Hall
  readonly now: Instant
  readonly nearest: boolean
  readonly onChoose: () => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const openingText = useOpeningText(now)
  const opening = openingAt(hall, now)
  const distance = hall.distance === undefined ? undefined : distanceText(hall.distance, language)
  const hours = hall.hours.map(({ from, to }) => rangeText(from, to)).join(language === 'en' ? ', ' : '、')
  return (
    <View role="listitem" className={classes('sb-card', nearest && 'next')}>
      <View id={`hall-${hall.id}`} {...press({ onPress: onChoose })}>
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
          <Line icon="clock">{`${openingText(hall, opening)} · ${hall.hoursNote || hours}`}</Line>
          <Fullness hall={hall} opening={opening} now={now} />
        </Column>
      </View>
      {(opening.state === 'open' || opening.state === 'opens') && <HowBusy hall={hall} />}
    </View>
  )
}
