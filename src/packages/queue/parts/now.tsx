/** What to do now, by the state of a number: where to wait, where to go, or what comes after it is over. */
import type { ReactNode } from 'react'
import { dayOf, minuteOf } from '../../../../functions/core/pure/time'
import type { QueueTicket } from '../../../client/own-numbers'
import { go, routes } from '../../../client/routes'
import { useNow } from '../../../client/use-now'
import { useText } from '../../../messages'
import { timeText } from '../../../messages/dates'
import { Button, Card, Column, Note, Words } from '../../../ui'
import { RemindMe } from '../../../ui/remind-me'
import { texts } from '../messages'
import { isNear } from '../model/pace'

/** WeChat tells of a call, also while the phone is in the pocket. */
const REMINDERS = ['call'] as const

const Over = ({
  title,
  lead,
  children,
}: {
  readonly title: string
  readonly lead: string
  readonly children: ReactNode
}) => (
  <Card id="over" next>
    <Column gap={12}>
      <Column gap={4}>
        <Words as="h" level={2}>
          {title}
        </Words>
        <Words>{lead}</Words>
      </Column>
      {children}
    </Column>
  </Card>
)

const Book = ({ it, main = false }: { readonly it: QueueTicket; readonly main?: boolean }) => {
  const t = useText(texts)
  const { hallId, matter } = it
  return (
    <Button
      id="book"
      kind={main ? 'primary' : 'ghost'}
      block
      onPress={() => void go(routes.slots({ hallId, matter }))}
    >
      {t('book')}
    </Button>
  )
}

const TakeAgain = ({ it, main = false }: { readonly it: QueueTicket; readonly main?: boolean }) => {
  const t = useText(texts)
  return (
    <Button
      id="take-again"
      kind={main ? 'primary' : 'ghost'}
      block
      onPress={() => void go(routes.hallNow(it.hallId, it.matter))}
    >
      {t('takeAgain')}
    </Button>
  )
}

const NoShow = ({ it }: { readonly it: QueueTicket }) => {
  const t = useText(texts)
  const { appointmentId } = it
  return (
    <Over
      title={t('now.noShowTitle')}
      lead={t(appointmentId === undefined ? 'now.noShow' : 'now.noShowBooked')}
    >
      {appointmentId !== undefined && (
        <Button id="appeal" block onPress={() => void go(routes.ticket(appointmentId))}>
          {t('now.appeal')}
        </Button>
      )}
      <TakeAgain it={it} main={appointmentId === undefined} />
    </Over>
  )
}

const Closed = ({ it }: { readonly it: QueueTicket }) => {
  const t = useText(texts)
  const today = dayOf(useNow()) === it.day
  return (
    <Over title={t('now.closedTitle')} lead={t(today ? 'now.closedToday' : 'now.closed')}>
      <Book it={it} main />
      <Button
        id="other-halls"
        kind="ghost"
        block
        onPress={() => void go(routes.halls({ matter: it.matter }))}
      >
        {t('now.otherHalls')}
      </Button>
    </Over>
  )
}

const Passed = ({ it }: { readonly it: QueueTicket }) => {
  const t = useText(texts)
  const ahead = it.waiting?.ahead ?? 0
  return (
    <Note tone="warn" icon="warn">
      <Words id="passed" as="b">
        {t('now.passedTitle')}
      </Words>
      <Words>{ahead === 0 ? t('now.passedNext') : t('now.passed', { n: ahead })}</Words>
      {it.appointmentId !== undefined && <Words>{t('now.passedBooked')}</Words>}
    </Note>
  )
}

export const WhatNext = ({ it }: { readonly it: QueueTicket }) => {
  const t = useText(texts)
  switch (it.state) {
    case 'waiting':
      return (
        <Note icon={isNear(it) ? 'sound' : 'info'}>
          <Words id="advice">{t(isNear(it) ? 'now.near' : 'now.waiting')}</Words>
          <RemindMe templates={REMINDERS} />
        </Note>
      )
    case 'called':
      return (
        <Note tone="warn" icon="sound">
          <Words id="advice">{t(it.passed ? 'now.calledAgain' : 'now.called')}</Words>
        </Note>
      )
    case 'passed':
      return <Passed it={it} />
    case 'serving':
      return (
        <Note tone="ok" icon="check">
          <Words id="advice">{t('now.serving')}</Words>
        </Note>
      )
    case 'done':
      return (
        <Over
          title={t('now.doneTitle', { time: timeText(minuteOf(it.endedAt ?? it.arrivedAt)) })}
          lead={t('now.done')}
        >
          <Book it={it} />
        </Over>
      )
    case 'noShow':
      return <NoShow it={it} />
    case 'left':
      return (
        <Over title={t('now.leftTitle')} lead={t(it.booked ? 'now.leftBooked' : 'now.left')}>
          <TakeAgain it={it} main />
          <Book it={it} />
        </Over>
      )
    case 'closed':
      return <Closed it={it} />
  }
}
