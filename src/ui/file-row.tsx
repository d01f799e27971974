/** A file on its way or attached: its face, its name, how far it is, and what one can do with it. */
import type { PropsWithChildren } from 'react'
import { Image, View } from '@tarojs/components'
import { Icon } from './basics'
import { named, press, role } from './press'
import './files.css'

/** What stands for a file: a photo as it is, paper for the rest; a photo that is still being fetched is grey. */
export type Face = { readonly photo: string | undefined } | 'paper'

const Shown = ({ face }: { readonly face: Face }) => {
  if (face === 'paper')
    return (
      <View className="sb-photo-image sb-file-paper">
        <Icon name="invoice" />
      </View>
    )
  return face.photo === undefined ? (
    <View className="sb-skel sb-photo-image" aria-hidden="true" />
  ) : (
    <Image className="sb-photo-image" src={face.photo} mode="aspectFill" />
  )
}

export const FileRow = ({
  id,
  title,
  note,
  bad = false,
  percent,
  face,
  look,
  children,
}: PropsWithChildren<{
  readonly id: string
  readonly title: string
  /** Read aloud when it changes. */
  readonly note: string
  readonly bad?: boolean
  /** 0–100, while it is being sent. */
  readonly percent?: number | undefined
  readonly face: Face
  /** Absent when there is nothing to look at. */
  readonly look?: { readonly label: string; readonly onPress: () => void } | undefined
}>) => (
  <View {...named(id)} className="sb-photo" {...role('listitem')}>
    <View className="sb-photo-face" {...(look ? press(look) : { 'aria-hidden': 'true' as const })}>
      <Shown face={face} />
    </View>
    <View className="sb-photo-words">
      <View className="sb-b sb-file-name">{title}</View>
      <View className={bad ? 'sb-s sb-danger' : 'sb-s'} {...role('status')}>
        {note}
      </View>
      {percent !== undefined && (
        <View className="sb-progress" aria-hidden="true">
          <View className="sb-progress-done" style={{ width: `${percent}%` }} />
        </View>
      )}
    </View>
    <View className="sb-row g8 sb-file-ways">{children}</View>
  </View>
)
