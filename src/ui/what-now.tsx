/** What a case waits for: with whom it is, the next step, until when by law, and what one can do oneself. */
import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { Day } from '../../functions/core/pure/time'
import { useLanguage, useText } from '../messages'
import { texts } from '../messages/cases'
import { datedText } from '../messages/dates'
import { Card, Column, Fact, Note, Tag, Words } from './basics'
import { named } from './press'

export interface TimelineNow {
  readonly title: string
  /** Who acts next. */
  readonly who: string
  /** The next step, in words. */
  readonly next: string
  /** Counted plainly: what the office aims at. */
  readonly target?: Day
  /** By law the last day. */
  readonly outer?: Day
  /** Until `toward`, in its unit: 0 on the day itself, negative once it is over. */
  readonly daysLeft?: number
  /** What `daysLeft` counts to; the outer date where absent, or the only one there is. */
  readonly toward?: 'target' | 'outer'
  readonly unit?: 'naturalDays' | 'workingDays'
  /** The clock stands still, waiting for somebody's answer. */
  readonly paused?: boolean
  /** The dates need the holidays of a year that is not published. */
  readonly calendarUnknown?: boolean
  readonly basis?: string
  readonly unconfirmed?: boolean
}

/** How much time is left, in words; undefined when nothing is counted. */
export const useLeftText = () => {
  const t = useText(texts)
  return ({ daysLeft, toward, unit, target, outer }: TimelineNow): string | undefined => {
    if (daysLeft === undefined) return undefined
    const end = toward ?? (outer === undefined && target !== undefined ? 'target' : 'outer')
    if (daysLeft === 0) return t(`last.${end}`)
    const counted = unit === 'workingDays' ? (end === 'target' ? 'workTarget' : 'workOuter') : end
    return daysLeft > 0 ? t(`left.${counted}`, { n: daysLeft }) : t(`over.${counted}`, { n: -daysLeft })
  }
}

/** Three days and less are soon. */
const SOON = 3

const Dates = ({ id, now }: { readonly id: string; readonly now: TimelineNow }) => {
  const t = useText(texts)
  const language = useLanguage()
  const left = useLeftText()(now)
  const { target, outer, daysLeft = SOON + 1, paused } = now
  const two = target !== undefined && outer !== undefined && target !== outer
  const only = outer ?? target
  return (
    <Column gap={4}>
      {two && (
        <>
          <Fact label={t('target')}>{datedText(target, language)}</Fact>
          <Fact label={t('outer')}>
            <Words as="b">{datedText(outer, language)}</Words>
          </Fact>
        </>
      )}
      {!two && only !== undefined && (
        <Fact label={t('due')}>
          <Words as="b">{datedText(only, language)}</Words>
        </Fact>
      )}
      {left !== undefined && (
        <View {...named(`${id}-left`)} className="sb-way-left">
          <Tag tone={daysLeft < 0 ? 'danger' : daysLeft <= SOON ? 'warn' : 'ok'}>{left}</Tag>
        </View>
      )}
      {two && <Words as="s">{t('outerWhy')}</Words>}
      {paused && <Words as="s">{t('paused')}</Words>}
    </Column>
  )
}

export const WhatNow = ({
  id,
  now,
  children,
}: {
  readonly id: string
  readonly now: TimelineNow
  readonly children?: ReactNode
}) => {
  const t = useText(texts)
  const { title, who, next, basis, unconfirmed, calendarUnknown } = now
  return (
    <Card id={id} next>
      <Column gap={12}>
        <Column gap={4}>
          <Words as="h" level={2}>
            {title}
          </Words>
          <Words>{t('now.who', { who })}</Words>
          <Words>{t('now.next', { next })}</Words>
        </Column>
        <Dates id={id} now={now} />
        {calendarUnknown && <Note icon="calendar">{t('calendarUnknown')}</Note>}
        {(basis !== undefined || unconfirmed) && (
          <Column gap={4}>
            {basis !== undefined && <Words as="s">{t('basis', { basis })}</Words>}
            {unconfirmed && <Words as="s warn">{t('unconfirmedNote')}</Words>}
          </Column>
        )}
        {children !== undefined && children !== null && children !== false && (
          <Column gap={8}>
            <Words as="b" level={3}>
              {t('now.can')}
            </Words>
            {children}
          </Column>
        )}
      </Column>
    </Card>
  )
}
