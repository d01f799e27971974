/** Closing a hall at once: what will happen, why, both orders; what is left of them when one failed; and going on. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { dayOf } from '../../../../../functions/core/pure/time'
import { fieldProblem } from '../../../../../functions/core/pure/typed-text'
import { go, routes } from '../../../../client/routes'
import { serverNow } from '../../../../client/server-time'
import { useText } from '../../../../messages'
import { useProblemText } from '../../../../messages/text-problem'
import { Button, Card, Column, Field, Note, role, Sheet, Words } from '../../../../ui'
import { texts } from '../../messages'
import type { Desk } from '../../model/answers'
import { leftOf, ORDERS, type Done } from '../../model/emergency'
import { useEmergency } from './use-emergency'

/** As both orders take it. */
const REASON = { min: 2, max: 200, says: true } as const

const What = ({ waiting }: { readonly waiting: number }) => {
  const t = useText(texts)
  return (
    <Note tone="danger" icon="warn">
      <Column gap={4}>
        <Words as="b">{t('stop.will')}</Words>
        <Words>{t('stop.willQueue', { n: waiting })}</Words>
        <Words>{t('stop.willBookings')}</Words>
        <Words>{t('stop.willServe')}</Words>
      </Column>
    </Note>
  )
}

const DoneLines = ({ done }: { readonly done: Done }) => {
  const t = useText(texts)
  return (
    <Note tone="ok" icon="check">
      <View id="stop-done" {...role('status')} aria-live="polite">
        {ORDERS.map((order) => {
          const n = done[order]
          if (n === undefined) return null
          if (order === 'bookings' && n === 0) return <Words key={order}>{t('stop.bookingsAlready')}</Words>
          return (
            <Words key={order}>
              {n === null ? t(`stop.${order}Already`) : t(`stop.${order}Done`, { n })}
            </Words>
          )
        })}
      </View>
    </Note>
  )
}

export const EmergencySheet = ({
  hallId,
  desk,
  onChange,
  onClose,
}: {
  readonly hallId: string
  readonly desk: Desk
  readonly onChange: () => void
  readonly onClose: () => void
}) => {
  const t = useText(texts)
  const problemText = useProblemText()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const { done, failed, busy, run } = useEmergency({ hallId, day: dayOf(serverNow()) })
  const problem = fieldProblem(reason, REASON)
  const begun = Object.keys(done).length > 0
  const left = leftOf(done)
  const send = async (): Promise<void> => {
    setTried(true)
    if (problem) return
    await run(reason.trim())
    onChange()
  }
  return (
    <Sheet id="stop-sheet" open title={t(left.length === 0 ? 'stopped.title' : 'stop.ask')} onClose={onClose}>
      <Column gap={12}>
        {!begun && <What waiting={desk.waiting} />}
        {begun ? (
          <Words as="s">{t('stop.because', { reason: reason.trim() })}</Words>
        ) : (
          <Field
            id="stop-reason"
            label={t('stop.reason')}
            value={reason}
            placeholder={t('stop.reasonHint')}
            error={problemText(problem, { tried, own: { required: t('stop.reasonNeeded') } })}
            onInput={setReason}
          />
        )}
        {begun && <DoneLines done={done} />}
        {failed.length > 0 && (
          <Note tone="danger" icon="warn">
            <View id="stop-failed" {...role('alert')}>
              {failed.map(({ order, error }) => (
                <Words key={order}>{t(`stop.${order}Failed`, { why: error.message })}</Words>
              ))}
              {begun && <Words as="b">{t('stop.leftOnly')}</Words>}
            </View>
          </Note>
        )}
        {left.length === 0 && <Words>{t('stop.next')}</Words>}
      </Column>
      <View className="sb-pair">
        <Button id="stop-no" kind="ghost" onPress={onClose}>
          {t(left.length === 0 ? 'close' : 'stop.no')}
        </Button>
        {left.length > 0 ? (
          <Button id="stop-yes" kind="danger" solid loading={busy} onPress={() => void send()}>
            {t(begun || failed.length > 0 ? 'stop.again' : 'stop.yes')}
          </Button>
        ) : (
          <Button id="stop-list" onPress={() => void go(routes.officeDay(hallId))}>
            {t('stop.toList')}
          </Button>
        )}
      </View>
    </Sheet>
  )
}

/** What leads there: at the foot of the page, never among the moves of a window. */
export const EmergencyCard = ({ onStop }: { readonly onStop: () => void }) => {
  const t = useText(texts)
  return (
    <Card>
      <Column gap={12}>
        <Words as="b" level={2}>
          {t('stop.title')}
        </Words>
        <Words as="s">{t('stop.lead')}</Words>
        <Button id="stop-hall" kind="danger" onPress={onStop}>
          {t('stop.button')}
        </Button>
      </Column>
    </Card>
  )
}
