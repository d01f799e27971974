/** The next thing to do: the coming appointment, or the way to one. */
import type { Appointment } from '../../client/api'
import { go, goSignIn, routes } from '../../client/routes'
import { useLanguage, useText } from '../../messages'
import { common } from '../../messages/common'
import { longDateText, rangeText } from '../../messages/dates'
import { texts } from './messages'
import { useLiveNumbers } from './number-first'
import { useWaitingPrizes } from './prize-first'
import { useWaiting } from './refund-first'
import { useUpcoming } from './upcoming'
import { Await, Button, Card, Column, Row, Skeleton, Tag, Words } from '../../ui'
import { View } from '@tarojs/components'

/** The soonest of those that still take a seat. */
export const soonest = (items: readonly Appointment[]): Appointment | undefined =>
  items
    .filter(({ state }) => state === 'booked' || state === 'held')
    .sort((a, b) => `${a.day}${a.start + 10_000}`.localeCompare(`${b.day}${b.start + 10_000}`))[0]

const confirmOf = ({ id, hallId, matter, day, start }: Appointment): string =>
  routes.confirm({ hallId, matter, day, start, hold: id })

const Coming = ({ appointment }: { readonly appointment: Appointment }) => {
  const t = useText(texts)
  const language = useLanguage()
  const held = appointment.state === 'held'
  return (
    <Card id="next" next>
      <Column gap={8}>
        <Row>
          <Words as="s">{t('next')}</Words>
          <Tag tone={held ? 'warn' : 'ok'}>{t(held ? 'state.held' : 'state.booked')}</Tag>
        </Row>
        <Words as="h" level={2}>
          {longDateText(appointment.day, language)} {rangeText(appointment.start, appointment.end)}
        </Words>
        <Words as="s">
          {appointment.hallName} · {appointment.matterName}
        </Words>
        <View className="sb-pair">
          <Button
            id="next-ticket"
            onPress={() => void go(held ? confirmOf(appointment) : routes.ticket(appointment.id))}
          >
            {t(held ? 'goConfirm' : 'ticket')}
          </Button>
          <Button kind="ghost" onPress={() => void go(routes.mine())}>
            {t('allMine')}
          </Button>
        </View>
      </Column>
    </Card>
  )
}

const Nothing = ({ signedIn }: { readonly signedIn: boolean }) => {
  const t = useText(texts)
  const words = useText(common)
  const waits = useLiveNumbers().length + useWaiting().length + useWaitingPrizes().length > 0
  // That nothing waits is not said beside a number, a refund or a prize that does.
  const title = !signedIn ? 'outNext' : waits ? 'noVisit' : 'noNext'
  return (
    <Card id="next" next>
      <Column gap={8}>
        <Words as="h" level={2}>
          {t(title)}
        </Words>
        <Words as="s">{signedIn ? t('noNextHint') : t('signInNext')}</Words>
        <View className="sb-pair">
          <Button id="next-book" onPress={() => void go(routes.halls())}>
            {t('book')}
          </Button>
          {signedIn ? (
            <Button kind="ghost" onPress={() => void go(routes.mine())}>
              {t('allMine')}
            </Button>
          ) : (
            <Button id="next-sign-in" kind="ghost" onPress={() => void goSignIn()}>
              {words('signIn')}
            </Button>
          )}
        </View>
      </Column>
    </Card>
  )
}

export const NextCard = () => {
  const mine = useUpcoming()
  if (mine.signedOut) return <Nothing signedIn={false} />
  return (
    <Await query={mine} skeleton={<Skeleton cards={1} />}>
      {({ items }) => {
        const appointment = soonest(items)
        return appointment ? <Coming appointment={appointment} /> : <Nothing signedIn />
      }}
    </Await>
  )
}
