/** What a number is about: what for, where, for whom, since when, and whether it was booked or goes first. */
import { minuteOf } from '../../../../functions/core/pure/time'
import type { QueueTicket } from '../../../client/own-numbers'
import { go, routes } from '../../../client/routes'
import { useLanguage, useText } from '../../../messages'
import { longDateText, timeText } from '../../../messages/dates'
import { Button, Card, Column, Fact } from '../../../ui'
import { texts } from '../messages'

export const NumberFacts = ({ it }: { readonly it: QueueTicket }) => {
  const t = useText(texts)
  const language = useLanguage()
  const { matterName, hallName, hallId, taxpayer, day, arrivedAt, start, priority, appointmentId } = it
  return (
    <Card id="facts">
      <Column gap={12}>
        <Fact label={t('number.matter')}>{matterName}</Fact>
        <Fact label={t('number.hall')}>{hallName}</Fact>
        {taxpayer && <Fact label={t('number.for')}>{taxpayer.name}</Fact>}
        <Fact label={t('number.arrived')}>
          {`${longDateText(day, language)} ${timeText(minuteOf(arrivedAt))}`}
        </Fact>
        {start !== undefined && (
          <Fact label={t('number.booked')}>{t('number.bookedAt', { time: timeText(start) })}</Fact>
        )}
        {priority && <Fact label={t('number.priority')}>{t('number.priorityYes')}</Fact>}
        <Button id="to-hall" kind="ghost" block onPress={() => void go(routes.hallNow(hallId))}>
          {t('toHall')}
        </Button>
        {appointmentId !== undefined && (
          <Button id="to-booking" kind="text" block onPress={() => void go(routes.ticket(appointmentId))}>
            {t('toBooking')}
          </Button>
        )}
      </Column>
    </Card>
  )
}
