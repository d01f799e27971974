/** What makes a box a control: its role and name, focus, Enter and Space on a keyboard, and a tap. */
import type { ITouchEvent } from '@tarojs/components'

export interface Pressable {
  readonly role?: 'button' | 'link' | 'tab' | 'radio' | 'switch' | 'option'
  readonly label?: string | undefined
  readonly disabled?: boolean | undefined
  /** For tab, radio, switch and option. */
  readonly chosen?: boolean | undefined
  readonly onPress?: (() => void) | undefined
}

interface KeyPress {
  readonly key?: string
  readonly preventDefault?: () => void
}

const chosenProp = (role: string, chosen: boolean): Record<string, 'true' | 'false'> =>
  role === 'tab' || role === 'option' ? { 'aria-selected': chosen ? 'true' : 'false' } : { 'aria-checked': chosen ? 'true' : 'false' }

/** Spread on a `View`. A disabled control stays focusable, says so, and does nothing. */
export const press = ({ role = 'button', label, disabled = false, chosen, onPress }: Pressable) => {
  const act = (): void => {
    if (!disabled) onPress?.()
  }
  return {
    role,
    tabIndex: 0,
    ...(label === undefined ? {} : { 'aria-label': label }),
    ...(disabled ? { 'aria-disabled': 'true' as const } : {}),
    ...(chosen === undefined ? {} : chosenProp(role, chosen)),
    hoverClass: disabled ? 'none' : 'sb-press',
    onClick: (event?: ITouchEvent) => {
      event?.stopPropagation?.()
      act()
    },
    onKeyDown: (event: KeyPress) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault?.()
      act()
    },
  }
}

/** Class names that apply, joined. */
export const classes = (...names: readonly (string | false | undefined)[]): string => names.filter(Boolean).join(' ')
