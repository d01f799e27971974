/** Rows of a list, each a door. */
import type { PropsWithChildren, ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Icon } from './basics'
import { classes, named, press } from './press'

/** A card that holds list items with lines between them. */
export const List = ({ id, children }: PropsWithChildren<{ readonly id?: string }>) => (
  <View {...named(id)} className="sb-card flush sb-list">
    {children}
  </View>
)

export const ListItem = ({
  id,
  title,
  note,
  lead,
  trail,
  label,
  onPress,
}: {
  readonly id?: string
  readonly title: ReactNode
  readonly note?: ReactNode
  readonly lead?: ReactNode
  readonly trail?: ReactNode
  readonly label?: string
  readonly onPress?: () => void
}) => (
  <View {...named(id)} className={classes('sb-item')} {...(onPress ? press({ label, onPress }) : {})}>
    {lead}
    <View className="sb-col grow">
      <View>{title}</View>
      {note === undefined || note === '' ? null : <View className="sb-s">{note}</View>}
    </View>
    {trail}
    {onPress && (
      <View className="sb-item-end">
        <Icon name="next" size="small" />
      </View>
    )}
  </View>
)
