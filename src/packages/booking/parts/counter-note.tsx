/** The note for the counter on the ticket: seen by its owner and the hall's staff; written until the appointment begins. */
import { useState } from 'react'
import { COUNTER_PHOTOS, MOST_PHOTOS, NOTE_LENGTH } from '../../../../functions/appointments/data/uploads'
import { fieldProblem } from '../../../../functions/core/pure/typed-text'
import { api, type Output } from '../../../client/api'
import { readFile } from '../../../client/read-file'
import { useAction } from '../../../client/use-action'
import { usePhotos } from '../../../client/use-photos'
import { useQuery } from '../../../client/use-query'
import { useText } from '../../../messages'
import { useProblemText } from '../../../messages/text-problem'
import { Await, Button, Card, Column, Field, Note, Photos, Words } from '../../../ui'
import { texts } from '../messages'

type NoteOf = Output<'appointments', 'note'>['note']

const photoOf = (id: string) => (fileId: string) =>
  readFile((place) => api.appointments.photo({ id, fileId, place }))

const Editor = ({
  id,
  note,
  onSaved,
}: {
  readonly id: string
  readonly note: NoteOf
  readonly onSaved: (note: NoteOf) => void
}) => {
  const t = useText(texts)
  const [text, setText] = useState(note.text)
  const [tried, setTried] = useState(false)
  const photos = usePhotos({
    purpose: 'appointments.counter',
    limits: COUNTER_PHOTOS,
    most: MOST_PHOTOS,
    attached: note.photos.map(({ fileId }) => fileId),
    read: photoOf(id),
  })
  const save = useAction((wish: { text: string; photos: string[] }, key) =>
    api.appointments.setNote({ id, ...wish }, { key }),
  )
  const problem = fieldProblem(text, NOTE_LENGTH)
  const problemText = useProblemText()
  const unfinished = photos.fileIds.length < photos.photos.length
  const send = (): void => {
    setTried(true)
    if (problem || unfinished) return
    void save.run({ text, photos: [...photos.fileIds] }).then((done) => done && onSaved(done.note))
  }
  return (
    <>
      <Field
        id="note-text"
        label={t('note.text')}
        value={text}
        hint={t('note.hint')}
        error={problemText(problem, { tried })}
        maxlength={NOTE_LENGTH.max}
        onInput={setText}
      />
      <Photos of={photos} limits={COUNTER_PHOTOS} most={MOST_PHOTOS} />
      {tried && unfinished && (
        <Note tone="warn" icon="info">
          {t(photos.busy ? 'note.sending' : 'note.unfinished')}
        </Note>
      )}
      {save.error && (
        <Note tone="danger" icon="warn">
          {save.error.message}
        </Note>
      )}
      <Button id="note-save" kind="ghost" loading={save.busy} onPress={send}>
        {t('note.save')}
      </Button>
    </>
  )
}

const Written = ({
  note,
  onChange,
}: {
  readonly note: NoteOf
  readonly onChange: (() => void) | undefined
}) => {
  const t = useText(texts)
  const empty = note.changedAt === null || (note.text === '' && note.photos.length === 0)
  return (
    <>
      {note.text !== '' && <Words>{note.text}</Words>}
      {note.photos.length > 0 && <Words as="s">{t('note.photos', { n: note.photos.length })}</Words>}
      {onChange && (
        <Button id="note-edit" kind="text" icon="edit" onPress={onChange}>
          {t(empty ? 'note.add' : 'note.change')}
        </Button>
      )}
    </>
  )
}

export const CounterNote = ({ id, begun }: { readonly id: string; readonly begun: boolean }) => {
  const t = useText(texts)
  const kept = useQuery(`my:note:${id}`, () => api.appointments.note({ id }))
  const [editing, setEditing] = useState(false)
  const [saved, setSaved] = useState(false)
  const done = (note: NoteOf): void => {
    kept.set({ note })
    setEditing(false)
    setSaved(true)
  }
  return (
    <Card>
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('note.title')}
        </Words>
        <Words as="s">{t('note.lead')}</Words>
        {saved && !editing && (
          <Note tone="ok" icon="check">
            {t('note.saved')}
          </Note>
        )}
        <Await query={kept}>
          {({ note }) =>
            editing && !begun ? (
              <Editor id={id} note={note} onSaved={done} />
            ) : (
              <Written note={note} onChange={begun ? undefined : () => setEditing(true)} />
            )
          }
        </Await>
      </Column>
    </Card>
  )
}
