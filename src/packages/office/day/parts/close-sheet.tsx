/** Closes a day, confirmed in words: how many are affected, that it counts against nobody, and why. */
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

export const CloseSheet = ({
  hallId,
  day,
  affected,
  onDone,
  onClose,
}: {
  readonly hallId: string
  readonly day: string
  /** Standing bookings as far as known. */
  readonly affected: number
  /** How many there were when the gate fell. */
  readonly onDone: (affected: number) => void
  readonly onClose: () => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const problem = reasonProblem(reason)
  const problemText = useProblemText()
  const close = useAction((why: string, key) =>
    api.appointments.closeDay({ hallId, day, reason: why }, { key }),
  )
  const send = async (): Promise<void> => {
    setTried(true)
    if (problem) return
    const done = await close.run(reason.trim())
    if (done) onDone(done.affected)
  }
  return (
    <Sheet
      id="close-day-sheet"
      open
      title={t('close.ask', { date: longDateText(day, language) })}
      onClose={onClose}
    >
      <Column gap={12}>
        <Note tone="danger" icon="warn">
          <View id="close-affected">
            <Words as="b">
              {affected === 0 ? t('close.affectsNone') : t('close.affects', { n: affected })}
            </Words>
          </View>
        </Note>
        <Words as="s">{t('close.cannotUndo')}</Words>
        <Field
          id="close-reason"
          label={t('close.reason')}
          value={reason}
          placeholder={t('close.reasonHint')}
          error={problemText(problem, { tried, own: { required: t('close.reasonNeeded') } })}
          onInput={setReason}
        />
        {close.error && (
          <View className="sb-danger" role="alert">
            {close.error.message}
          </View>
        )}
      </Column>
      <View className="sb-pair">
        <Button id="close-no" kind="ghost" onPress={onClose}>
          {t('close.no')}
        </Button>
        <Button id="close-yes" kind="danger" solid loading={close.busy} onPress={() => void send()}>
          {t('close.yes')}
        </Button>
      </View>
    </Sheet>
  )
}
