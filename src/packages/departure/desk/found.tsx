/** A form that was asked for: found, unknown, or what went wrong; then the next traveller. */
import { useCallback, type ReactNode } from 'react'
import { useAsked } from '../../../client/use-asked'
import { useText } from '../../../messages'
import { Button, Empty, Note, Skeleton, Words } from '../../../ui'
import { texts } from '../messages'
import type { DeskForm } from '../model/answers'

/** Asked for and kept nowhere: it is somebody else's. */
export const Found = ({
  look,
  onAnother,
  children,
}: {
  readonly look: () => Promise<{ readonly form: DeskForm }>
  readonly onAnother: () => void
  readonly children: (it: DeskForm, again: () => void) => ReactNode
}) => {
  const t = useText(texts)
  const ask = useCallback(look, [look])
  const asked = useAsked(ask)
  const another = (
    <Button id="another" kind="ghost" onPress={onAnother}>
      {t('desk.another')}
    </Button>
  )
  if (asked.failure === 'gone')
    return (
      <Empty icon="warn" title={t('desk.unknown')} action={t('desk.another')} onAction={onAnother}>
        {t('desk.unknownWay')}
      </Empty>
    )
  if (asked.failure)
    return (
      <>
        <Note tone="warn" icon="offline">
          <Button id="look-again" kind="text" onPress={asked.again}>
            {t('retry')}
          </Button>
        </Note>
        {another}
      </>
    )
  if (!asked.data) return <Skeleton />
  return (
    <>
      {children(asked.data.form, asked.again)}
      {another}
    </>
  )
}

/** What was done, read aloud. */
export const DeskDone = ({ children }: { readonly children: ReactNode }) => (
  <Note tone="ok" icon="check">
    <Words id="desk-done" live as="b">
      {children}
    </Words>
  </Note>
)
