/** Photos to attach: what may be sent is told before choosing, each shows its progress, is looked at large, and taken away in words. */
import { useState } from 'react'
import { Image, View } from '@tarojs/components'
import type { UploadLimits } from '../../functions/files/rules/fields'
import type { Photo, Photos as PhotosOf } from '../client/use-photos'
import { useText } from '../messages'
import { common } from '../messages/common'
import { Note, Words } from './basics'
import { Button } from './button'
import { named, press, role } from './press'
import { ConfirmSheet, Sheet } from './sheet'

const MEGABYTE = 1_000_000

const useStateText = () => {
  const t = useText(common)
  return ({ state }: Photo): string => {
    switch (state.at) {
      case 'sending':
        return t('photos.sending', { p: state.percent })
      case 'checking':
        return t('photos.checking')
      case 'done':
        return t('photos.done')
      case 'failed':
        return t('photos.failed')
      case 'wrong':
        return t(`photos.wrong.${state.problem}`)
    }
  }
}

const Row = ({
  photo,
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
  const t = useText(common)
  const text = useStateText()
  const { state, preview } = photo
  const percent = state.at === 'sending' ? state.percent : 100
  return (
    <View {...named(`photo-${place}`)} className="sb-photo" {...role('listitem')}>
      <View className="sb-photo-face" {...press({ label: t('photos.look', { n: place }), onPress: onLook })}>
        {preview === undefined ? (
          <View className="sb-skel sb-photo-image" aria-hidden="true" />
        ) : (
          <Image className="sb-photo-image" src={preview} mode="aspectFill" />
        )}
      </View>
      <View className="sb-photo-words">
        <Words as="b">{t('photos.photo', { n: place })}</Words>
        <View
          className={state.at === 'failed' || state.at === 'wrong' ? 'sb-s sb-danger' : 'sb-s'}
          {...role('status')}
        >
          {text(photo)}
        </View>
        {state.at === 'sending' && (
          <View className="sb-progress" aria-hidden="true">
            <View className="sb-progress-done" style={{ width: `${percent}%` }} />
          </View>
        )}
      </View>
      <View className="sb-row g8">
        {state.at === 'failed' && (
          <Button id={`photo-${place}-retry`} kind="text" onPress={onRetry}>
            {t('photos.retry')}
          </Button>
        )}
        <Button
          id={`photo-${place}-remove`}
          kind="text"
          icon="trash"
          label={t('photos.remove', { n: place })}
          onPress={onRemove}
        />
      </View>
    </View>
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
  const t = useText(common)
  const [looking, setLooking] = useState<number>()
  const [removing, setRemoving] = useState<number>()
  const large = looking === undefined ? undefined : of.photos[looking]
  const gone = removing === undefined ? undefined : of.photos[removing]
  return (
    <View className="sb-col g8">
      <Words as="s">{t('photos.limits', { mb: Math.floor(limits.most / MEGABYTE), n: most })}</Words>
      {of.photos.length > 0 && (
        <View className="sb-col g8" {...role('list')} aria-label={t('photos.all')}>
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
          {t('photos.refused')}
        </Note>
      )}
      {!of.full && (
        <Button id="add-photo" kind="ghost" icon="plus" onPress={() => void of.add()}>
          {t('photos.add')}
        </Button>
      )}
      <Sheet
        id="photo-large"
        open={large?.preview !== undefined}
        title={t('photos.photo', { n: (looking ?? 0) + 1 })}
        onClose={() => setLooking(undefined)}
      >
        <Image className="sb-photo-large" src={large?.preview ?? ''} mode="widthFix" />
        <Button kind="ghost" onPress={() => setLooking(undefined)}>
          {t('close')}
        </Button>
      </Sheet>
      <ConfirmSheet
        id="photo-gone"
        open={gone !== undefined}
        title={t('photos.removeAsk', { n: (removing ?? 0) + 1 })}
        confirm={t('photos.removeYes')}
        onClose={() => setRemoving(undefined)}
        onConfirm={() => {
          if (gone) of.remove(gone.key)
          setRemoving(undefined)
        }}
      >
        <Words>{t('photos.removeWords')}</Words>
      </ConfirmSheet>
    </View>
  )
}
