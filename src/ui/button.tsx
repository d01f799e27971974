/** Buttons: one primary a screen; a destructive one says what it destroys. */
import type { PropsWithChildren } from 'react'
import { Button as Native, View } from '@tarojs/components'
import type { IconName } from './icon-names'
import { Icon } from './basics'
import { classes, named, press } from './press'

export interface ButtonProps {
  readonly id?: string
  readonly kind?: 'primary' | 'ghost' | 'danger' | 'text'
  readonly icon?: IconName
  readonly loading?: boolean
  readonly disabled?: boolean
  /** Takes the row's free space. */
  readonly grow?: boolean
  /** Takes the whole width. */
  readonly block?: boolean
  /** Filled, for the last step of something destructive. */
  readonly solid?: boolean
  /** Its name, when its text is not enough. */
  readonly label?: string
  readonly onPress?: () => void
}

export const Button = ({
  id,
  kind = 'primary',
  icon,
  loading = false,
  disabled = false,
  grow,
  block,
  solid,
  label,
  onPress,
  children,
}: PropsWithChildren<ButtonProps>) => (
  <View
    {...named(id)}
    className={classes(
      'sb-btn',
      kind,
      (disabled || loading) && 'off',
      grow && 'grow',
      block && 'block',
      solid && 'solid',
    )}
    {...press({ label, disabled: disabled || loading, onPress })}
    {...(loading ? { 'aria-busy': 'true' } : {})}
  >
    {loading ? <View className="sb-spin" aria-hidden="true" /> : icon && <Icon name={icon} size="small" />}
    <View>{children}</View>
  </View>
)

/** Shares the page into a chat: WeChat asks its own button for that; on the web it is not shown. */
export const ShareButton = ({
  id,
  grow,
  children,
}: PropsWithChildren<{ readonly id?: string; readonly grow?: boolean }>) =>
  process.env.TARO_ENV === 'weapp' ? (
    <Native {...named(id)} className={classes('sb-btn', 'ghost', grow && 'grow')} openType="share">
      {children}
    </Native>
  ) : null
