/** Days to pick from and steps to follow. */
import { ScrollView, View } from '@tarojs/components'
import { useLanguage } from '../messages'
import { dayNumber, dateText, weekdayText } from '../messages/dates'
import type { Day } from '../../functions/core/pure/time'
import { classes, named, press, role } from './press'

export interface DayOption {
  readonly day: Day
  /** Under the number: what is left, or why not. */
  readonly note: string
  readonly open: boolean
}

/** A strip of days. Closed ones are shown with why and can be asked about. */
export const DayPicker = ({
  id,
  label,
  days,
  value,
  onChange,
}: {
  readonly id?: string
  readonly label: string
  readonly days: readonly DayOption[]
  readonly value: Day | undefined
  readonly onChange: (day: Day) => void
}) => {
  const language = useLanguage()
  return (
    <ScrollView className="sb-days" scrollX scrollIntoView={value ? `day-${value}` : undefined}>
      <View {...named(id)} className="sb-days-in" {...role('radiogroup')} aria-label={label}>
        {days.map(({ day, note, open }) => (
          <View
            key={day}
            id={`day-${day}`}
            className={classes('sb-day', day === value && 'on', !open && day !== value && 'off')}
            {...press({
              role: 'radio',
              chosen: day === value,
              label: `${dateText(day, language)} ${weekdayText(day, language)} ${note}`,
              onPress: () => onChange(day),
            })}
          >
            <View className="sb-s">{weekdayText(day, language)}</View>
            <View className="sb-b sb-num">{dayNumber(day)}</View>
            <View className="sb-s">{note}</View>
          </View>
        ))}
      </View>
    </ScrollView>
  )
}

/** How far something has come; `done` of the steps are behind or at hand. */
export const Steps = ({
  label,
  steps,
  done,
}: {
  readonly label: string
  readonly steps: readonly string[]
  readonly done: number
}) => (
  <View className="sb-steps" {...role('list')} aria-label={label}>
    {steps.map((step, index) => (
      <View
        key={step}
        className={classes('sb-step', index < done && 'done')}
        {...role('listitem')}
        {...(index === done - 1 ? { 'aria-current': 'step' } : {})}
      >
        <View className="sb-step-line" />
        {step}
      </View>
    ))}
  </View>
)
