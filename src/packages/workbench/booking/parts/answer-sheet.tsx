/** Agreeing to a booking, or refusing it with a reason: asked once more in words. */
import { useState } from 'react'
import { api } from '../../../../client/api'
import { useAction } from '../../../../client/use-action'
import { useText } from '../../../../messages'
import { Note, Words } from '../../../../ui'
import { texts } from '../../messages'
import { saidProblem } from '../../model/said'
import { SaidField, StepSheet, type StepProps } from '../../refund/parts/step-sheet'

export type Answer = 'approve' | 'refuse' | 'refuseOnline'

type Input = Parameters<typeof api.credit.decideVisit>[0]

interface Props extends StepProps {
  readonly id: string
}

const useAnswer = () => useAction((input: Input, key) => api.credit.decideVisit(input, { key }))

const Agree = ({ id, onDone, onLook, onClose }: Props) => {
  const t = useText(texts)
  const answer = useAnswer()
  const send = async (): Promise<void> => {
    if (await answer.run({ id, outcome: 'approve' })) onDone()
  }
  return (
    <StepSheet
      id="approve"
      title={t('approveVisit.ask')}
      yes={t('approveVisit')}
      busy={answer.busy}
      error={answer.error}
      onYes={() => void send()}
      onLook={onLook}
      onClose={onClose}
    >
      <Words>{t('approveVisit.means')}</Words>
    </StepSheet>
  )
}

const Refuse = ({
  id,
  outcome,
  way,
  onDone,
  onLook,
  onClose,
}: Props & { readonly outcome: 'refuse' | 'refuseOnline'; readonly way: string }) => {
  const t = useText(texts)
  const [said, setSaid] = useState('')
  const [tried, setTried] = useState(false)
  const answer = useAnswer()
  const online = outcome === 'refuseOnline'
  const send = async (): Promise<void> => {
    setTried(true)
    if (saidProblem(said)) return
    if (await answer.run({ id, outcome, reason: said.trim() })) onDone()
  }
  return (
    <StepSheet
      id={outcome}
      title={t(online ? 'refuseOnline.ask' : 'refuseVisit.ask')}
      yes={t(online ? 'refuseOnline' : 'refuseVisit')}
      danger
      busy={answer.busy}
      error={answer.error}
      onYes={() => void send()}
      onLook={onLook}
      onClose={onClose}
    >
      <Words>{t('refuseVisit.means')}</Words>
      {online && <Note icon="globe">{t('refuseOnline.way', { way })}</Note>}
      <SaidField
        id={`${outcome}-said`}
        label={t('visit.said')}
        hint={t(online ? 'refuseOnline.hint' : 'refuseVisit.hint')}
        said={said}
        tried={tried}
        needed={t('appeal.saidNeeded')}
        onInput={setSaid}
      />
    </StepSheet>
  )
}

export const AnswerSheet = ({
  answer,
  way,
  ...props
}: Props & {
  readonly answer: Answer
  /** How it is done online, in words. */
  readonly way: string
}) => (answer === 'approve' ? <Agree {...props} /> : <Refuse outcome={answer} way={way} {...props} />)
