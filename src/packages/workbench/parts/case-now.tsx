/** Where a case of one step stands: by when, whose it is, what the caller may do; or plainly why not, and who may; or that it is over. */
import { useState, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { say, type Text } from '../../../../functions/core/pure/text'
import { dayOf, type Day } from '../../../../functions/core/pure/time'
import { useNow } from '../../../client/use-now'
import { useLanguage, useText } from '../../../messages'
import { Button, Card, Column, Note, Words } from '../../../ui'
import { WhatNow } from '../../../ui/what-now'
import { texts } from '../messages'
import { timeLeft } from '../model/items'
import type { StepProps } from '../refund/parts/step-sheet'
import type { CaseHands } from './case-page'
import { Holding, useWays } from './holding'
import { useHolderText, WorkBar } from './work-bar'

export interface OneStep<Outcome extends string> {
  readonly id: string
  readonly hallId: string
  readonly kind: Text
  readonly state: Text
  readonly taxpayerName: string
  readonly over: boolean
  /** Why it was decided so; empty until it is. */
  readonly decision: string
  readonly due: Day
  /** The next step, in words. */
  readonly next: string
  readonly work: {
    readonly assignee: 'me' | 'other' | 'nobody'
    readonly mayAct: boolean
    readonly bar: 'waiting' | 'duty' | 'fourEyes' | 'taken' | null
    readonly duty: string
    readonly holder: string
  }
  /** The likely one first. */
  readonly outcomes: readonly {
    readonly outcome: Outcome
    readonly words: string
    readonly kind: 'primary' | 'danger' | 'ghost'
  }[]
}

interface Props<Outcome extends string> {
  readonly of: OneStep<Outcome>
  readonly hands: CaseHands<Outcome>
  /** Asks once more in words, and does it. */
  readonly sheet: (outcome: Outcome, props: StepProps) => ReactNode
}

const Actions = <Outcome extends string>({ of: one, hands, sheet }: Props<Outcome>) => {
  const t = useText(texts)
  const language = useLanguage()
  const [asking, setAsking] = useState<Outcome>()
  const ways = useWays(one.work, true)
  const { id, hallId, work, taxpayerName } = one
  const what = t('hand.what', { kind: say(one.kind, language), name: taxpayerName })
  return (
    <>
      {work.mayAct && (
        <View className="sb-col g8">
          {one.outcomes.map(({ outcome, words, kind }) => (
            <Button key={outcome} id={`step-${outcome}`} kind={kind} block onPress={() => setAsking(outcome)}>
              {words}
            </Button>
          ))}
        </View>
      )}
      <Holding of={{ id, hallId, what, work }} ways={ways} onDone={hands.onDone} onLook={hands.onLook} />
      {asking !== undefined &&
        sheet(asking, {
          onDone: () => {
            setAsking(undefined)
            hands.onDone(asking)
          },
          onLook: () => {
            setAsking(undefined)
            hands.onLook()
          },
          onClose: () => setAsking(undefined),
        })}
    </>
  )
}

export const OneStepNow = <Outcome extends string>(props: Props<Outcome>) => {
  const t = useText(texts)
  const language = useLanguage()
  const holder = useHolderText()
  const today = dayOf(useNow())
  const { of: one, hands } = props
  const title = say(one.state, language)
  if (one.over)
    return (
      <Card id="case-now" next>
        <Column gap={4}>
          <Words as="h" level={2}>
            {title}
          </Words>
          <Words>{t('case.over')}</Words>
          {one.decision !== '' && <Words as="s">{t('appeal.decided', { said: one.decision })}</Words>}
        </Column>
      </Card>
    )
  const time = timeLeft({ due: one.due, outer: null, runs: true }, today)
  return (
    <>
      <WhatNow id="case-now" now={{ title, who: holder(one.work), next: one.next, ...time }}>
        {!hands.locked && <Actions {...props} />}
      </WhatNow>
      {hands.locked && (
        <Note tone="warn" icon="offline">
          {t('offline')}
        </Note>
      )}
      <WorkBar work={one.work} />
    </>
  )
}
