/** A row to tick, among others of one card. */
import { View } from '@tarojs/components'
import { classes, Icon, press } from '../../../ui'
import '../../../ui/check.css'

export const Tick = ({
  id,
  label,
  on,
  disabled,
  onChange,
}: {
  readonly id: string
  readonly label: string
  readonly on: boolean
  readonly disabled?: boolean
  readonly onChange: (on: boolean) => void
}) => (
  <View
    id={id}
    className={classes('dl-tick', on && 'on')}
    {...press({ role: 'checkbox', label, chosen: on, disabled, onPress: () => onChange(!on) })}
  >
    <View className="sb-check-mark" aria-hidden="true">
      <Icon name="check" size="small" />
    </View>
    <View className="grow">{label}</View>
  </View>
)
