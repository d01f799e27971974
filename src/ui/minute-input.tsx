/** A time of day by the platform's own picker: WeChat's wheels, a browser's clock. For sub-packages alone. */
import { Picker, View } from '@tarojs/components'
import type { MinuteOfDay } from '../../functions/core/pure/time'
import { useText } from '../messages'
import { texts } from '../messages/forms'
import { Icon } from './basics'
import { press } from './press'
import './form-fields.css'

const web = process.env.TARO_ENV === 'h5'

const HOUR = 60
const two = (n: number): string => String(n).padStart(2, '0')

/** 540 → `09:00`, as pickers write it. */
export const clockOf = (minute: MinuteOfDay): string =>
  `${two(Math.floor(minute / HOUR))}:${two(minute % HOUR)}`

/** Undefined for what is no time: a browser's field may be emptied. */
export const minuteIn = (clock: string): MinuteOfDay | undefined => {
  const [, hours, minutes] = /^(\d{2}):(\d{2})/.exec(clock) ?? []
  if (hours === undefined || minutes === undefined) return undefined
  const minute = Number(hours) * HOUR + Number(minutes)
  return minute < 24 * HOUR ? minute : undefined
}

const valueOf = (event: { readonly target: object }): string =>
  String(Reflect.get(event.target, 'value') ?? '')

export const MinuteInput = ({
  id,
  label,
  value,
  onChange,
}: {
  readonly id: string
  readonly label: string
  readonly value: MinuteOfDay
  readonly onChange: (value: MinuteOfDay) => void
}) => {
  const t = useText(texts)
  const choose = (clock: string): void => {
    const minute = minuteIn(clock)
    if (minute !== undefined && minute !== value) onChange(minute)
  }
  const shown = clockOf(value)
  return (
    <View className="sb-field">
      <View className="sb-b">{label}</View>
      <View className="sb-field-box">
        {web ? (
          <input
            id={id}
            className="sb-date native"
            type="time"
            value={shown}
            aria-label={label}
            onChange={(event) => choose(valueOf(event))}
          />
        ) : (
          <Picker mode="time" value={shown} onChange={(event) => choose(String(event.detail.value))}>
            <View id={id} className="sb-date" {...press({ label: t('chosen', { label, value: shown }) })}>
              <View>{shown}</View>
              <Icon name="clock" size="small" />
            </View>
          </Picker>
        )}
      </View>
    </View>
  )
}
