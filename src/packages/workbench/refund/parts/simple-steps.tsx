/** Steps that need no more than a yes: accepting, beginning the review, ordering the payment. */
import { api } from '../../../../client/api'
import { useAction } from '../../../../client/use-action'
import { useText } from '../../../../messages'
import { Words } from '../../../../ui'
import { texts } from '../../messages'
import type { RefundCase } from '../../model/steps'
import { useYuan } from '../../model/words'
import { StepSheet, type StepProps } from './step-sheet'

export const PlainSheet = ({
  step,
  id,
  onDone,
  onLook,
  onClose,
}: StepProps & { readonly step: 'accept' | 'startReview'; readonly id: string }) => {
  const t = useText(texts)
  const take = useAction((input: { readonly id: string }, key) => api.refunds[step](input, { key }))
  const send = async (): Promise<void> => {
    if (await take.run({ id })) onDone()
  }
  return (
    <StepSheet
      id={step}
      title={t(`${step}.ask`)}
      yes={t(`${step}.yes`)}
      busy={take.busy}
      error={take.error}
      onYes={() => void send()}
      onLook={onLook}
      onClose={onClose}
    >
      <Words>{t(`${step}.words`)}</Words>
    </StepSheet>
  )
}

export const OrderSheet = ({ of: one, onDone, onLook, onClose }: StepProps & { readonly of: RefundCase }) => {
  const t = useText(texts)
  const yuan = useYuan()
  const order = useAction((input: { readonly ids: string[] }, key) => api.refunds.order(input, { key }))
  const payable = one.money?.payable ?? 0
  const send = async (): Promise<void> => {
    if (await order.run({ ids: [one.id] })) onDone()
  }
  return (
    <StepSheet
      id="order"
      title={t('order.ask')}
      yes={t(payable > 0 ? 'order.yes' : 'order.settleYes')}
      busy={order.busy}
      error={order.error}
      onYes={() => void send()}
      onLook={onLook}
      onClose={onClose}
    >
      <Words>
        {payable > 0
          ? t('order.words', {
              amount: yuan(payable),
              holder: one.account?.holder ?? '',
              number: one.account?.number ?? '',
            })
          : t('order.settle')}
      </Words>
    </StepSheet>
  )
}
