/** The steps that the caller may take now, each behind its sheet; taking up, letting go, handing over beside them. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { api } from '../../../../client/api'
import { useAction } from '../../../../client/use-action'
import { useMe } from '../../../../client/use-me'
import { useText } from '../../../../messages'
import { Button, Words } from '../../../../ui'
import { HandOverSheet } from '../../list/parts/hand-over'
import { texts } from '../../messages'
import { stepsNow, wasCorrected, type Review, type Step } from '../../model/steps'
import { CorrectionSheet } from './correction-sheet'
import { AgreeSheet, SendBackSheet } from './decide-sheet'
import { ProposeSheet } from './propose-sheet'
import { RefuseSheet } from './refuse-sheet'
import { OrderSheet, PlainSheet } from './simple-steps'
import { StepError, type StepProps } from './step-sheet'

export type Done = Step | 'claim' | 'release' | 'handOver'

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

interface Ways {
  /** The caller's to give away. */
  readonly has: boolean
  /** Nobody's, and the caller's to take. */
  readonly free: boolean
}

/** Steps and ways that are the caller's now; undefined: none at all. */
export const useOffers = (review: Review) => {
  const supervisor = useMe().data?.grants.some(({ role }) => role === 'supervisor') ?? false
  const { case: one, work } = review
  const steps = stepsNow(review)
  const open = one.next === 'officer'
  const ways: Ways = {
    has: open && (work.assignee === 'me' || (work.assignee === 'other' && supervisor)),
    free: open && work.assignee === 'nobody' && work.mayAct,
  }
  return steps.length > 0 || ways.has || ways.free ? { steps, ways } : undefined
}

/** Whose it is, and the ways to change that. */
const Holding = ({
  of: { case: one, work },
  ways,
  onDone,
  onLook,
}: {
  readonly of: Review
  readonly ways: Ways
  readonly onDone: (done: Done) => void
  readonly onLook: () => void
}) => {
  const t = useText(texts)
  const [handing, setHanding] = useState(false)
  const move = useAction((what: 'claim' | 'release', key) => api.workbench[what]({ id: one.id }, { key }))
  const run = async (what: 'claim' | 'release'): Promise<void> => {
    if (await move.run(what)) onDone(what)
  }
  const { has, free } = ways
  if (!has && !free) return null
  return (
    <>
      {move.error && <StepError error={move.error} onLook={onLook} />}
      <View className="wb-holding">
        {free && (
          <Button id="take" kind="ghost" loading={move.busy} onPress={() => void run('claim')}>
            {t('take')}
          </Button>
        )}
        {has && (
          <>
            <Button id="let-go" kind="ghost" loading={move.busy} onPress={() => void run('release')}>
              {t(work.assignee === 'me' ? 'letGo' : 'free')}
            </Button>
            <Button id="hand-over-open" kind="ghost" onPress={() => setHanding(true)}>
              {t('handOver')}
            </Button>
          </>
        )}
      </View>
      {handing && (
        <HandOverSheet
          id={one.id}
          hallId={one.hallId}
          what={t('hand.what', { kind: one.kindName, name: one.taxpayerName })}
          onDone={() => {
            setHanding(false)
            onDone('handOver')
          }}
          onClose={() => setHanding(false)}
        />
      )}
    </>
  )
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
      <Holding of={review} ways={ways} onDone={onDone} onLook={onLook} />
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
