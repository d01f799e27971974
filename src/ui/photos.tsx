/** Photos to attach: what may be sent is told before choosing, each shows its progress, is looked at large, and taken away in words. */
import { useState } from 'react'
import { Image, View } from '@tarojs/components'
import type { UploadLimits } from '../../functions/files/rules/fields'
import type { Photo, Photos as PhotosOf } from '../client/use-photos'
import type { SendState } from '../client/use-uploads'
import { useText } from '../messages'
import { common } from '../messages/common'
import { texts } from '../messages/photos'
import { Note, Words } from './basics'
import { Button } from './button'
import { FileRow } from './file-row'
import { role } from './press'
import { ConfirmSheet, Sheet } from './sheet'

const MEGABYTE = 1_000_000

const useStateText = () => {
  const t = useText(texts)
  return (state: SendState): string => {
    switch (state.at) {
      case 'sending':
        return t('sending', { p: state.percent })
      case 'checking':
        return t('checking')
      case 'done':
        return t('done')
      case 'failed':
        return t('failed')
      case 'wrong':
        return t(`wrong.${state.problem}`)
    }
  }
}

const Row = ({
  photo: { preview, state },
  place,
  onLook,
  onRetry,
  onRemove,
}: {
  readonly photo: Photo
  readonly place: number
  readonly onLook: () => void
  readonly onRetry: () => void
  readonly onRemove: () => void
}) => {
  const t = useText(texts)
  const text = useStateText()
  return (
    <FileRow
      id={`photo-${place}`}
      title={t('photo', { n: place })}
      note={text(state)}
      bad={state.at === 'failed' || state.at === 'wrong'}
      percent={state.at === 'sending' ? state.percent : undefined}
      face={{ photo: preview }}
      look={{ label: t('look', { n: place }), onPress: onLook }}
    >
      {state.at === 'failed' && (
        <Button id={`photo-${place}-retry`} kind="text" onPress={onRetry}>
          {t('retry')}
        </Button>
      )}
      <Button
        id={`photo-${place}-remove`}
        kind="text"
        icon="trash"
        label={t('remove', { n: place })}
        onPress={onRemove}
      />
    </FileRow>
  )
}

export const Photos = ({
  of,
  limits,
  most,
}: {
  readonly of: PhotosOf
  readonly limits: UploadLimits
  readonly most: number
}) => {
  const t = useText(texts)
  const words = useText(common)
  const [looking, setLooking] = useState<number>()
  const [removing, setRemoving] = useState<number>()
  const large = looking === undefined ? undefined : of.photos[looking]
  const gone = removing === undefined ? undefined : of.photos[removing]
  return (
    <View className="sb-col g8">
      <Words as="s">{t('limits', { mb: Math.floor(limits.most / MEGABYTE), n: most })}</Words>
      {of.photos.length > 0 && (
        <View className="sb-col g8" {...role('list')} aria-label={t('all')}>
          {of.photos.map((photo, at) => (
            <Row
              key={photo.key}
              photo={photo}
              place={at + 1}
              onLook={() => setLooking(at)}
              onRetry={() => of.retry(photo.key)}
              onRemove={() => setRemoving(at)}
            />
          ))}
        </View>
      )}
      {of.refused && (
        <Note tone="warn" icon="info">
          {t('refused')}
        </Note>
      )}
      {!of.full && (
        <Button id="add-photo" kind="ghost" icon="plus" onPress={() => void of.add()}>
          {t('add')}
        </Button>
      )}
      <Sheet
        id="photo-large"
        open={large?.preview !== undefined}
        title={t('photo', { n: (looking ?? 0) + 1 })}
        onClose={() => setLooking(undefined)}
      >
        <Image className="sb-photo-large" src={large?.preview ?? ''} mode="widthFix" />
        <Button kind="ghost" onPress={() => setLooking(undefined)}>
          {words('close')}
        </Button>
      </Sheet>
      <ConfirmSheet
        id="photo-gone"
        open={gone !== undefined}
        title={t('removeAsk', { n: (removing ?? 0) + 1 })}
        confirm={t('removeYes')}
        onClose={() => setRemoving(undefined)}
        onConfirm={() => {
          if (gone) of.remove(gone.key)
          setRemoving(undefined)
        }}
      >
        <Words>{t('removeWords')}</Words>
      </ConfirmSheet>
    </View>
  )
}
