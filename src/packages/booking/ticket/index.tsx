/** The ticket: code and QR to show, where and when, what to bring; opened without network too, and cancelled in words. */
import { useState } from 'react'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { dayOf, instantOf } from '../../../../functions/core/pure/time'
import { api, type Appointment } from '../../../client/api'
import { invalidate } from '../../../client/queries'
import { go, replace, routes } from '../../../client/routes'
import { useAction } from '../../../client/use-action'
import { useClock } from '../../../client/use-now'
import { useLanguage, useText } from '../../../messages'
import { texts } from '../messages'
import { longDateText, momentText, rangeText, timeText } from '../../../messages/dates'
import { Await, Button, Card, Column, Empty, Fact, Note, Screen, ShareButton, Words } from '../../../ui'
import type { Cancelled } from '../model/answers'
import { cancelMeans, isUsable, outlookOf, spelledCode } from '../model/ticket'
import { readAppointmentId } from '../model/trip'
import { CancelSheet } from '../parts/cancel-sheet'
import { dropDraft } from '../parts/draft'
import { CallHall, Navigate } from '../parts/navigate'
import { Proof } from '../parts/proof'
import { MINE, useAppointment, useHalls } from '../parts/queries'
import { TicketFace, useStateText } from '../parts/ticket-face'
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

/** Long names read better from the left, one a line. */
const Bring = ({ things }: { readonly things: readonly string[] }) => {
  const t = useText(texts)
  if (things.length === 0) return <Fact label={t('ticket.bring')}>{t('matter.bringNothing')}</Fact>
  return (
    <Column gap={4}>
      <Words as="s">{t('ticket.bring')}</Words>
      <View role="list" aria-label={t('ticket.bring')}>
        {things.map((thing) => (
          <View key={thing} className="bk-thing" role="listitem">
            {thing}
          </View>
        ))}
      </View>
    </Column>
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

const Ticket = ({
  it,
  fresh,
  onChange,
}: {
  readonly it: Appointment
  readonly fresh: boolean
  readonly onChange: (it: Appointment) => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const stateText = useStateText()
  const phone = useHalls().data?.halls.find(({ id }) => id === it.hallId)?.phone
  const [asking, setAsking] = useState(false)
  const [now, look] = useClock()
  const [cancelled, setCancelled] = useState<Cancelled>()
  const cancel = useAction((id: string, key) => api.appointments.cancel({ id }, { key }))
  const timed = { ...it, endsAt: instantOf(it.day, it.end) }
  const outlook = outlookOf(timed, now)
  const means = cancelMeans(timed, now)
  const usable = isUsable(outlook)
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
  const words = {
    state: stateText(it, outlook),
    date: longDateText(it.day, language),
    from: timeText(it.start),
    to: timeText(it.end),
    hall: it.hallName,
    matter: it.matterName,
  }
  const spoken = usable
    ? t('ticket.spoken', {
        ...words,
        address: it.hallAddress,
        digits: spelledCode(it.code),
        bring: it.bring.join(t('and')) || t('matter.bringNothing'),
      })
    : t('ticket.spokenNoCode', words)

  return (
    <>
      {fresh && it.state === 'booked' && (
        <Note tone="ok" icon="check">
          <View id="booked" role="status" aria-live="polite">
            <Words as="b">{t('ticket.booked')}</Words>
            <Words as="s">{t('ticket.bookedLead')}</Words>
          </View>
        </Note>
      )}
      {cancelled && <After cancelled={cancelled} />}
      <TicketFace it={it} outlook={outlook} onLapse={look} />
      <Card>
        <Column gap={12}>
          <Fact
            label={t('ticket.time')}
          >{`${longDateText(it.day, language)} ${rangeText(it.start, it.end)}`}</Fact>
          <Fact label={t('ticket.matter')}>{it.matterName}</Fact>
          <Fact label={t('ticket.hall')}>
            <Words>{it.hallName}</Words>
            <Words as="s">{it.hallAddress}</Words>
          </Fact>
          <Fact label={t('ticket.for')}>{it.taxpayer.name}</Fact>
          {usable && <Bring things={it.bring} />}
          {it.note && <Fact label={t('ticket.note')}>{it.note}</Fact>}
          {again !== undefined && (
            <Note tone="ok">
              <Words id="reopened">{t('ticket.dayReopened')}</Words>
            </Note>
          )}
          {usable && it.state === 'booked' && now <= it.cancelUntil && (
            <Words as="s">{t('ticket.cancelUntil', { time: momentText(it.cancelUntil, language) })}</Words>
          )}
        </Column>
      </Card>
      {outlook === 'confirm' && (
        <Button
          id="go-confirm"
          onPress={() =>
            void go(
              routes.confirm({
                hallId: it.hallId,
                matter: it.matter,
                day: it.day,
                start: it.start,
                hold: it.id,
              }),
            )
          }
        >
          {t('ticket.confirm')}
        </Button>
      )}
      {usable || outlook === 'confirm' ? (
        <View className="sb-pair">
          <Navigate place={{ name: it.hallName, address: it.hallAddress, position: it.hallPosition }} />
          {means === 'no' ? (
            <Words as="s">{t('ticket.canCancelNo')}</Words>
          ) : (
            <Button id="cancel" kind="danger" onPress={ask}>
              {t(it.state === 'held' ? 'ticket.cancelHold' : 'ticket.cancel')}
            </Button>
          )}
        </View>
      ) : (
        <Button
          id="book-again"
          onPress={() => void go(routes.slots({ hallId: it.hallId, matter: it.matter, day: again }))}
        >
          {t('ticket.bookAgain')}
        </Button>
      )}
      {usable && phone && <CallHall phone={phone} />}
      {usable && it.state === 'booked' && <Proof id={it.id} />}
      {usable && <ShareButton id="share">{t('ticket.share')}</ShareButton>}
      <Column gap={4}>
        <Words as="s" level={2}>
          {t('ticket.read')}
        </Words>
        <View id="spoken" className="bk-spoken">
          {spoken}
        </View>
      </Column>
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
