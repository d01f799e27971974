/** Opens a closed day again, confirmed in words: what comes back, what does not, and why. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { reasonProblem } from '../../../../../functions/appointments/rules/fields'
import { api } from '../../../../client/api'
import { useAction } from '../../../../client/use-action'
import { useLanguage, useText } from '../../../../messages'
import { texts } from '../../messages'
import { longDateText } from '../../../../messages/dates'
import { useProblemText } from '../../../../messages/text-problem'
import { Button, Column, Field, Note, Sheet, Words } from '../../../../ui'

export const ReopenSheet = ({
  hallId,
  day,
  onDone,
  onClose,
}: {
  readonly hallId: string
  readonly day: string
  /** How many appointments stay cancelled. */
  readonly onDone: (cancelled: number) => void
  readonly onClose: () => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const problem = reasonProblem(reason)
  const problemText = useProblemText()
  const reopen = useAction((why: string, key) =>
    api.appointments.reopenDay({ hallId, day, reason: why }, { key }),
  )
  const send = async (): Promise<void> => {
    setTried(true)
    if (problem) return
    const done = await reopen.run(reason.trim())
    if (done) onDone(done.cancelled)
  }
  return (
    <Sheet
      id="reopen-day-sheet"
      open
      title={t('reopen.ask', { date: longDateText(day, language) })}
      onClose={onClose}
    >
      <Column gap={12}>
        <Words>{t('reopen.seats')}</Words>
        <Note tone="warn" icon="info">
          {t('reopen.cancelledStay')}
        </Note>
        <Field
          id="reopen-reason"
          label={t('reopen.reason')}
          value={reason}
          placeholder={t('reopen.reasonHint')}
          error={problemText(problem, { tried, own: { required: t('reopen.reasonNeeded') } })}
          onInput={setReason}
        />
        {reopen.error && (
          <View className="sb-danger" role="alert">
            {reopen.error.message}
          </View>
        )}
      </Column>
      <View className="sb-pair">
        <Button id="reopen-no" kind="ghost" onPress={onClose}>
          {t('reopen.no')}
        </Button>
        <Button id="reopen-yes" loading={reopen.busy} onPress={() => void send()}>
          {t('reopen.yes')}
        </Button>
      </View>
    </Sheet>
  )
}
