/** What all charts have around their drawing: the key, the axis, the names below, and the numbers in a table. */
import { useState, type PropsWithChildren, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { useText } from '../messages'
import { texts } from '../messages/charts'
import { Words } from './basics'
import { Button } from './button'
import { placesShown, shareOn, type Axis, type Point } from './chart-model'
import { classes, named, role } from './press'
import './charts.css'

/** Colours by their meaning; in the order of the series where none is given. */
export type ChartTone = 'brand' | 'quiet' | 'danger' | 'ok' | 'warn'
const TONES: readonly ChartTone[] = ['brand', 'warn', 'ok', 'danger', 'quiet']

export interface ChartSeries {
  /** Stable: part of ids. */
  readonly key: string
  readonly name: string
  readonly tone?: ChartTone
}

/** One place of the chart (a day, an office), with a value of each series in their order. */
export interface ChartGroup {
  readonly key: string
  readonly label: string
  readonly values: readonly Point[]
}

export interface ChartProps {
  readonly id: string
  readonly title: string
  /** What the groups are, above their column of the table: 「日期」. */
  readonly head: string
  readonly series: readonly ChartSeries[]
  readonly groups: readonly ChartGroup[]
  /** A value in words, with its unit; whole numbers with thousands where absent. Of money: `yuanDisplay`. */
  readonly say?: (value: number) => string
  /** Said instead of a drawing when there is nothing to draw. */
  readonly empty: string
}

export const toneOf = ({ tone }: ChartSeries, place: number): ChartTone =>
  tone ?? TONES[place % TONES.length] ?? 'brand'

/** Which colour is which, each with what it comes to. */
export const ChartKey = ({
  id,
  series,
  said,
}: {
  readonly id: string
  readonly series: readonly ChartSeries[]
  readonly said: readonly string[]
}) => (
  <View className="sb-chart-key">
    {series.map((one, place) => (
      <View key={one.key} {...named(`${id}-key-${one.key}`)} className="sb-chart-name">
        <View className={classes('sb-chart-dot', `tone-${toneOf(one, place)}`)} />
        <Words as="s">{said[place]}</Words>
      </View>
    ))}
  </View>
)

/** As many names as stand side by side. */
const MOST_NAMES = 6

/** Names of the groups below the field: each below its own, or of many the first, the middle one and the last. */
const Names = ({ groups }: { readonly groups: readonly ChartGroup[] }) => {
  const places = placesShown(groups.length, MOST_NAMES)
  return (
    <View className={classes('sb-chart-names', places.length < groups.length && 'apart')}>
      {places.map((place) => (
        <View key={place} className="sb-chart-label">
          {groups[place]?.label}
        </View>
      ))}
    </View>
  )
}

/** The axis at the left with its lines across the field; what is drawn comes inside. */
export const ChartField = ({
  axis,
  say,
  shape,
  groups,
  children,
}: PropsWithChildren<{
  readonly axis: Axis
  readonly say: (value: number) => string
  readonly shape: 'bars' | 'lines'
  readonly groups: readonly ChartGroup[]
}>) => {
  const [widest] = axis.ticks.map(say).sort((a, b) => b.length - a.length)
  return (
    <View className="sb-chart-field">
      <View className="sb-chart-axis">
        <View className="sb-chart-widest">{widest}</View>
        {axis.ticks.map((tick) => (
          <View key={tick} className="sb-chart-tick" style={{ bottom: `${shareOn(axis, tick)}%` }}>
            {say(tick)}
          </View>
        ))}
      </View>
      <View className={classes('sb-chart-plot', shape)}>
        {axis.ticks.map((tick) => (
          <View
            key={tick}
            className={classes('sb-chart-rule', tick === 0 && 'zero')}
            style={{ bottom: `${shareOn(axis, tick)}%` }}
          />
        ))}
        {children}
      </View>
      <View />
      <Names groups={groups} />
    </View>
  )
}

/** The same in numbers: always there to be read aloud, and shown when asked for. */
const Table = ({
  id,
  title,
  head,
  series,
  groups,
  say = String,
  open,
}: ChartProps & { readonly open: boolean }) => {
  const t = useText(texts)
  return (
    <View
      {...named(`${id}-table`)}
      className={open ? 'sb-chart-table' : 'sb-hidden'}
      {...role('table')}
      aria-label={t('table', { title })}
    >
      <View className="sb-chart-line head" {...role('row')}>
        {[head, ...series.map(({ name }) => name)].map((name) => (
          <View key={name} className="sb-chart-cell" {...role('columnheader')}>
            {name}
          </View>
        ))}
      </View>
      {groups.map(({ key, label, values }) => (
        <View key={key} {...named(`${id}-${key}`)} className="sb-chart-line" {...role('row')}>
          <View className="sb-chart-cell" {...role('rowheader')}>
            {label}
          </View>
          {values.map((value, place) => (
            <View key={series[place]?.key} className="sb-chart-cell sb-num" {...role('cell')}>
              {value === null ? t('unknown') : say(value)}
            </View>
          ))}
        </View>
      ))}
    </View>
  )
}

/** The drawing for the eye, the table for the ear and for whoever wants the numbers. */
export const ChartFrame = ({
  none,
  legend,
  children,
  ...chart
}: PropsWithChildren<ChartProps & { readonly none: boolean; readonly legend: ReactNode }>) => {
  const t = useText(texts)
  const [open, setOpen] = useState(false)
  const { id, empty } = chart
  if (none)
    return (
      <View {...named(`${id}-none`)}>
        <Words as="s">{empty}</Words>
      </View>
    )
  return (
    <View {...named(id)} className="sb-chart">
      {legend}
      <View className="sb-chart-drawn" aria-hidden="true">
        {children}
      </View>
      <Table {...chart} open={open} />
      <Button id={`${id}-numbers`} kind="text" icon="chart" onPress={() => setOpen(!open)}>
        {t(open ? 'hide' : 'show')}
      </Button>
    </View>
  )
}
