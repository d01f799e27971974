/** Several of many: a row to tick with its words, or a square alone beside what it means. For sub-packages alone. */
import type { PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import { Icon } from './basics'
import { classes, named, press } from './press'
import './form-fields.css'
import './check.css'

interface CheckProps {
  readonly id: string
  /** Its name to a screen reader. */
  readonly label: string
  readonly on: boolean
  readonly disabled?: boolean
  readonly onChange: (on: boolean) => void
}

const Mark = () => (
  <View className="sb-check-mark" aria-hidden="true">
    <Icon name="check" size="small" />
  </View>
)

const pressed = ({ label, on, disabled, onChange }: CheckProps) =>
  press({ role: 'checkbox', label, chosen: on, disabled, onPress: () => onChange(!on) })

/** @example <CheckRow id="reason-untrue" label={…} on={on} onChange={setOn}>…</CheckRow> */
export const CheckRow = ({ children, ...check }: PropsWithChildren<CheckProps>) => (
  <View {...named(check.id)} className={classes('sb-choice', check.on && 'on')} {...pressed(check)}>
    <Mark />
    <View className="sb-col grow">{children}</View>
  </View>
)

export const CheckMark = (check: CheckProps) => (
  <View {...named(check.id)} className={classes('sb-check', check.on && 'on')} {...pressed(check)}>
    <Mark />
  </View>
)
