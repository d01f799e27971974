/** The frame of an office's pages: signed out, no hall of one's own, an address that names nothing, what was begun and never saved. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { go, routes } from '../client/routes'
import type { Fetched } from '../client/use-query'
import { useText } from '../messages'
import { texts } from '../messages/office'
import { Button } from './button'
import { Note } from './basics'
import { Await, Empty, SignedOut } from './states'

interface OfOfficeProps<H> {
  readonly office: Fetched<{ halls: H[] }>
  /** Said to who has no hall here, and how one comes to have one. */
  readonly none: { readonly title: string; readonly way: string }
  readonly children: (halls: readonly H[]) => JSX.Element
}

export function OfOffice<H>({ office, none, children }: OfOfficeProps<H>) {
  const t = useText(texts)
  if (office.signedOut) return <SignedOut title={t('signIn')} />
  return (
    <Await query={office}>
      {({ halls }) =>
        halls.length === 0 ? (
          <Empty icon="desk" title={none.title} action={t('toMe')} onAction={() => void go(routes.me)}>
            {none.way}
          </Empty>
        ) : (
          children(halls)
        )
      }
    </Await>
  )
}

export const GoneOfOffice = ({
  way,
  action,
  to,
}: {
  readonly way: string
  readonly action: string
  readonly to: string
}) => {
  const t = useText(texts)
  return (
    <Empty icon="search" title={t('gone')} action={action} onAction={() => void go(to)}>
      {way}
    </Empty>
  )
}

/** What was begun and never saved is there again, until it is thrown away. */
export const Begun = ({
  is,
  forget,
  to,
  children,
}: {
  /** Looked at once. */
  readonly is: () => boolean
  readonly forget: () => void
  readonly to: string
  readonly children: string
}) => {
  const t = useText(texts)
  const [there, setThere] = useState(is)
  if (!there) return null
  const drop = (): void => {
    forget()
    setThere(false)
  }
  return (
    <Note icon="edit">
      <View>{children}</View>
      <View className="sb-pair">
        <Button id="begun-drop" kind="ghost" onPress={drop}>
          {t('begunDrop')}
        </Button>
        <Button id="begun-go" kind="ghost" onPress={() => void go(to)}>
          {t('begunGo')}
        </Button>
      </View>
    </Note>
  )
}
