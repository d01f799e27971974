/** The ticket: code and QR to show, where and when, what to bring; opened without network too, and cancelled in words. */
import { useState } from 'react'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { dayOf, instantOf } from '../../../../functions/core/pure/time'
import { api, type Appointment } from '../../../client/api'
import { invalidate } from '../../../client/queries'
import { replace, routes } from '../../../client/routes'
import { useAction } from '../../../client/use-action'
import { useClock } from '../../../client/use-now'
import { useText } from '../../../messages'
import { Await, Empty, Note, Screen, Words } from '../../../ui'
import { RemindMe } from '../../../ui/remind-me'
import { texts } from '../messages'
import type { Cancelled } from '../model/answers'
import { cancelMeans, isUsable, outlookOf } from '../model/ticket'
import { readAppointmentId } from '../model/trip'
import { Arrive } from '../parts/arrive'
import { CounterNote } from '../parts/counter-note'
import { CancelSheet } from '../parts/cancel-sheet'
import { dropDraft } from '../parts/draft'
import { PreReview } from '../parts/pre-review'
import { MINE, useAppointment } from '../parts/queries'
import { TicketFace } from '../parts/ticket-face'
import { TicketFacts } from '../parts/ticket-facts'
import { TicketSpoken } from '../parts/ticket-spoken'
import { TicketWays } from '../parts/ticket-ways'
import '../booking.css'

const Missing = () => {
  const t = useText(texts)
  return (
    <Empty
      icon="invoice"
      title={t('ticket.notFound')}
      action={t('mine.title')}
      onAction={() => void replace(routes.mine())}
    >
      {t('ticket.notFoundWay')}
    </Empty>
  )
}

export default function TicketPage() {
  const t = useText(texts)
  const { params } = useRouter()
  const id = readAppointmentId(params)
  const ticket = useAppointment(id)
  const it = ticket.data?.appointment
  // A share card leads to the hall and its times, never to whose appointment this is.
  useShareAppMessage(() => ({
    title: it ? t('ticket.shareTitle', { hall: it.hallName }) : t('share'),
    path: it ? routes.slots({ hallId: it.hallId, matter: it.matter }) : routes.halls(),
  }))
  return (
    <Screen title={t('ticket.title')}>
      {id === undefined || ticket.error?.code === 'NOT_FOUND' ? (
        <Missing />
      ) : (
        <Await query={ticket}>
          {({ appointment }) => (
            <Ticket
              it={appointment}
              fresh={params['fresh'] === '1'}
              onChange={(next) => ticket.set({ appointment: next })}
            />
          )}
        </Await>
      )}
    </Screen>
  )
}

const After = ({ cancelled }: { readonly cancelled: Cancelled }) => {
  const t = useText(texts)
  return (
    <Note tone="ok" icon="check">
      <View id="cancelled" role="status" aria-live="polite">
        <Words as="b">{t('ticket.cancelled')}</Words>
        <Words as="s">
          {cancelled.counted
            ? t('ticket.counted', { n: cancelled.monthCancellations, limit: cancelled.limit })
            : t('ticket.notCounted')}
        </Words>
      </View>
    </Note>
  )
}

/** What comes after a booking: what becomes of it, and the reminder before it. */
const REMINDERS = ['appointment', 'visit'] as const

const Booked = ({ reviewing }: { readonly reviewing: boolean }) => {
  const t = useText(texts)
  return (
    <Note tone="ok" icon="check">
      <View id="booked" role="status" aria-live="polite">
        <Words as="b">{t(reviewing ? 'ticket.sent' : 'ticket.booked')}</Words>
        <Words as="s">{t(reviewing ? 'ticket.sentLead' : 'ticket.bookedLead')}</Words>
      </View>
      <RemindMe templates={REMINDERS} />
    </Note>
  )
}

const Ticket = ({
  it,
  fresh,
  onChange,
}: {
  readonly it: Appointment
  readonly fresh: boolean
  readonly onChange: (it: Appointment) => void
}) => {
  const [asking, setAsking] = useState(false)
  const [now, look] = useClock()
  const [cancelled, setCancelled] = useState<Cancelled>()
  const cancel = useAction((id: string, key) => api.appointments.cancel({ id }, { key }))
  const timed = { ...it, endsAt: instantOf(it.day, it.end) }
  const outlook = outlookOf(timed, now)
  const means = cancelMeans(timed, now)
  /** Cancelled by a closing that was taken back: the same day can be booked anew. */
  const again = it.dayReopened && it.day >= dayOf(now) ? it.day : undefined

  const ask = (): void => {
    look()
    cancel.clear()
    setAsking(true)
  }
  const yes = async (): Promise<void> => {
    const done = await cancel.run(it.id)
    if (!done) return
    setAsking(false)
    setCancelled(done)
    onChange(done.appointment)
    if (it.state === 'held') dropDraft()
    invalidate(MINE)
  }
  return (
    <>
      {fresh && it.state === 'booked' && <Booked reviewing={outlook === 'reviewing'} />}
      {cancelled && <After cancelled={cancelled} />}
      <TicketFace it={it} outlook={outlook} onLapse={look} />
      <Arrive it={it} now={now} />
      <TicketFacts it={it} outlook={outlook} now={now} reopened={again !== undefined} />
      {(outlook === 'reviewing' || outlook === 'refused') && <PreReview it={it} outlook={outlook} />}
      {(isUsable(outlook) || outlook === 'reviewing') && (
        <CounterNote id={it.id} begun={now >= instantOf(it.day, it.start)} />
      )}
      <TicketWays it={it} outlook={outlook} means={means} again={again} onCancel={ask} />
      <TicketSpoken it={it} outlook={outlook} />
      <CancelSheet
        it={it}
        means={means}
        open={asking}
        busy={cancel.busy}
        problem={cancel.error?.message}
        onYes={() => void yes()}
        onNo={() => setAsking(false)}
      />
    </>
  )
}
