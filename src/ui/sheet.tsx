/** What lies above the page: a sheet, a confirmation in words, a toast. */
import { useEffect, type PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import { useText } from '../messages'
import { common } from '../messages/common'
import { Words } from './basics'
import { Button } from './button'
import { useDialogFocus } from './dialog-focus'
import { named, role } from './press'

/** By the page, not by the Tab key. */
const FOCUSABLE = { tabIndex: -1 }

interface SheetProps {
  readonly id?: string
  readonly title: string
  readonly onClose: () => void
}

const OpenSheet = ({ id, title, onClose, children }: PropsWithChildren<SheetProps>) => {
  useDialogFocus(onClose)
  return (
    <View className="sb-shade" onClick={onClose} catchMove>
      <View
        {...named(id)}
        className="sb-sheet"
        {...role('dialog')}
        {...FOCUSABLE}
        aria-modal="true"
        aria-label={title}
        onClick={(event) => event.stopPropagation()}
      >
        <Words as="h" level={2}>
          {title}
        </Words>
        {children}
      </View>
    </View>
  )
}

export const Sheet = ({
  open,
  children,
  ...rest
}: PropsWithChildren<SheetProps & { readonly open: boolean }>) =>
  open ? <OpenSheet {...rest}>{children}</OpenSheet> : null

/** Asks before something that cannot be taken back; `children` says in words what will happen. */
export const ConfirmSheet = ({
  id,
  open,
  title,
  confirm,
  keep,
  danger = true,
  busy = false,
  onConfirm,
  onClose,
  children,
}: PropsWithChildren<{
  readonly id?: string
  readonly open: boolean
  readonly title: string
  /** What the button does, in words: "Cancel the appointment". */
  readonly confirm: string
  /** What the other button keeps. */
  readonly keep?: string
  readonly danger?: boolean
  readonly busy?: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
}>) => {
  const t = useText(common)
  return (
    <Sheet id={id} open={open} title={title} onClose={onClose}>
      <View>{children}</View>
      <View className="sb-pair">
        <Button id={id ? `${id}-keep` : undefined} kind="ghost" onPress={onClose}>
          {keep ?? t('cancel')}
        </Button>
        <Button
          id={id ? `${id}-confirm` : undefined}
          kind={danger ? 'danger' : 'primary'}
          solid
          loading={busy}
          onPress={onConfirm}
        >
          {confirm}
        </Button>
      </View>
    </Sheet>
  )
}

const SHOWN_MS = 2500

/** A short word at the bottom that goes by itself. */
export const Toast = ({
  text,
  onDone,
}: {
  readonly text: string | undefined
  readonly onDone: () => void
}) => {
  useEffect(() => {
    if (text === undefined) return undefined
    const timer = setTimeout(onDone, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [text, onDone])
  return text === undefined ? null : (
    <View className="sb-toast" {...role('status')} aria-live="polite">
      {text}
    </View>
  )
}
