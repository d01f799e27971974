/** A day is closed or opened again: asked once more in words, with a reason that says something. */
import { useState, type PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import { reasonProblem } from '../../../../../functions/appointments/rules/fields'
import type { Action } from '../../../../client/use-action'
import { useLanguage, useText } from '../../../../messages'
import { longDateText } from '../../../../messages/dates'
import { useProblemText } from '../../../../messages/text-problem'
import { Button, Column, Field, Sheet } from '../../../../ui'
import { texts } from '../../messages'

/** Controls and words are named after `what`; the children say what it means. `danger`: it takes something from people. */
export const ReasonSheet = <T,>({
  what,
  day,
  action,
  danger = false,
  onDone,
  onClose,
  children,
}: PropsWithChildren<{
  readonly what: 'close' | 'reopen'
  readonly day: string
  /** Its input is the reason. */
  readonly action: Action<string, T>
  readonly danger?: boolean
  readonly onDone: (done: T) => void
  readonly onClose: () => void
}>) => {
  const t = useText(texts)
  const language = useLanguage()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const problemText = useProblemText()
  const problem = reasonProblem(reason)
  const send = async (): Promise<void> => {
    setTried(true)
    if (problem) return
    const done = await action.run(reason.trim())
    if (done) onDone(done)
  }
  return (
    <Sheet
      id={`${what}-day-sheet`}
      open
      title={t(`${what}.ask`, { date: longDateText(day, language) })}
      onClose={onClose}
    >
      <Column gap={12}>
        {children}
        <Field
          id={`${what}-reason`}
          label={t(`${what}.reason`)}
          value={reason}
          placeholder={t(`${what}.reasonHint`)}
          error={problemText(problem, { tried, own: { required: t(`${what}.reasonNeeded`) } })}
          onInput={setReason}
        />
        {action.error && (
          <View className="sb-danger" role="alert">
            {action.error.message}
          </View>
        )}
      </Column>
      <View className="sb-pair">
        <Button id={`${what}-no`} kind="ghost" onPress={onClose}>
          {t(`${what}.no`)}
        </Button>
        <Button
          id={`${what}-yes`}
          kind={danger ? 'danger' : 'primary'}
          solid={danger}
          loading={action.busy}
          onPress={() => void send()}
        >
          {t(`${what}.yes`)}
        </Button>
      </View>
    </Sheet>
  )
}
