/** The note for the counter: one document beside its appointment, and the photos that belong to it. */
import type { Context, Services } from '../../core/io/context'
import { attachFile, detachFile } from '../../core/io/files/attach'
import { files } from '../../core/io/files/collections'
import { reader } from '../../core/io/store/reader'
import { transact } from '../../core/io/store/transact'
import type { Tx } from '../../core/io/store/transaction'
import { AppError } from '../../core/pure/errors'
import { instantOf } from '../../core/pure/time'
import {
  appointments,
  counterNotes,
  hallDays,
  type AppointmentDoc,
  type CounterNoteDoc,
} from '../collections'
import { COUNTER_PHOTOS, MOST_PHOTOS } from '../data/uploads'
import { hallDayId } from '../rules/slots'
import { ownAppointment } from './own'
import { stateNow } from './present'

type PhotoType = (typeof COUNTER_PHOTOS.types)[number]

export interface NoteShown {
  readonly text: string
  readonly photos: { readonly fileId: string; readonly type: PhotoType; readonly size: number }[]
  readonly changedAt: number | null
}

/** Where photos belong: the document of their note. */
export const noteOf = (id: string) => ({ collection: counterNotes.name, id })

const isPhoto = (type: string): type is PhotoType => COUNTER_PHOTOS.types.some((one) => one === type)

/** Opened for whoever may see it, which the caller has made sure of. */
export const showNote = async (
  { store, vault }: Pick<Services, 'store' | 'vault'>,
  id: string,
  doc: CounterNoteDoc | undefined,
): Promise<NoteShown> => {
  const key = doc && (await vault.keysOf([doc.accountId])).get(doc.accountId)
  if (!doc || !key) return { text: '', photos: [], changedAt: null }
  const found = await reader(store).getMany(files, doc.photos)
  const photos = doc.photos.flatMap((fileId, place) => {
    const file = found[place]
    return file && isPhoto(file.type) ? [{ fileId, type: file.type, size: file.size }] : []
  })
  return {
    text: doc.text === '' ? '' : key.open(`counterNotes|${id}|text`, doc.text),
    photos,
    changedAt: doc.changedAt,
  }
}

/** @throws AppError NOT_BOOKED while it is only held; once it has begun, was cancelled, or its day was closed */
const insistBooked = async (tx: Tx, doc: AppointmentDoc): Promise<void> => {
  const hallDay = await tx.peek(hallDays, hallDayId(doc.hallId, doc.day))
  const state = stateNow(doc, { now: tx.now, hallDay })
  const begins = instantOf(doc.day, doc.start)
  if (state !== 'booked' || begins <= tx.now) throw new AppError('NOT_BOOKED')
}

export interface NoteWish {
  readonly id: string
  readonly text: string
  readonly photos: readonly string[]
}

/**
 * Text and photos in one commit: a photo belongs to this note from then on, one that is left out is let go.
 * @throws AppError NOT_FOUND for another's appointment, or a photo that is not the caller's or belongs elsewhere; NOT_BOOKED
 */
export const setNote = async (
  context: Context,
  accountId: string,
  wish: NoteWish,
): Promise<{ note: NoteShown }> => {
  const { id, text } = wish
  const wanted = [...new Set(wish.photos)].slice(0, MOST_PHOTOS)
  const key = await context.vault.keyOf(accountId)
  return context.transact(async (tx) => {
    const doc = ownAppointment(context, await tx.get(appointments, id))
    await insistBooked(tx, doc)
    const before = await tx.get(counterNotes, id)
    const found = await Promise.all(wanted.map((fileId) => tx.get(files, fileId)))
    const photos = wanted.map((fileId, place) => {
      const file = found[place]
      if (!file || file.purpose !== 'appointments.counter' || !isPhoto(file.type))
        throw new AppError('NOT_FOUND')
      return { fileId, type: file.type, size: file.size }
    })
    const { expiresAt } = doc
    for (const fileId of wanted) await attachFile(tx, { fileId, owner: accountId, to: noteOf(id), expiresAt })
    const gone = (before?.photos ?? []).filter((fileId) => !wanted.includes(fileId))
    for (const fileId of gone) await detachFile(tx, { fileId, owner: accountId, to: noteOf(id) })
    tx.put(counterNotes, id, {
      v: 1,
      accountId,
      text: text === '' ? '' : key.seal(`counterNotes|${id}|text`, text),
      photos: wanted,
      changedAt: tx.now,
      expiresAt,
    })
    return { note: { text, photos, changedAt: tx.now } }
  })
}

/** What was noted of an appointment that is cancelled is of no use to anybody: it goes, and its photos are let go. Safe to repeat. */
export const dropNote = async (services: Services, id: string): Promise<void> => {
  await transact(services, async (tx) => {
    const note = await tx.get(counterNotes, id)
    if (!note) return
    for (const fileId of note.photos) {
      const file = await tx.get(files, fileId)
      if (file?.state === 'stored') await detachFile(tx, { fileId, owner: note.accountId, to: noteOf(id) })
    }
    tx.remove(counterNotes, id)
  })
}
