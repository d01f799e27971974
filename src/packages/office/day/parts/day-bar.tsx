/** Which hall, which day. */
import { View } from '@tarojs/components'
import { addDays } from '../../../../../functions/core/pure/time'
import { useLanguage, useText } from '../../../../messages'
import { texts } from '../../messages'
import { longDateText, nearDayText } from '../../../../messages/dates'
import { Button, Icon, Words } from '../../../../ui'
import { HallChoice } from '../../../../ui/hall-choice'
import type { OfficeHall } from '../../../../client/halls-on-duty'

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
        <HallChoice label={t('hall')} halls={halls} hall={hall} onHall={onHall} />
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
