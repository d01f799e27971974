/** The keyboard of a desk, on the web: this file is only in the web build, so the browser's names may be used. */
import { useEffect, useRef, useState } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'

interface Target {
  readonly closest?: (selector: string) => unknown
  readonly isContentEditable?: boolean
}
interface Key {
  readonly key: string
  readonly repeat: boolean
  readonly isComposing: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly defaultPrevented: boolean
  readonly target: Target | null
  readonly preventDefault: () => void
}
interface Page {
  readonly addEventListener: (type: 'keydown', listener: (event: Key) => void) => void
  readonly removeEventListener: (type: 'keydown', listener: (event: Key) => void) => void
  readonly querySelector: (selector: string) => unknown
}
const pageOf = (): Page => (globalThis as unknown as { readonly document: Page }).document

export const HAS_KEYS = true

const TYPING = 'input, textarea, select, [contenteditable="true"]'
/** Space and Enter belong to what has the focus. */
const CONTROL =
  '[role="button"], [role="radio"], [role="switch"], [role="checkbox"], [role="link"], a, button'

const isTyping = ({ target }: Key): boolean =>
  target?.isContentEditable === true || Boolean(target?.closest?.(TYPING))
const isControls = ({ key, target }: Key): boolean =>
  (key === ' ' || key === 'Enter') && Boolean(target?.closest?.(CONTROL))
const isCommand = ({ ctrlKey, metaKey, altKey, repeat, isComposing }: Key): boolean =>
  ctrlKey || metaKey || altKey || repeat || isComposing

export const useKeys = (on: boolean, onKey: (key: string) => boolean): void => {
  const told = useRef(onKey)
  told.current = onKey
  const [shown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  useEffect(() => {
    if (!on || !shown) return undefined
    const page = pageOf()
    const listen = (event: Key): void => {
      if (event.defaultPrevented || isCommand(event) || isTyping(event) || isControls(event)) return
      // What lies above the page has the keyboard.
      if (page.querySelector('[role="dialog"]')) return
      if (told.current(event.key)) event.preventDefault()
    }
    page.addEventListener('keydown', listen)
    return () => page.removeEventListener('keydown', listen)
  }, [on, shown])
}
