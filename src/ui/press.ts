/** What makes a box a control: its role and name, focus, Enter and Space on a keyboard, and a tap. */
import type { ITouchEvent } from '@tarojs/components'

export interface Pressable {
  readonly role?: 'button' | 'link' | 'tab' | 'radio' | 'switch' | 'option' | 'checkbox'
  readonly label?: string | undefined
  readonly disabled?: boolean | undefined
  /** For tab, radio, switch, option and checkbox. */
  readonly chosen?: boolean | undefined
  readonly onPress?: (() => void) | undefined
}

/** WeChat reads a role from `aria-role`, a browser from `role`. */
const ROLE = process.env.TARO_ENV === 'weapp' ? 'aria-role' : 'role'

/** Spread on a component: what it is to a screen reader. */
export const role = (name: string): Record<string, string> => ({ [ROLE]: name })

interface KeyPress {
  readonly key?: string
  readonly preventDefault?: () => void
}

const chosenProp = (kind: string, chosen: boolean): Record<string, 'true' | 'false'> =>
  kind === 'tab' || kind === 'option'
    ? { 'aria-selected': chosen ? 'true' : 'false' }
    : { 'aria-checked': chosen ? 'true' : 'false' }

/** Spread on a `View`. A disabled control stays focusable, says so, and does nothing. */
export const press = ({ role: kind = 'button', label, disabled = false, chosen, onPress }: Pressable) => {
  const act = (): void => {
    if (!disabled) onPress?.()
  }
  return {
    ...role(kind),
    tabIndex: 0,
    ...(label === undefined ? {} : { 'aria-label': label }),
    ...(disabled ? { 'aria-disabled': 'true' as const } : {}),
    ...(chosen === undefined ? {} : chosenProp(kind, chosen)),
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
export const classes = (...names: readonly (string | false | undefined)[]): string =>
  names.filter(Boolean).join(' ')

/** An id where there is one: an undefined attribute would be written as the word. */
export const named = (id: string | undefined): { readonly id?: string } => (id ? { id } : {})

/** The name of an input. On the web it belongs on the native input inside Taro's box. */
export const inputName = (label: string, invalid = false) => {
  const names = { 'aria-label': label, ...(invalid ? { 'aria-invalid': 'true' as const } : {}) }
  return process.env.TARO_ENV === 'weapp' ? names : { nativeProps: names }
}
