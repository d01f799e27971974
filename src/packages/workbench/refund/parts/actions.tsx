/** The steps that the caller may take now, each behind its sheet; taking up, letting go, handing over beside them. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { useText } from '../../../../messages'
import { Button, Words } from '../../../../ui'
import { texts } from '../../messages'
import { stepsNow, wasCorrected, type Review, type Step } from '../../model/steps'
import { Holding, useWays, type Held } from '../../parts/holding'
import { CorrectionSheet } from './correction-sheet'
import { AgreeSheet, SendBackSheet } from './decide-sheet'
import { ProposeSheet } from './propose-sheet'
import { RefuseSheet } from './refuse-sheet'
import { OrderSheet, PlainSheet } from './simple-steps'
import type { StepProps } from './step-sheet'

export type Done = Step | Held

const StepOf = ({ step, of: review, ...props }: StepProps & { readonly step: Step; readonly of: Review }) => {
  const { case: one } = review
  switch (step) {
    case 'accept':
    case 'startReview':
      return <PlainSheet step={step} id={one.id} {...props} />
    case 'notAccept':
      return <RefuseSheet id={one.id} {...props} />
    case 'askCorrection':
      return <CorrectionSheet of={one} {...props} />
    case 'propose':
      return <ProposeSheet of={one} {...props} />
    case 'agree':
      return <AgreeSheet of={review} {...props} />
    case 'sendBack':
      return <SendBackSheet of={review} {...props} />
    case 'order':
      return <OrderSheet of={one} {...props} />
  }
}

const kindOf = (step: Step, place: number): 'primary' | 'danger' | 'ghost' => {
  if (step === 'notAccept') return 'danger'
  return place === 0 ? 'primary' : 'ghost'
}

/** Steps and ways that are the caller's now; undefined: none at all. */
export const useOffers = (review: Review) => {
  const { case: one, work } = review
  const steps = stepsNow(review)
  const ways = useWays(work, one.next === 'officer')
  return steps.length > 0 || ways.has || ways.free ? { steps, ways } : undefined
}

export const Actions = ({
  of: review,
  offers: { steps, ways },
  onDone,
  onLook,
}: {
  readonly of: Review
  readonly offers: NonNullable<ReturnType<typeof useOffers>>
  readonly onDone: (done: Done) => void
  /** The case changed meanwhile. */
  readonly onLook: () => void
}) => {
  const t = useText(texts)
  const [step, setStep] = useState<Step>()
  const settles = (review.case.money?.payable ?? 1) === 0
  const reviewing = steps.length > 0 && review.work.duty === 'review'
  return (
    <>
      {steps.length > 0 && (
        <View className="sb-col g8">
          {steps.map((one, place) => (
            <Button key={one} id={`step-${one}`} kind={kindOf(one, place)} block onPress={() => setStep(one)}>
              {t(one === 'order' && settles ? 'settle' : one)}
            </Button>
          ))}
        </View>
      )}
      {reviewing && wasCorrected(review.case) && (
        <Words id="asked-before" as="s">
          {t('askedBefore')}
        </Words>
      )}
      <Holding
        of={{
          id: review.case.id,
          hallId: review.case.hallId,
          what: t('hand.what', { kind: review.case.kindName, name: review.case.taxpayerName }),
          work: review.work,
        }}
        ways={ways}
        onDone={onDone}
        onLook={onLook}
      />
      {step && (
        <StepOf
          step={step}
          of={review}
          onDone={() => {
            setStep(undefined)
            onDone(step)
          }}
          onLook={() => {
            setStep(undefined)
            onLook()
          }}
          onClose={() => setStep(undefined)}
        />
      )}
    </>
  )
}
