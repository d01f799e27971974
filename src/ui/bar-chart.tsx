/** Bars from zero: upright for days, lying for long names; side by side or one upon the other. */
import { View } from '@tarojs/components'
import { ChartField, ChartFrame, ChartKey, toneOf, type ChartProps } from './chart-frame'
import { axisOf, shareOn, type Axis, type Point } from './chart-model'
import { numberText } from './numbers'
import { classes, named } from './press'

interface BarProps extends ChartProps {
  /** The series of a group are parts of a whole, drawn upon each other. */
  readonly stacked?: boolean
  /** Bars lie, each below its name. */
  readonly lying?: boolean
}

interface Drawn extends BarProps {
  readonly axis: Axis
  readonly say: (value: number) => string
}

/** Characters of all values that fit above upright bars; where they do not, the axis and the table tell them. */
const MOST_SAID = 28

const sumOf = (values: readonly Point[]): number =>
  values.reduce<number>((sum, value) => sum + (value ?? 0), 0)

/** What each bar is as long as: the whole of a group, or each of its values. */
const lengthsOf = ({ groups, stacked }: BarProps): readonly number[] =>
  groups.flatMap(({ values }) => (stacked ? [sumOf(values)] : values.map((value) => value ?? 0)))

const Above = ({ share, said }: { readonly share: number; readonly said: string }) => (
  <View className="sb-bar-said" style={{ bottom: `${share}%` }}>
    {said}
  </View>
)

/** One group: its values upon each other, with the sum above. */
const Stack = ({ chart, values, told }: { chart: Drawn; values: readonly Point[]; told: boolean }) => {
  const { series, axis, say } = chart
  return (
    <>
      {series.map((one, place) => {
        const value = values[place] ?? 0
        if (value === 0) return null
        const tone = `tone-${toneOf(one, place)}`
        return (
          <View
            key={one.key}
            className={classes('sb-bar-in', tone)}
            style={{ height: `${shareOn(axis, value)}%` }}
          />
        )
      })}
      {told && <Above share={shareOn(axis, sumOf(values))} said={say(sumOf(values))} />}
    </>
  )
}

/** One group: its values side by side, each with its own above. */
const Side = ({ chart, values, told }: { chart: Drawn; values: readonly Point[]; told: boolean }) => {
  const { series, axis, say } = chart
  return (
    <>
      {series.map((one, place) => {
        const value = values[place] ?? null
        const share = shareOn(axis, value ?? 0)
        return (
          <View key={one.key} className="sb-bar-room">
            <View
              className={classes('sb-bar-in', `tone-${toneOf(one, place)}`)}
              style={{ height: `${share}%` }}
            />
            {told && value !== null && <Above share={share} said={say(value)} />}
          </View>
        )
      })}
    </>
  )
}

const Upright = (chart: Drawn) => {
  const { id, groups, stacked, axis, say } = chart
  const told = lengthsOf(chart).reduce((sum, length) => sum + say(length).length, 0) <= MOST_SAID
  const Bars = stacked ? Stack : Side
  return (
    <ChartField axis={axis} say={say} shape="bars" groups={groups}>
      <View className={stacked ? 'sb-bars' : 'sb-bars side'}>
        {groups.map(({ key, values }) => (
          <View key={key} {...named(`${id}-bar-${key}`)} className={stacked ? 'sb-bar stacked' : 'sb-bar'}>
            <Bars chart={chart} values={values} told={told} />
          </View>
        ))}
      </View>
    </ChartField>
  )
}

const Track = ({
  shares,
  tones,
  said,
}: {
  shares: readonly number[]
  tones: readonly string[]
  said: string
}) => (
  <View className="sb-track">
    <View className="sb-track-room">
      {shares.map((share, place) => (
        <View
          key={place}
          className={classes('sb-track-in', `tone-${tones[place] ?? ''}`)}
          style={{ width: `${share}%` }}
        />
      ))}
    </View>
    <View className="sb-track-value sb-num">{said}</View>
  </View>
)

const Lying = ({ id, series, groups, stacked, axis, say }: Drawn) => {
  const tones = series.map(toneOf)
  return (
    <View className="sb-tracks">
      {groups.map(({ key, label, values }) => (
        <View key={key} {...named(`${id}-bar-${key}`)}>
          <View className="sb-track-name">{label}</View>
          {stacked ? (
            <Track
              shares={values.map((value) => shareOn(axis, value ?? 0))}
              tones={tones}
              said={say(sumOf(values))}
            />
          ) : (
            values.map((value, place) => (
              <Track
                key={series[place]?.key}
                shares={[shareOn(axis, value ?? 0)]}
                tones={tones.slice(place)}
                said={value === null ? '–' : say(value)}
              />
            ))
          )}
        </View>
      ))}
    </View>
  )
}

/**
 * Counts and amounts, none below zero. Nothing but zeros is `empty`.
 * @example <BarChart id="age" title={…} head={t('age')} series={[{ key: 'open', name: t('open') }]} groups={groups} empty={…} />
 */
export const BarChart = (props: BarProps) => {
  const { say = numberText, series, groups, lying } = props
  const drawn: Drawn = { ...props, say, axis: axisOf(lengthsOf(props)) }
  const totals = series.map(
    ({ name }, place) => `${name} ${say(sumOf(groups.map(({ values }) => values[place] ?? 0)))}`,
  )
  const legend = series.length > 1 && <ChartKey id={props.id} series={series} said={totals} />
  const none = lengthsOf(props).every((length) => length === 0)
  return (
    <ChartFrame {...props} say={say} none={none} legend={legend}>
      {lying ? <Lying {...drawn} /> : <Upright {...drawn} />}
    </ChartFrame>
  )
}
