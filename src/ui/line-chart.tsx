/** Lines over days: each a mask that a colour of the theme shines through, so that one image serves light and dark. */
import { View } from '@tarojs/components'
import { useText } from '../messages'
import { texts } from '../messages/charts'
import { ChartField, ChartFrame, ChartKey, toneOf, type ChartProps } from './chart-frame'
import { axisOf, lineImage, type Axis, type Point } from './chart-model'
import { numberText } from './numbers'
import { classes } from './press'

const Line = ({
  points,
  axis,
  place,
  tone,
}: {
  readonly points: readonly Point[]
  readonly axis: Axis
  readonly place: number
  readonly tone: string
}) => {
  const image = `url("${lineImage(points, axis, place)}")`
  return (
    <View
      className={classes('sb-line', `tone-${tone}`)}
      style={{ WebkitMaskImage: image, maskImage: image }}
    />
  )
}

/** The last value that is known, and where. */
const useLatest = ({ series, groups }: ChartProps, say: (value: number) => string) => {
  const t = useText(texts)
  return series.map(({ name }, place) => {
    const [last] = groups.filter(({ values }) => typeof values[place] === 'number').slice(-1)
    const value = last?.values[place]
    return last && typeof value === 'number'
      ? t('latest', { name, value: say(value), label: last.label })
      : name
  })
}

/**
 * Values over time, zero on the axis; `null` breaks a line. Only unknown values are `empty`.
 * @example <LineChart id="paid" title={…} head={t('day')} series={series} groups={days} say={(fen) => yuanDisplay(fen)} empty={…} />
 */
export const LineChart = (props: ChartProps) => {
  const { id, say = numberText, series, groups } = props
  const latest = useLatest(props, say)
  const lines = series.map((_, place) => groups.map(({ values }) => values[place] ?? null))
  const known = lines.flatMap((points) => points.filter((value) => value !== null))
  const axis = axisOf(known)
  return (
    <ChartFrame
      {...props}
      say={say}
      none={known.length === 0}
      legend={<ChartKey id={id} series={series} said={latest} />}
    >
      <ChartField axis={axis} say={say} shape="lines" groups={groups}>
        {series.map((one, place) => (
          <Line
            key={one.key}
            points={lines[place] ?? []}
            axis={axis}
            place={place}
            tone={toneOf(one, place)}
          />
        ))}
      </ChartField>
    </ChartFrame>
  )
}
