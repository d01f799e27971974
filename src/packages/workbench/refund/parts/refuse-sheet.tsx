/** Not accepting an application: reasons of the catalogue, and what else is to be said. */
import { useState } from 'react'
import type { ReasonCode } from '../../../../../functions/refunds/data/reasons'
import { api } from '../../../../client/api'
import { useAction } from '../../../../client/use-action'
import { useText } from '../../../../messages'
import { Words } from '../../../../ui'
import { texts } from '../../messages'
import { saidInput, saidProblem } from '../../model/said'
import { Reasons } from './reasons'
import { SaidField, StepSheet, type StepProps } from './step-sheet'

interface Refusal {
  readonly reasons: ReasonCode[]
  readonly said?: string
}

export const RefuseSheet = ({ id, onDone, onLook, onClose }: StepProps & { readonly id: string }) => {
  const t = useText(texts)
  const [reasons, setReasons] = useState<readonly ReasonCode[]>([])
  const [said, setSaid] = useState('')
  const [tried, setTried] = useState(false)
  const refuse = useAction((input: Refusal, key) => api.refunds.notAccept({ id, ...input }, { key }))
  const send = async (): Promise<void> => {
    setTried(true)
    if (reasons.length === 0 || saidProblem(said, { optional: true })) return
    if (await refuse.run({ reasons: [...reasons], ...saidInput(said) })) onDone()
  }
  return (
    <StepSheet
      id="notAccept"
      title={t('notAccept.title')}
      yes={t('notAccept.yes')}
      danger
      busy={refuse.busy}
      error={refuse.error}
      onYes={() => void send()}
      onLook={onLook}
      onClose={onClose}
    >
      <Words>{t('notAccept.words')}</Words>
      <Reasons chosen={reasons} tried={tried} onChange={setReasons} />
      <SaidField
        id="notAccept-said"
        label={t('said')}
        hint={t('said.hint')}
        said={said}
        tried={tried}
        optional
        onInput={setSaid}
      />
    </StepSheet>
  )
}
