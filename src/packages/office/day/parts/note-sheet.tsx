/** What the owner of an appointment noted for the counter, with photos: fetched when opened, and kept nowhere. */
import { useCallback } from 'react'
import { Image, View } from '@tarojs/components'
import { api, type Output } from '../../../../client/api'
import { readFile } from '../../../../client/read-file'
import { useAsked } from '../../../../client/use-asked'
import { useText } from '../../../../messages'
import { Button, Note, Sheet, Skeleton, Words } from '../../../../ui'
import type { Person } from '../../../booking/model/answers'
import { texts } from '../../messages'

type NoteOf = Output<'appointments', 'counterNote'>['note']

const Gone = ({ words }: { readonly words: string }) => (
  <View role="status">
    <Note icon="info">{words}</Note>
  </View>
)

const Failed = ({ id, words, onAgain }: { id: string; words: string; onAgain: () => void }) => {
  const t = useText(texts)
  return (
    <>
      <Note tone="danger" icon="warn">
        {words}
      </Note>
      <Button id={id} kind="ghost" onPress={onAgain}>
        {t('note.again')}
      </Button>
    </>
  )
}

const Photo = ({ id, fileId, place }: { id: string; fileId: string; place: number }) => {
  const t = useText(texts)
  const photo = useAsked(
    useCallback(
      () => readFile((part) => api.appointments.counterPhoto({ id, fileId, place: part })),
      [id, fileId],
    ),
  )
  const name = t('note.photo', { n: place })
  return (
    <View id={`note-photo-${place}`} className="sb-col g8" role="listitem">
      <Words as="b">{name}</Words>
      {photo.failure === 'gone' && <Gone words={t('note.photoNotThere')} />}
      {photo.failure === 'failed' && (
        <Failed id={`note-photo-${place}-again`} words={t('note.photoFailed')} onAgain={photo.again} />
      )}
      {photo.failure === undefined && photo.data === undefined && <Skeleton cards={1} lines={4} />}
      {photo.data !== undefined && (
        <View role="img" aria-label={name}>
          <Image className="sb-photo-large" src={photo.data} mode="widthFix" />
        </View>
      )}
    </View>
  )
}

const Written = ({ id, note }: { readonly id: string; readonly note: NoteOf }) => {
  const t = useText(texts)
  if (note.text === '' && note.photos.length === 0) return <Words>{t('note.gone')}</Words>
  return (
    <>
      {note.text !== '' && <Words>{note.text}</Words>}
      {note.photos.length > 0 && (
        <View className="sb-col g16" role="list" aria-label={t('note.photos')}>
          {note.photos.map(({ fileId }, at) => (
            <Photo key={fileId} id={id} fileId={fileId} place={at + 1} />
          ))}
        </View>
      )}
    </>
  )
}

export const NoteSheet = ({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) => {
  const t = useText(texts)
  const { id, name } = person
  const asked = useAsked(useCallback(() => api.appointments.counterNote({ id }), [id]))
  return (
    <Sheet id="counter-note" open title={t('note.title', { name })} onClose={onClose}>
      <Words as="s">{t('note.privacy')}</Words>
      {asked.failure === 'gone' && <Gone words={t('note.notThere')} />}
      {asked.failure === 'failed' && (
        <Failed id="note-again" words={t('note.failed')} onAgain={asked.again} />
      )}
      {asked.failure === undefined && asked.data === undefined && <Skeleton cards={1} lines={2} />}
      {asked.data !== undefined && <Written id={id} note={asked.data.note} />}
      <Button id="note-close" kind="ghost" onPress={onClose}>
        {t('note.close')}
      </Button>
    </Sheet>
  )
}
