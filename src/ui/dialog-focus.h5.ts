/** Focus inside a dialog, on the web: this file is only in the web build, so the browser's names may be used. */
import { useEffect, useRef } from 'react'

interface Focusable {
  readonly focus?: (options?: { readonly preventScroll: boolean }) => void
}
interface Box extends Focusable {
  readonly querySelectorAll: (selector: string) => ArrayLike<Focusable>
}
interface Key {
  readonly key: string
  readonly shiftKey: boolean
  readonly preventDefault: () => void
}
interface Page {
  readonly activeElement: Focusable | null
  readonly querySelectorAll: (selector: string) => ArrayLike<Box>
  readonly addEventListener: (type: 'keydown', listener: (event: Key) => void) => void
  readonly removeEventListener: (type: 'keydown', listener: (event: Key) => void) => void
}

const page = (globalThis as unknown as { readonly document: Page }).document
/** Taro's elements can take the focus only once they have drawn themselves. */
const DRAWN_MS = 50
const CONTROLS = '[tabindex="0"], input, textarea, a[href]'

/** The dialog that was opened last. */
const topDialog = (): Box | undefined => Array.from(page.querySelectorAll('[role="dialog"]')).pop()

/** Tab goes round within the dialog. */
const goRound = (box: Box, event: Key): void => {
  const controls = Array.from(box.querySelectorAll(CONTROLS))
  const [first, last] = [controls[0], controls[controls.length - 1]]
  const at = page.activeElement
  const next = event.shiftKey
    ? at === first || at === box
      ? last
      : undefined
    : at === last
      ? first
      : undefined
  if (!next) return
  event.preventDefault()
  next.focus?.()
}

export const useDialogFocus = (onClose: () => void): void => {
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => {
    const before = page.activeElement
    const box = topDialog()
    const timer = setTimeout(() => box?.focus?.({ preventScroll: true }), DRAWN_MS)
    const listen = (event: Key): void => {
      if (event.key === 'Escape') close.current()
      else if (event.key === 'Tab' && box) goRound(box, event)
    }
    page.addEventListener('keydown', listen)
    return () => {
      clearTimeout(timer)
      page.removeEventListener('keydown', listen)
      before?.focus?.({ preventScroll: true })
    }
  }, [])
}
