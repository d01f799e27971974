/** Upholding a no-show or withdrawing it: once, with a reason that the person reads. */
import { useState } from 'react'
import { api } from '../../../../client/api'
import { useAction } from '../../../../client/use-action'
import { useText } from '../../../../messages'
import { Note, Words } from '../../../../ui'
import { texts } from '../../messages'
import { saidProblem } from '../../model/said'
import { SaidField, StepSheet, type StepProps } from '../../refund/parts/step-sheet'

export type Outcome = 'uphold' | 'revoke'

export const DecideSheet = ({
  id,
  outcome,
  onDone,
  onLook,
  onClose,
}: StepProps & { readonly id: string; readonly outcome: Outcome }) => {
  const t = useText(texts)
  const [said, setSaid] = useState('')
  const [tried, setTried] = useState(false)
  const decide = useAction((reason: string, key) => api.credit.decide({ id, outcome, reason }, { key }))
  const send = async (): Promise<void> => {
    setTried(true)
    if (saidProblem(said)) return
    if (await decide.run(said.trim())) onDone()
  }
  return (
    <StepSheet
      id={outcome}
      title={t(`${outcome}.ask`)}
      yes={t(outcome)}
      danger={outcome === 'uphold'}
      busy={decide.busy}
      error={decide.error}
      onYes={() => void send()}
      onLook={onLook}
      onClose={onClose}
    >
      <Words>{t(`${outcome}.means`)}</Words>
      <SaidField
        id={`${outcome}-said`}
        label={t('appeal.said')}
        hint={t(`${outcome}.hint`)}
        said={said}
        tried={tried}
        needed={t('appeal.saidNeeded')}
        onInput={setSaid}
      />
      <Note>{t('appeal.once')}</Note>
    </StepSheet>
  )
}
