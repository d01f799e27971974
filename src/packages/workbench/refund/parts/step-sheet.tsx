/** A step is asked for once more in words before it is taken; what refused it is said with the way out. */
import type { PropsWithChildren, ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { ApiError, ClientErrorCode } from '../../../../client/errors'
import { isRecord } from '../../../../client/storage'
import { useText } from '../../../../messages'
import { useProblemText } from '../../../../messages/text-problem'
import { Button, Field, Note, role, Sheet } from '../../../../ui'
import { texts } from '../../messages'
import { saidProblem } from '../../model/said'
import { useYuan } from '../../model/words'

/** The case is not what this page shows any more, or not the caller's to move: a look at it tells. */
const CHANGED: readonly ClientErrorCode[] = ['CASE_STATE', 'CASE_TAKEN', 'FOUR_EYES', 'NOT_FOUND']

export const StepError = ({ error, onLook }: { readonly error: ApiError; readonly onLook: () => void }) => {
  const t = useText(texts)
  const yuan = useYuan()
  const most: unknown = isRecord(error.data) ? error.data['most'] : undefined
  return (
    <>
      <Note tone="danger" icon="warn">
        <View id="step-refused" {...role('alert')}>
          {typeof most === 'number' ? `${error.message} ${t('most', { amount: yuan(most) })}` : error.message}
        </View>
      </Note>
      {CHANGED.includes(error.code) && (
        <Button id="step-look" kind="ghost" onPress={onLook}>
          {t('refresh')}
        </Button>
      )}
    </>
  )
}

/** What is written beside a step: one field, by the contract's rule. */
export const SaidField = ({
  id,
  label,
  said,
  tried,
  optional = false,
  needed,
  hint,
  onInput,
}: {
  readonly id: string
  readonly label: string
  readonly said: string
  readonly tried: boolean
  readonly optional?: boolean
  /** Said when it is empty and must not be. */
  readonly needed?: string
  readonly hint?: string
  readonly onInput: (said: string) => void
}) => {
  const problemText = useProblemText()
  const problem = saidProblem(said, { optional })
  return (
    <Field
      id={id}
      label={label}
      value={said}
      maxlength={600}
      hint={hint}
      error={problemText(problem, { tried, ...(needed === undefined ? {} : { own: { required: needed } }) })}
      onInput={onInput}
    />
  )
}

export const StepSheet = ({
  id,
  title,
  yes,
  danger = false,
  busy,
  error,
  back,
  onYes,
  onLook,
  onClose,
  children,
}: PropsWithChildren<{
  /** Its buttons are `<id>-yes` and `<id>-no`. */
  readonly id: string
  readonly title: string
  readonly yes: ReactNode
  readonly danger?: boolean
  readonly busy: boolean
  readonly error: ApiError | undefined
  /** What the other button says, where it goes a step back instead of away. */
  readonly back?: { readonly text: string; readonly onPress: () => void } | undefined
  readonly onYes: () => void
  readonly onLook: () => void
  readonly onClose: () => void
}>) => {
  const t = useText(texts)
  return (
    <Sheet id={`${id}-sheet`} open title={title} onClose={onClose}>
      {children}
      {error && <StepError error={error} onLook={onLook} />}
      <View className="sb-pair">
        <Button id={`${id}-no`} kind="ghost" onPress={back?.onPress ?? onClose}>
          {back?.text ?? t('cancel')}
        </Button>
        <Button
          id={`${id}-yes`}
          kind={danger ? 'danger' : 'primary'}
          solid={danger}
          loading={busy}
          onPress={onYes}
        >
          {yes}
        </Button>
      </View>
    </Sheet>
  )
}

/** What every step's sheet is given. */
export interface StepProps {
  readonly onDone: () => void
  /** The case changed meanwhile: look at it again. */
  readonly onLook: () => void
  readonly onClose: () => void
}
