/** Not waiting any more, confirmed in words: whose place it was goes to those behind. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { api } from '../../../client/api'
import { numbersChanged, type QueueTicket } from '../../../client/own-numbers'
import { useAction } from '../../../client/use-action'
import { useText } from '../../../messages'
import { Button, Column, ConfirmSheet, Words } from '../../../ui'
import { texts } from '../messages'

export const Leave = ({
  it,
  onLeft,
}: {
  readonly it: QueueTicket
  readonly onLeft: (it: QueueTicket) => void
}) => {
  const t = useText(texts)
  const [asking, setAsking] = useState(false)
  const leave = useAction((id: string, key) => api.queue.leave({ id }, { key }))
  const ask = (): void => {
    leave.clear()
    setAsking(true)
  }
  const yes = async (): Promise<void> => {
    const done = await leave.run(it.id)
    if (done) {
      setAsking(false)
      onLeft(done.ticket)
    }
    // Called meanwhile: what it is now is read again, and why it did not work stays to be read.
    numbersChanged()
  }
  return (
    <>
      {it.canLeave && (
        <Button id="leave" kind="danger" block onPress={ask}>
          {t('leave')}
        </Button>
      )}
      <ConfirmSheet
        id="leave-sheet"
        open={asking}
        title={t('leave.title')}
        confirm={t('leave.yes')}
        keep={t('leave.no')}
        busy={leave.busy}
        onConfirm={() => void yes()}
        onClose={() => setAsking(false)}
      >
        <Column gap={8}>
          <Words>{t('leave.what', { number: it.number })}</Words>
          <Words>{t(it.booked ? 'leave.booked' : 'leave.walkIn')}</Words>
          {leave.error && (
            <View id="leave-problem" className="sb-danger" role="alert">
              {leave.error.message}
            </View>
          )}
        </Column>
      </ConfirmSheet>
    </>
  )
}
