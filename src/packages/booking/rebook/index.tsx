/** Another time for an appointment: the old seat is hers until the new one is, and both are said in the end. */
import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { instantOf } from '../../../../functions/core/pure/time'
import type { Appointment } from '../../../client/api'
import { go, replace, routes } from '../../../client/routes'
import { useClock } from '../../../client/use-now'
import { useLanguage, useText } from '../../../messages'
import { longDateText, rangeText } from '../../../messages/dates'
import { Await, Button, Card, Column, Empty, Fact, Note, Screen, Words } from '../../../ui'
import { texts } from '../messages'
import { cancelMeans, isUsable, outlookOf } from '../model/ticket'
import { readAppointmentId } from '../model/trip'
import { useAppointment } from '../parts/queries'
import { RebookPicker, type Moved } from '../parts/rebook-picker'
import '../booking.css'

export default function RebookPage() {
  const t = useText(texts)
  const id = readAppointmentId(useRouter().params)
  const ticket = useAppointment(id)
  const [moved, setMoved] = useState<Moved>()
  return (
    <Screen title={t('rebook.title')}>
      {moved ? (
        <Done moved={moved} />
      ) : id === undefined || ticket.error?.code === 'NOT_FOUND' ? (
        <Empty
          icon="invoice"
          title={t('ticket.notFound')}
          action={t('mine.title')}
          onAction={() => void replace(routes.mine())}
        >
          {t('ticket.notFoundWay')}
        </Empty>
      ) : (
        <Await query={ticket}>{({ appointment }) => <Move it={appointment} onMoved={setMoved} />}</Await>
      )}
    </Screen>
  )
}

const useWhen = () => {
  const language = useLanguage()
  return ({ day, start, end }: Pick<Appointment, 'day' | 'start' | 'end'>): string =>
    `${longDateText(day, language)} ${rangeText(start, end)}`
}

const Move = ({ it, onMoved }: { readonly it: Appointment; readonly onMoved: (moved: Moved) => void }) => {
  const t = useText(texts)
  const when = useWhen()
  const [now] = useClock()
  const timed = { ...it, endsAt: instantOf(it.day, it.end) }
  const means = cancelMeans(timed, now)
  if (it.state !== 'booked' || !isUsable(outlookOf(timed, now)) || means === 'no')
    return (
      <Empty
        icon="calendar"
        title={t('rebook.cannot')}
        action={t('ticket.bookAgain')}
        onAction={() => void replace(routes.slots({ hallId: it.hallId, matter: it.matter }))}
      >
        {t('rebook.cannotWay')}
      </Empty>
    )
  return (
    <>
      <Card id="rebook-now" next>
        <Column gap={8}>
          <Words as="s">{t('rebook.now')}</Words>
          <Words as="h" level={2}>
            {when(it)}
          </Words>
          <Words as="s">{`${it.hallName} · ${it.matterName} · ${it.taxpayer.name}`}</Words>
          <Words as="ok">{t('rebook.safe')}</Words>
          {means === 'late' && (
            <Note tone="warn" icon="warn">
              <Words id="rebook-late">{t('rebook.late')}</Words>
            </Note>
          )}
        </Column>
      </Card>
      <RebookPicker it={it} late={means === 'late'} onMoved={onMoved} />
    </>
  )
}

/** The new one, and that the old one is given back. */
const Done = ({ moved: { from, to, late } }: { readonly moved: Moved }) => {
  const t = useText(texts)
  const when = useWhen()
  return (
    <Card id="rebooked" next>
      <Column gap={12}>
        <Words as="h ok" level={2} live>
          {t('rebook.done')}
        </Words>
        <Words as="xl">{when(to)}</Words>
        <Fact label={t('rebook.hall')}>{to.hallName}</Fact>
        <Fact label={t('ticket.matter')}>{to.matterName}</Fact>
        <Words id="released">{t('rebook.released', { time: when(from) })}</Words>
        <Words as={late ? 's warn' : 's'}>{t(late ? 'rebook.counted' : 'rebook.notCounted')}</Words>
        <Button id="new-ticket" onPress={() => void replace(routes.ticket(to.id))}>
          {t('rebook.ticket')}
        </Button>
        <Button id="all-mine" kind="ghost" onPress={() => void go(routes.mine())}>
          {t('mine.title')}
        </Button>
      </Column>
    </Card>
  )
}
