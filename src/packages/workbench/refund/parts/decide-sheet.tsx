/** Approving what was proposed, or sending it back: by another person than who reviewed. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { api } from '../../../../client/api'
import { useAction } from '../../../../client/use-action'
import { useText } from '../../../../messages'
import { Note, Words } from '../../../../ui'
import { texts } from '../../messages'
import { saidInput, saidProblem } from '../../model/said'
import type { Review } from '../../model/steps'
import { useYuan } from '../../model/words'
import { SaidField, StepSheet, type StepProps } from './step-sheet'

interface Decision {
  readonly agree: boolean
  readonly said?: string
}

/** On the proposal that is on the screen: another that came meanwhile is not decided unseen. */
const useDecide = ({ case: { id }, proposal }: Review) =>
  useAction((input: Decision, key) =>
    api.refunds.decide({ id, place: proposal?.place ?? 1, ...input }, { key }),
  )

export const AgreeSheet = ({ of: review, onDone, onLook, onClose }: StepProps & { readonly of: Review }) => {
  const t = useText(texts)
  const yuan = useYuan()
  const [said, setSaid] = useState('')
  const [tried, setTried] = useState(false)
  const { proposal, approvalsLeft } = review
  const decide = useDecide(review)
  const rejects = proposal?.outcome === 'reject'
  const send = async (): Promise<void> => {
    setTried(true)
    if (saidProblem(said, { optional: true })) return
    if (await decide.run({ agree: true, ...saidInput(said) })) onDone()
  }
  return (
    <StepSheet
      id="agree"
      title={t('agree.ask')}
      yes={t('agree.yes')}
      danger={rejects}
      busy={decide.busy}
      error={decide.error}
      onYes={() => void send()}
      onLook={onLook}
      onClose={onClose}
    >
      <View id="agree-words">
        {rejects ? t('agree.reject') : t('agree.approve', { amount: yuan(proposal?.approved ?? 0) })}
      </View>
      {!rejects && approvalsLeft > 1 && (
        <Note icon="people">
          <View id="agree-more">{t('agree.more')}</View>
        </Note>
      )}
      <SaidField
        id="agree-said"
        label={t('agree.said')}
        said={said}
        tried={tried}
        optional
        onInput={setSaid}
      />
    </StepSheet>
  )
}

/** Whoever reviews has to know why. */
export const SendBackSheet = ({
  of: review,
  onDone,
  onLook,
  onClose,
}: StepProps & { readonly of: Review }) => {
  const t = useText(texts)
  const [said, setSaid] = useState('')
  const [tried, setTried] = useState(false)
  const decide = useDecide(review)
  const send = async (): Promise<void> => {
    setTried(true)
    if (saidProblem(said)) return
    if (await decide.run({ agree: false, said: said.trim() })) onDone()
  }
  return (
    <StepSheet
      id="sendBack"
      title={t('sendBack.title')}
      yes={t('sendBack.yes')}
      busy={decide.busy}
      error={decide.error}
      onYes={() => void send()}
      onLook={onLook}
      onClose={onClose}
    >
      <Words>{t('sendBack.words')}</Words>
      <SaidField
        id="sendBack-said"
        label={t('sendBack.said')}
        said={said}
        tried={tried}
        needed={t('sendBack.needed')}
        onInput={setSaid}
      />
    </StepSheet>
  )
}
