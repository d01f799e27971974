/** A seat that is offered: how long yet, and to take it or not. What a rule refuses leaves the offer as it was. */
import { View } from '@tarojs/components'
import { minuteOf, type Instant } from '../../../../functions/core/pure/time'
import { api } from '../../../client/api'
import type { ApiError } from '../../../client/errors'
import { invalidate } from '../../../client/queries'
import { go, replace, routes } from '../../../client/routes'
import { useAction } from '../../../client/use-action'
import { WAITS, type Wait } from '../../../client/waits'
import { useText } from '../../../messages'
import { timeText } from '../../../messages/dates'
import { Button, Note, role, Words } from '../../../ui'
import { Until } from '../../../ui/until'
import { texts } from '../messages'

/** My appointments, wherever they are listed. */
const MINE = 'my:mine'

const fields = (data: unknown): Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>) : {}

const Refused = ({ error }: { readonly error: ApiError }) => {
  const t = useText(texts)
  const { rule, basis } = fields(error.data)
  const over = error.code === 'OFFER_OVER' || error.code === 'NO_OFFER' || error.code === 'SLOT_CLOSED'
  return (
    <Note tone="warn" icon="warn">
      <View id="refused" {...role('alert')}>
        <Words as="b">{t(over ? 'one.refusedOver' : 'one.refused', { why: error.message })}</Words>
        {typeof rule === 'string' && <Words>{rule}</Words>}
        {typeof basis === 'string' && <Words as="s">{t('one.basis', { basis })}</Words>}
      </View>
      <Button id="refused-mine" kind="text" onPress={() => void go(routes.mine())}>
        {t('one.seeMine')}
      </Button>
    </Note>
  )
}

export const Offer = ({
  it,
  until,
  onOver,
  onDecline,
}: {
  readonly it: Wait
  readonly until: Instant
  /** Its time has passed, or it is not there any more. */
  readonly onOver: () => void
  readonly onDecline: () => void
}) => {
  const t = useText(texts)
  const time = timeText(minuteOf(until))
  const accept = useAction((id: string, key) => api.waitlist.accept({ id }, { key }))
  const take = async (): Promise<void> => {
    const done = await accept.run(it.id)
    if (!done) {
      onOver()
      return
    }
    invalidate(WAITS)
    invalidate(MINE)
    await replace(routes.ticket(done.appointment.id, true))
  }
  return (
    <>
      <Until
        id="offer-left"
        until={until}
        say={(left) => t('one.left', { left, time })}
        over={t('one.leftOver')}
        onEnd={onOver}
      />
      <View className="sb-hidden" {...role('status')} aria-live="polite">
        {t('one.leftSpoken', { time })}
      </View>
      {accept.error && <Refused error={accept.error} />}
      <View className="sb-pair">
        <Button id="accept" loading={accept.busy} onPress={() => void take()}>
          {t('one.accept')}
        </Button>
        <Button id="decline" kind="ghost" onPress={onDecline}>
          {t('one.decline')}
        </Button>
      </View>
    </>
  )
}
