/** A month: its head with the way to others, the grid, what is not published yet, and the list below. */
import { useRef } from 'react'
import { View, type CommonEvent, type ITouchEvent } from '@tarojs/components'
import { monthText } from '../../../../functions/core/pure/date-text'
import { monthOf, type Day } from '../../../../functions/core/pure/time'
import type { Profile } from '../../../../functions/deadlines/rules/profile'
import { useLanguage, useText } from '../../../messages'
import { datedText } from '../../../messages/dates'
import { Button, Card, Column, Empty, Icon, Note, press, Row as Line, Words } from '../../../ui'
import { texts } from '../messages'
import { isUnpublished, monthBeside } from '../model/grid'
import { dayIn, nextDay, type Row, type Taxpayer } from '../model/rows'
import { DayList } from './day-list'
import { Legend, MonthGrid } from './month-grid'

/** Fingers that move so far to a side mean the month beside. */
const SWIPE = 60

const useSwipe = (onStep: (step: -1 | 1) => void) => {
  const from = useRef<{ readonly x: number; readonly y: number }>()
  const at = (event: CommonEvent): { x: number; y: number } => {
    const [touch] = Array.from((event as ITouchEvent).changedTouches)
    return { x: touch?.pageX ?? 0, y: touch?.pageY ?? 0 }
  }
  return {
    onTouchStart: (event: CommonEvent) => {
      from.current = at(event)
    },
    onTouchEnd: (event: CommonEvent) => {
      const [begun, ended] = [from.current, at(event)]
      if (!begun || Math.abs(ended.x - begun.x) < Math.max(SWIPE, 2 * Math.abs(ended.y - begun.y))) return
      onStep(ended.x < begun.x ? 1 : -1)
    },
  }
}

const Head = ({ month, today, onMonth }: MonthProps) => {
  const t = useText(texts)
  const language = useLanguage()
  const [before, after] = [monthBeside(month, -1, today), monthBeside(month, 1, today)]
  const step = (id: string, to: string | undefined, label: string, icon: 'back' | 'next') => (
    <View
      id={id}
      className="sb-btn text"
      {...press({ label, disabled: to === undefined, onPress: () => to !== undefined && onMonth(to) })}
    >
      <Icon name={icon} />
    </View>
  )
  return (
    <View className="dl-head">
      {step('month-before', before, t('before'), 'back')}
      <Words as="h center" live>
        {monthText(month, language)}
      </Words>
      {step('month-after', after, t('after'), 'next')}
    </View>
  )
}

const Nothing = ({
  month,
  profiles,
  onMonth,
}: Pick<MonthProps, 'month' | 'onMonth'> & { readonly profiles: readonly Profile[] }) => {
  const t = useText(texts)
  const language = useLanguage()
  const next = nextDay(profiles, month)
  return next === undefined ? (
    <Empty icon="calendar" title={t('none')} />
  ) : (
    <Empty
      icon="calendar"
      title={t('none')}
      action={t('next', { day: datedText(next, language) })}
      onAction={() => onMonth(monthOf(next))}
    />
  )
}

export interface MonthProps {
  readonly month: string
  readonly day: Day | undefined
  readonly today: Day
  readonly onMonth: (month: string) => void
  readonly onDay: (day: Day | undefined) => void
}

/** The head and the grid stay while the month's rows are on their way. */
export const MonthCard = ({ rows, ...month }: MonthProps & { readonly rows: readonly Row[] }) => {
  const t = useText(texts)
  const { day, today, onDay, onMonth } = month
  const swipe = useSwipe((step) => {
    const to = monthBeside(month.month, step, today)
    if (to !== undefined) onMonth(to)
  })
  return (
    <>
      <Card>
        <Column gap={8}>
          <Head {...month} />
          <View {...swipe}>
            <MonthGrid
              month={month.month}
              today={today}
              rows={rows}
              chosen={day}
              onDay={(next) => onDay(next === day ? undefined : next)}
            />
          </View>
          <Line wrap gap={8}>
            <Legend rows={rows} />
            {monthOf(today) !== month.month && (
              <Button id="to-today" kind="text" onPress={() => onMonth(monthOf(today))}>
                {t('today')}
              </Button>
            )}
          </Line>
        </Column>
      </Card>
      {isUnpublished(month.month) && (
        <Note tone="warn" icon="info">
          <View id="unpublished">{t('unpublished', { year: month.month.slice(0, 4) })}</View>
        </Note>
      )}
    </>
  )
}

/** What is due in the month, or on the day that was chosen. */
export const MonthList = ({
  rows,
  taxpayers,
  kind,
  profiles,
  ...month
}: MonthProps & {
  readonly rows: readonly Row[]
  readonly taxpayers: readonly Taxpayer[]
  /** What they file: for the next thing, where nothing is due. */
  readonly profiles: readonly Profile[]
  readonly kind?: string
}) => {
  const t = useText(texts)
  const { day, today, onDay } = month
  const chosen = rows.filter((row) => dayIn(row) === day)
  if (rows.length === 0) return <Nothing month={month.month} profiles={profiles} onMonth={month.onMonth} />
  return (
    <>
      <DayList rows={chosen.length > 0 ? chosen : rows} today={today} taxpayers={taxpayers} kind={kind} />
      {chosen.length > 0 && chosen.length < rows.length && (
        <Line>
          <Button id="whole-month" kind="text" onPress={() => onDay(undefined)}>
            {t('whole')}
          </Button>
        </Line>
      )}
    </>
  )
}
