/** What its owner can do with a ticket: confirm it, find the hall, call it, cancel, share, prove it, or book again. */
import { View } from '@tarojs/components'
import type { Day } from '../../../../functions/core/pure/time'
import type { Appointment } from '../../../client/api'
import { go, routes } from '../../../client/routes'
import { useText } from '../../../messages'
import { Button, ShareButton, Words } from '../../../ui'
import { texts } from '../messages'
import { isUsable, type CancelKind, type Outlook } from '../model/ticket'
import { CallHall, Navigate } from './navigate'
import { Proof } from './proof'
import { useHalls } from './queries'

const Confirm = ({ it }: { readonly it: Appointment }) => {
  const t = useText(texts)
  const { hallId, matter, day, start, id } = it
  return (
    <Button id="go-confirm" onPress={() => void go(routes.confirm({ hallId, matter, day, start, hold: id }))}>
      {t('ticket.confirm')}
    </Button>
  )
}

const Cancel = ({
  it,
  means,
  onCancel,
}: {
  readonly it: Appointment
  readonly means: CancelKind
  readonly onCancel: () => void
}) => {
  const t = useText(texts)
  if (means === 'no') return <Words as="s">{t('ticket.canCancelNo')}</Words>
  return (
    <Button id="cancel" kind="danger" onPress={onCancel}>
      {t(it.state === 'held' ? 'ticket.cancelHold' : 'ticket.cancel')}
    </Button>
  )
}

const BookAgain = ({
  it,
  day,
  kind = 'primary',
}: {
  readonly it: Appointment
  readonly day: Day | undefined
  readonly kind?: 'primary' | 'ghost'
}) => {
  const t = useText(texts)
  const { hallId, matter } = it
  return (
    <Button id="book-again" kind={kind} onPress={() => void go(routes.slots({ hallId, matter, day }))}>
      {t('ticket.bookAgain')}
    </Button>
  )
}

/** Where it was appealed already, the page shows how that stands. */
const Appeal = ({ id }: { readonly id: string }) => {
  const t = useText(texts)
  return (
    <Button id="appeal" onPress={() => void go(routes.appeal(id))}>
      {t('ticket.appeal')}
    </Button>
  )
}

export const TicketWays = ({
  it,
  outlook,
  means,
  again,
  onCancel,
}: {
  readonly it: Appointment
  readonly outlook: Outlook
  /** What cancelling would mean now. */
  readonly means: CancelKind
  /** The day on which the same can be booked anew. */
  readonly again: Day | undefined
  readonly onCancel: () => void
}) => {
  const t = useText(texts)
  const phone = useHalls().data?.halls.find(({ id }) => id === it.hallId)?.phone
  const usable = isUsable(outlook)
  if (outlook === 'missed' || outlook === 'excused')
    return (
      <>
        {outlook === 'missed' && <Appeal id={it.id} />}
        <Button id="to-record" kind="ghost" onPress={() => void go(routes.credit)}>
          {t('ticket.record')}
        </Button>
        <BookAgain it={it} day={again} kind="ghost" />
      </>
    )
  if (outlook === 'reviewing') return <Cancel it={it} means={means} onCancel={onCancel} />
  if (!usable && outlook !== 'confirm') return <BookAgain it={it} day={again} />
  return (
    <>
      {outlook === 'confirm' && <Confirm it={it} />}
      <View className="sb-pair">
        <Navigate place={{ name: it.hallName, address: it.hallAddress, position: it.hallPosition }} />
        <Cancel it={it} means={means} onCancel={onCancel} />
      </View>
      {usable && it.state === 'booked' && means !== 'no' && (
        <Button id="rebook" kind="ghost" block onPress={() => void go(routes.rebook(it.id))}>
          {t('rebook.go')}
        </Button>
      )}
      {usable && phone && <CallHall phone={phone} />}
      {usable && it.state === 'booked' && <Proof id={it.id} />}
      {usable && <ShareButton id="share">{t('ticket.share')}</ShareButton>}
    </>
  )
}
