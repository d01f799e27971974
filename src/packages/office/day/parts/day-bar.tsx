/** Which hall, which day. */
import { Picker, View } from '@tarojs/components'
import { addDays } from '../../../../../functions/core/pure/time'
import { useLanguage, useText } from '../../../../messages'
import { texts } from '../../messages'
import { longDateText, nearDayText } from '../../../../messages/dates'
import { Button, Icon, press, Segmented, Words } from '../../../../ui'
import type { OfficeHall } from './queries'

/** More than three do not fit side by side. */
const SIDE_BY_SIDE = 3

const HallChoice = ({
  halls,
  hall,
  onHall,
}: {
  readonly halls: readonly OfficeHall[]
  readonly hall: OfficeHall
  readonly onHall: (id: string) => void
}) => {
  const t = useText(texts)
  if (halls.length === 1)
    return (
      <Words as="h" level={2}>
        {hall.name}
      </Words>
    )
  if (halls.length <= SIDE_BY_SIDE)
    return (
      <Segmented
        id="hall"
        label={t('hall')}
        value={hall.id}
        onChange={onHall}
        choices={halls.map(({ id, name }) => ({ value: id, text: name }))}
      />
    )
  return (
    <Picker
      mode="selector"
      range={halls.map(({ name }) => name)}
      value={halls.indexOf(hall)}
      onChange={(event) => onHall(halls[Number(event.detail.value)]?.id ?? hall.id)}
    >
      <View id="hall" className="sb-btn ghost" {...press({ label: `${t('hall')} ${hall.name}` })}>
        {hall.name}
        <Icon name="down" size="small" />
      </View>
    </Picker>
  )
}

export const DayBar = ({
  halls,
  hall,
  day,
  today,
  onHall,
  onDay,
}: {
  readonly halls: readonly OfficeHall[]
  readonly hall: OfficeHall
  readonly day: string
  readonly today: string
  readonly onHall: (id: string) => void
  readonly onDay: (day: string) => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const near = nearDayText(day, today, language)
  const long = longDateText(day, language)
  return (
    <View className="sb-card of-bar no-print">
      <View className="of-bar-hall">
        <HallChoice halls={halls} hall={hall} onHall={onHall} />
      </View>
      <View className="of-bar-day">
        <Button
          id="previous-day"
          kind="text"
          label={t('previousDay')}
          onPress={() => onDay(addDays(day, -1))}
        >
          <Icon name="back" />
        </Button>
        <View id="day" className="grow sb-center" role="status" aria-live="polite">
          <Words as="h num nowrap">{long}</Words>
          {!long.includes(near) && <Words as="s">{near}</Words>}
        </View>
        <Button id="next-day" kind="text" label={t('nextDay')} onPress={() => onDay(addDays(day, 1))}>
          <Icon name="next" />
        </Button>
        {day !== today && (
          <Button id="today" kind="text" onPress={() => onDay(today)}>
            {t('today')}
          </Button>
        )}
      </View>
    </View>
  )
}
