/** A free time to take instead: when, and how many seats are left. */
import { View } from '@tarojs/components'
import { press } from '../../../ui'

export const NearTime = ({
  id,
  when,
  note,
  place,
  onPress,
}: {
  readonly id: string
  readonly when: string
  readonly note: string
  /** Another hall's name. */
  readonly place?: string | undefined
  readonly onPress: () => void
}) => (
  <View id={id} className="bk-near-time" {...press({ onPress })}>
    <View className="sb-b sb-num">{when}</View>
    <View className="sb-s">{place ? `${place} · ${note}` : note}</View>
  </View>
)
