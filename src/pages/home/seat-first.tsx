/** A seat that is offered to me, the one whose time ends first, and until when. Nothing while there is none. */
import { minuteOf } from '../../../functions/core/pure/time'
import { api } from '../../client/api'
import { go, routes } from '../../client/routes'
import { useNow } from '../../client/use-now'
import { useQuery } from '../../client/use-query'
import { WAITS, type Wait } from '../../client/waits'
import { useLanguage, useText } from '../../messages'
import { longDateText, rangeText, timeText } from '../../messages/dates'
import { Button, Card, Column, Words } from '../../ui'
import { texts } from './messages'
import { upcomingAnswered } from './upcoming'

const OFFERS = `${WAITS}s:home`

type Offer = Pick<Wait, 'id' | 'day' | 'start' | 'end' | 'hallName'> & { readonly until: number }

/** No more of it than the card shows is kept on the device. */
const offers = async (): Promise<readonly Offer[]> => {
  await upcomingAnswered()
  const { items } = await api.waitlist.mine({ limit: 20 })
  return items
    .flatMap(({ id, day, start, end, hallName, state, offerUntil }): readonly Offer[] =>
      state === 'offered' && offerUntil !== undefined
        ? [{ id, day, start, end, hallName, until: offerUntil }]
        : [],
    )
    .sort((a, b) => a.until - b.until)
}

export const SeatFirst = () => {
  const t = useText(texts)
  const language = useLanguage()
  const now = useNow()
  const known = useQuery(OFFERS, offers).data ?? []
  const it = known.find(({ until }) => until > now)
  if (!it) return null
  return (
    <Card id="next-seat" next>
      <Column gap={8}>
        <Words as="s">{t('next')}</Words>
        <Words as="h" level={2}>
          {t('seat.offered')}
        </Words>
        <Words>{`${longDateText(it.day, language)} ${rangeText(it.start, it.end)}`}</Words>
        <Words as="s">{it.hallName}</Words>
        <Words as="warn">{t('seat.by', { time: timeText(minuteOf(it.until)) })}</Words>
        <Button id="next-seat-go" onPress={() => void go(routes.wait(it.id))}>
          {t('seat.go')}
        </Button>
      </Column>
    </Card>
  )
}
