/** The note for the counter: its owner's side, and the hall's. */
import type { Context } from '../../core/io/context'
import { filePartOf } from '../../core/io/files/read-parts'
import { callerId } from '../../core/io/identity/caller'
import { reader } from '../../core/io/store/reader'
import { AppError } from '../../core/pure/errors'
import { hallOnDuty } from '../../halls/public'
import { appointments, counterNotes } from '../collections'
import { ownAppointment } from '../work/own'
import { os } from './os'

const ofNotes = () => import('../work/notes')

const insistOwn = async (context: Context, id: string): Promise<void> => {
  ownAppointment(context, await reader(context.store).get(appointments, id))
}

/** @throws AppError NOT_FOUND unless it is of a hall that the caller serves */
const insistHall = async (context: Context, id: string): Promise<void> => {
  const doc = await reader(context.store).get(appointments, id)
  if (!doc || doc.state === 'void') throw new AppError('NOT_FOUND')
  await hallOnDuty(context, doc.hallId)
}

const noteAt = async (context: Context, id: string) => ({
  note: await (await ofNotes()).showNote(context, id, await reader(context.store).get(counterNotes, id)),
})

const photoAt = async (
  context: Context,
  { id, fileId, place }: { id: string; fileId: string; place: number },
) => {
  const { noteOf } = await ofNotes()
  return filePartOf(await context.files.readAttached({ fileId, to: noteOf(id) }), place)
}

export const note = os.note.handler(async ({ input, context }) => {
  await insistOwn(context, input.id)
  return noteAt(context, input.id)
})

export const setNote = os.setNote.handler(async ({ input, context }) =>
  (await ofNotes()).setNote(context, callerId(context), input),
)

export const photo = os.photo.handler(async ({ input, context }) => {
  await insistOwn(context, input.id)
  return photoAt(context, input)
})

export const counterNote = os.counterNote.handler(async ({ input, context }) => {
  await insistHall(context, input.id)
  return noteAt(context, input.id)
})

export const counterPhoto = os.counterPhoto.handler(async ({ input, context }) => {
  await insistHall(context, input.id)
  return photoAt(context, input)
})
