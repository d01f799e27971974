/** On the day, on its ticket: a booking's number by one's position or at the door, and the number once it is there. */
import { minuteOf, type Instant } from '../../../../functions/core/pure/time'
import { api, type Appointment, type Input } from '../../../client/api'
import type { ApiError } from '../../../client/errors'
import { useHallNow, type HallNow } from '../../../client/hall-now'
import { numbersChanged, useNumbers } from '../../../client/own-numbers'
import { go, routes } from '../../../client/routes'
import { useAction } from '../../../client/use-action'
import { useText } from '../../../messages'
import { timeText } from '../../../messages/dates'
import { Button, Card, Column, Note, Words } from '../../../ui'
import { Arrival } from '../../../ui/arrival'
import { NumberCard } from '../../../ui/number-card'
import { texts } from '../messages'
import { arrivalOf, instantIn, isTheDay } from '../model/arrive'

/** Another way to be served today. */
const WalkIn = ({ it }: { readonly it: Appointment }) => {
  const t = useText(texts)
  return (
    <Button id="walk-in" kind="ghost" block onPress={() => void go(routes.hallNow(it.hallId, it.matter))}>
      {t('arrive.walkIn')}
    </Button>
  )
}

const Busy = ({ it }: { readonly it: Appointment }) => {
  const t = useText(texts)
  return (
    <Button id="how-busy" kind="text" block onPress={() => void go(routes.hallNow(it.hallId))}>
      {t('hall.howBusy')}
    </Button>
  )
}

/** Refusals after which this booking gives no number any more. */
const OVER: readonly string[] = ['TOO_LATE', 'WRONG_DAY', 'NOT_STANDING']

const useProblem = () => {
  const t = useText(texts)
  return (error: ApiError | undefined): string | undefined => {
    const from = error?.code === 'TOO_EARLY' ? instantIn(error.data, 'from') : undefined
    return from === undefined ? error?.message : t('arrive.early', { time: timeText(minuteOf(from)) })
  }
}

const ByPhone = ({ it }: { readonly it: Appointment }) => {
  const t = useText(texts)
  const problemOf = useProblem()
  const arrive = useAction((wish: Input<'queue', 'arrive'>, key) => api.queue.arrive(wish, { key }))
  const start = async (wish: Input<'queue', 'arrive'>): Promise<void> => {
    const done = await arrive.run(wish)
    // It may have its number already, from the door: it is shown then.
    numbersChanged()
    if (done) void go(routes.queueTicket(done.ticket.id))
  }
  return (
    <>
      <Arrival
        id="arrive"
        text={t('arrive.go')}
        busy={arrive.busy}
        problem={problemOf(arrive.error)}
        onGo={(position, priority) => void start({ appointmentId: it.id, position, priority })}
      >
        {arrive.error && OVER.includes(arrive.error.code) && <WalkIn it={it} />}
      </Arrival>
      <Words as="s">{t('arrive.orDoor')}</Words>
    </>
  )
}

/** `hall` is undefined when nobody knows how it stands: the door is always right. */
const Way = ({ it, hall }: { readonly it: Appointment; readonly hall: HallNow | undefined }) => {
  const t = useText(texts)
  if (hall?.state === 'stopped')
    return (
      <Note tone="danger" icon="warn">
        <Words id="arrive-stopped">{t('arrive.stopped')}</Words>
      </Note>
    )
  return hall?.byPosition === true ? <ByPhone it={it} /> : <Words>{t('arrive.door')}</Words>
}

export const Arrive = ({ it, now }: { readonly it: Appointment; readonly now: Instant }) => {
  const t = useText(texts)
  const today = isTheDay(it, now)
  const numbers = useNumbers(today)
  const arrival = arrivalOf(it, numbers.data?.items, now)
  const hall = useHallNow(arrival.kind === 'now' ? it.hallId : undefined)
  // What is not known yet is not guessed: a number may be there, and the hall may go by position.
  if ([numbers, hall].some(({ data, loading }) => data === undefined && loading)) return null
  switch (arrival.kind) {
    case 'none':
      return today && now < it.checkInFrom ? <Busy it={it} /> : null
    case 'ticketed':
      return <NumberCard it={arrival.number} />
    case 'late':
      return (
        <Card id="arrive-late">
          <Column gap={12}>
            <Words>{t('arrive.late')}</Words>
            <WalkIn it={it} />
          </Column>
        </Card>
      )
    case 'now':
      return (
        <Card id="arrive-card" next>
          <Column gap={12}>
            <Words as="h" level={2}>
              {t('arrive.title')}
            </Words>
            <Way it={it} hall={hall.data} />
            <Busy it={it} />
          </Column>
        </Card>
      )
  }
}
