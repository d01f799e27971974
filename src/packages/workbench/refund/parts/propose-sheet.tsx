/** What the review proposes: all of it, a part with its amount and reasons, or nothing with reasons. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Form, Values } from '../../../../../functions/core/pure/forms'
import { rowOn } from '../../../../../functions/core/pure/law'
import { dayOf } from '../../../../../functions/core/pure/time'
import { THIRD_PERSON } from '../../../../../functions/refunds/data/figures'
import type { ReasonCode } from '../../../../../functions/refunds/data/reasons'
import { api, type Input } from '../../../../client/api'
import { useAction } from '../../../../client/use-action'
import { useNow } from '../../../../client/use-now'
import { useText } from '../../../../messages'
import { Words } from '../../../../ui'
import { FormFields, useForm } from '../../../../ui/form-fields'
import { texts } from '../../messages'
import { both } from '../../model/both'
import { saidInput, saidProblem } from '../../model/said'
import type { RefundCase } from '../../model/steps'
import { useYuan } from '../../model/words'
import { Reasons } from './reasons'
import { SaidField, StepSheet, type StepProps } from './step-sheet'

type Outcome = 'full' | 'part' | 'reject'

/** Of one fen there is no part. */
const formOf = (claimed: number, amount: string): Form => ({
  version: 1,
  sections: [
    {
      key: 'decision',
      title: both('propose.outcome'),
      fields: [
        {
          key: 'outcome',
          type: 'choice',
          label: both('propose.outcome'),
          choices: [
            { value: 'full', label: both('propose.full', { amount }) },
            ...(claimed > 1 ? [{ value: 'part', label: both('propose.part') }] : []),
            { value: 'reject', label: both('propose.reject') },
          ],
        },
        {
          key: 'approved',
          type: 'money',
          min: 1,
          max: Math.max(1, claimed - 1),
          label: both('propose.approved'),
          when: { key: 'outcome', in: ['part'] },
        },
      ],
    },
  ],
})

const approvedOf = (outcome: Outcome, { approved }: Values, claimed: number): number =>
  outcome === 'full' ? claimed : outcome === 'part' ? Number(approved) : 0

type Proposal = Omit<Input<'refunds', 'propose'>, 'id'>

export const ProposeSheet = ({
  of: one,
  onDone,
  onLook,
  onClose,
}: StepProps & { readonly of: RefundCase }) => {
  const t = useText(texts)
  const yuan = useYuan()
  const today = dayOf(useNow())
  const { id, claimed, receivedOn } = one
  const [values, setValues] = useState<Values>({})
  const [reasons, setReasons] = useState<readonly ReasonCode[]>([])
  const [said, setSaid] = useState('')
  const [tried, setTried] = useState(false)
  const form = useForm({ form: formOf(claimed, yuan(claimed)), values, onChange: setValues, today })
  const propose = useAction((input: Proposal, key) => api.refunds.propose({ id, ...input }, { key }))
  const outcome = values.outcome as Outcome | undefined
  const explained = outcome === 'part' || outcome === 'reject'
  const send = async (): Promise<void> => {
    setTried(true)
    const whole = form.check()
    if (!whole || outcome === undefined) return
    if ((explained && reasons.length === 0) || saidProblem(said, { optional: true })) return
    const proposal: Proposal = {
      outcome: outcome === 'reject' ? 'reject' : 'approve',
      approved: approvedOf(outcome, values, claimed),
      reasons: explained ? [...reasons] : [],
      ...saidInput(said),
    }
    if (await propose.run(proposal)) onDone()
  }
  const limit = rowOn(THIRD_PERSON, receivedOn, 'limit of one approval').value
  return (
    <StepSheet
      id="propose"
      title={t('propose')}
      yes={t('propose.yes')}
      busy={propose.busy}
      error={propose.error}
      onYes={() => void send()}
      onLook={onLook}
      onClose={onClose}
    >
      <View className="wb-plain">
        <FormFields id="propose" state={form} />
      </View>
      {explained && <Reasons chosen={reasons} tried={tried} onChange={setReasons} />}
      <SaidField
        id="propose-said"
        label={t('said')}
        hint={t('said.hint')}
        said={said}
        tried={tried}
        optional
        onInput={setSaid}
      />
      <Words as="s">{t('propose.words', { amount: yuan(limit) })}</Words>
    </StepSheet>
  )
}
