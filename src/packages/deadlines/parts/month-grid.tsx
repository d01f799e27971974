/** The grid of a month: its days by weeks, holidays and worked weekends, and what is due on each. */
import { View } from '@tarojs/components'
import type { Day } from '../../../../functions/core/pure/time'
import { useLanguage, useText } from '../../../messages'
import { dayNumber, longDateText, weekdayText } from '../../../messages/dates'
import { classes, named, press, role } from '../../../ui'
import { texts } from '../messages'
import { weeksOf, type Cell } from '../model/grid'
import { dayIn, markOf, type Mark, type Row } from '../model/rows'

const LOOKS: Readonly<Record<Mark, string>> = {
  none: '',
  open: 'due',
  filed: 'filed',
  unsure: 'due unsure',
}

interface DayProps {
  readonly cell: Cell
  readonly rows: readonly Row[]
  readonly today: boolean
  readonly chosen: boolean
  readonly onPress: () => void
}

const DayCell = ({ cell, rows, today, chosen, onPress }: DayProps) => {
  const t = useText(texts)
  const language = useLanguage()
  const { day, inMonth, sort } = cell
  const mark = markOf(rows)
  const look = classes(
    'dl-cell',
    !inMonth && 'out',
    (sort === 'holiday' || sort === 'weekend') && 'rest',
    LOOKS[mark],
    today && 'today',
    chosen && 'on',
  )
  const sorted = sort === 'holiday' ? t('off') : sort === 'work' ? t('work') : ''
  const body = (
    <>
      <View className="dl-number">{dayNumber(day)}</View>
      <View className="dl-note">{rows.length > 0 ? rows.length : sorted}</View>
    </>
  )
  if (!inMonth) return <View className={look} aria-hidden="true" />
  if (rows.length === 0) return <View className={look}>{body}</View>
  const said = t(mark === 'filed' ? 'cellFiled' : 'cell', {
    day: longDateText(day, language),
    n: rows.length,
  })
  return (
    <View
      {...named(`on-${day}`)}
      className={look}
      {...press({
        role: 'radio',
        chosen,
        label: today ? t('cellToday', { cell: said }) : said,
        onPress,
      })}
    >
      {body}
    </View>
  )
}

const Names = ({ week }: { readonly week: readonly Cell[] }) => {
  const language = useLanguage()
  /** Mo, and in Chinese the one character after the word for week. */
  const short = (day: Day): string => weekdayText(day, language).slice(language === 'en' ? 0 : 1, 2)
  return (
    <View className="dl-week" aria-hidden="true">
      {week.map(({ day }) => (
        <View key={day} className="dl-name">
          {short(day)}
        </View>
      ))}
    </View>
  )
}

export const MonthGrid = ({
  month,
  today,
  rows,
  chosen,
  onDay,
}: {
  readonly month: string
  readonly today: Day
  readonly rows: readonly Row[]
  readonly chosen: Day | undefined
  readonly onDay: (day: Day) => void
}) => {
  const t = useText(texts)
  const weeks = weeksOf(month)
  return (
    <View id="grid" className="dl-grid" {...role('radiogroup')} aria-label={t('title')}>
      <Names week={weeks[0] ?? []} />
      {weeks.map((week) => (
        <View key={week[0]?.day} className="dl-week">
          {week.map((cell) => (
            <DayCell
              key={cell.day}
              cell={cell}
              rows={rows.filter((row) => dayIn(row) === cell.day)}
              today={cell.day === today}
              chosen={cell.day === chosen}
              onPress={() => onDay(cell.day)}
            />
          ))}
        </View>
      ))}
    </View>
  )
}

/** What the marks mean: only those that are there. */
export const Legend = ({ rows }: { readonly rows: readonly Row[] }) => {
  const t = useText(texts)
  const marks = (['open', 'filed', 'unsure'] as const).filter((mark) =>
    rows.some((row) => markOf([row]) === mark),
  )
  return (
    <View className="dl-legend">
      {marks.map((mark) => (
        <View key={mark} className="dl-key">
          <View className={`dl-dot ${mark}`} aria-hidden="true" />
          <View>{t(`legend.${mark}`)}</View>
        </View>
      ))}
    </View>
  )
}
