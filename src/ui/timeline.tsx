/**
 * The way of a case: what it waits for now, with whom, until when by law, what one can do; then each step, past, at hand and
 * to come. Plain data, so that any case is shown by it. For sub-packages alone.
 */
import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { dayOf, minuteOf, type Instant } from '../../functions/core/pure/time'
import { useLanguage, useText, type Language, type Translate } from '../messages'
import { texts } from '../messages/cases'
import { datedText, timeText } from '../messages/dates'
import { Icon, Tag, Words, type Tone } from './basics'
import type { IconName } from './icon-names'
import { classes, named, role } from './press'
import { Spoken } from './spoken'
import { useLeftText, WhatNow, type TimelineNow } from './what-now'
import './timeline.css'

export type { TimelineNow } from './what-now'

export interface TimelineItem {
  /** Unique in its timeline. */
  readonly key: string
  readonly title: string
  /** When it happened, or when it is planned for. */
  readonly at?: Instant
  /** Who acted, or acts next: 「经办人 周*」, 「您」. */
  readonly who: string
  readonly note?: string
  /** Why: of a refusal, of a list of corrections. */
  readonly reasons?: readonly string[]
  readonly unconfirmed?: boolean
  readonly state: 'done' | 'now' | 'coming' | 'stopped'
}

const ICONS: Readonly<Record<TimelineItem['state'], IconName | undefined>> = {
  done: 'check',
  now: 'clock',
  coming: undefined,
  stopped: 'close',
}
const TONES: Readonly<Record<TimelineItem['state'], Tone | undefined>> = {
  done: 'ok',
  now: undefined,
  coming: 'quiet',
  stopped: 'danger',
}

/** 2026年11月24日 9:30 · 24 Nov 2026, 9:30 */
const whenText = (at: Instant, language: Language, t: Translate<(typeof texts)['zh-CN']>): string =>
  t('at', { day: datedText(dayOf(at), language), time: timeText(minuteOf(at)) })

const Reasons = ({ reasons }: { readonly reasons: readonly string[] }) => {
  const t = useText(texts)
  return (
    <View className="sb-why" {...role('list')} aria-label={t('reasons')}>
      {reasons.map((reason, place) => (
        <View key={`${place} ${reason}`} className="sb-why-one" {...role('listitem')}>
          {reason}
        </View>
      ))}
    </View>
  )
}

const Step = ({ id, item }: { readonly id: string; readonly item: TimelineItem }) => {
  const t = useText(texts)
  const language = useLanguage()
  const { key, title, at, who, note, reasons, unconfirmed, state } = item
  const icon = ICONS[state]
  return (
    <View
      {...named(`${id}-${key}`)}
      className={classes('sb-way-step', state)}
      {...role('listitem')}
      {...(state === 'now' ? { 'aria-current': 'step' } : {})}
    >
      <View className="sb-way-mark" aria-hidden="true">
        <View className="sb-way-dot">{icon && <Icon name={icon} size="small" />}</View>
      </View>
      <View className="sb-way-words">
        <View className="sb-way-head">
          <Words as="b">{title}</Words>
          <Tag tone={TONES[state]}>{t(`state.${state}`)}</Tag>
          {unconfirmed && <Tag tone="warn">{t('unconfirmed')}</Tag>}
        </View>
        {at !== undefined && <Words as="s num">{whenText(at, language, t)}</Words>}
        <Words as="s">{t('by', { who })}</Words>
        {note !== undefined && note !== '' && <Words>{note}</Words>}
        {reasons && reasons.length > 0 && <Reasons reasons={reasons} />}
      </View>
    </View>
  )
}

/** The case in sentences. */
const useSpokenText = () => {
  const t = useText(texts)
  const language = useLanguage()
  const leftText = useLeftText()
  return (items: readonly TimelineItem[], now: TimelineNow | undefined): string => {
    const past = items.filter(({ state }) => state === 'done' || state === 'stopped')
    const last = past[past.length - 1]
    const left = now && leftText(now)
    return (
      [
        now && t('spoken.now', now),
        now?.target && now.outer && now.target !== now.outer
          ? t('spoken.two', {
              target: datedText(now.target, language),
              outer: datedText(now.outer, language),
            })
          : (now?.outer ?? now?.target) &&
            t('spoken.one', { day: datedText(now?.outer ?? now?.target ?? '', language) }),
        left && t('spoken.left', { left }),
        last?.at !== undefined &&
          t('spoken.past', { n: past.length, title: last.title, at: whenText(last.at, language, t) }),
      ]
        .filter((sentence) => typeof sentence === 'string')
        // Chinese sentences stand without a space between them.
        .join(language === 'en' ? ' ' : '')
    )
  }
}

/** @example <Timeline id="way" items={items} now={now}><Button>…</Button></Timeline> */
export const Timeline = ({
  id,
  items,
  now,
  children,
}: {
  readonly id: string
  readonly items: readonly TimelineItem[]
  /** Absent once the case is over. */
  readonly now?: TimelineNow | undefined
  /** What one can do now: buttons, in the order of their weight. */
  readonly children?: ReactNode
}) => {
  const t = useText(texts)
  // Of steps without a time there is nothing to say beyond what stands there.
  const spoken = useSpokenText()(items, now)
  return (
    <View {...named(id)} className="sb-col g12">
      {now && (
        <WhatNow id={`${id}-now`} now={now}>
          {children}
        </WhatNow>
      )}
      <View className="sb-card sb-col g12">
        <Words as="h" level={2}>
          {t('timeline')}
        </Words>
        <View className="sb-way" {...role('list')} aria-label={t('timeline')}>
          {items.map((item) => (
            <Step key={item.key} id={id} item={item} />
          ))}
        </View>
        {spoken !== '' && <Spoken id={`${id}-spoken`}>{spoken}</Spoken>}
      </View>
    </View>
  )
}
