/** Where the case stands: its state, whose move it is, how long there is, what I may do, or plainly why not and who may. */
import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { say } from '../../../../../functions/core/pure/text'
import { dayOf } from '../../../../../functions/core/pure/time'
import { STATE_WORDS } from '../../../../../functions/refunds/data/words'
import type { RefundState } from '../../../../../functions/refunds/rules/states'
import { useNow } from '../../../../client/use-now'
import { useLanguage, useText } from '../../../../messages'
import { datedText } from '../../../../messages/dates'
import { Card, Column, Note, Words } from '../../../../ui'
import { WhatNow, type TimelineNow } from '../../../../ui/what-now'
import { texts } from '../../messages'
import { timeLeft } from '../../model/items'
import { comingOf, lacksAccount, type Review } from '../../model/steps'
import { useHolderText, WorkBar } from '../../parts/work-bar'

const useStateText = () => {
  const language = useLanguage()
  return (state: string): string => {
    const words = STATE_WORDS[state as RefundState] as (typeof STATE_WORDS)[RefundState] | undefined
    return words ? say(words, language) : state
  }
}

const useHolder = () => {
  const t = useText(texts)
  const holderText = useHolderText()
  return ({ case: one, work }: Review): string => {
    return one.next === 'officer' ? holderText(work) : t(`party.${one.next ?? 'officer'}`)
  }
}

/** Why the next step is not the caller's, and who may take it. */
const Bar = ({ of: { case: one, work } }: { readonly of: Review }) => {
  const t = useText(texts)
  if (work.bar === 'waiting')
    return one.next === null ? null : (
      <Note>
        <View id="bar">{t('bar.waiting', { who: t(`party.${one.next}`) })}</View>
      </Note>
    )
  if (work.bar === null && lacksAccount(one) && work.duty === 'pay')
    return (
      <Note tone="warn">
        <View id="bar">{t('bar.account')}</View>
      </Note>
    )
  return <WorkBar work={work} />
}

const Over = ({ of: { case: one } }: { readonly of: Review }) => {
  const t = useText(texts)
  const stateText = useStateText()
  return (
    <Card id="case-now" next>
      <Column gap={4}>
        <Words as="h" level={2}>
          {stateText(one.state)}
        </Words>
        <Words>{t('case.over')}</Words>
        {one.appeal && <Words as="s">{one.appeal.rule}</Words>}
      </Column>
    </Card>
  )
}

/** `children`: what can be done; nothing where that is nothing. */
export const CaseNow = ({ of: review, children }: { readonly of: Review; readonly children: ReactNode }) => {
  const t = useText(texts)
  const language = useLanguage()
  const stateText = useStateText()
  const holder = useHolder()
  const today = dayOf(useNow())
  const { case: one, work } = review
  const coming = comingOf(review)
  if (coming === undefined) return <Over of={review} />
  const runs = one.next === 'officer' && !one.paused
  const { late, ...time } = timeLeft({ due: one.target, outer: one.outer, runs }, today)
  const now: TimelineNow = {
    title: stateText(one.state),
    who: holder(review),
    next: t(`next.${coming}`),
    ...time,
    paused: one.paused,
    calendarUnknown: one.outer === null,
    basis: one.term.basis,
    unconfirmed: one.term.unconfirmed,
  }
  return (
    <>
      {work.escalated && (
        <Note tone="danger" icon="warn">
          <View id="escalated">{t(late ? 'escalatedLate' : 'escalatedSoon')}</View>
        </Note>
      )}
      <WhatNow id="case-now" now={now}>
        {children}
      </WhatNow>
      {one.correctionDue !== null && (
        <Note icon="calendar">
          <View id="correction-due">
            {t('correctionDue', { day: datedText(one.correctionDue, language) })}
          </View>
        </Note>
      )}
      <Bar of={review} />
    </>
  )
}
