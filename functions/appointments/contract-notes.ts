/** The note and photos for the counter: written by the appointment's owner, read by the hall's officers. */
import * as z from 'zod/mini'
import { fileId, filePart } from '../core/io/files/part'
import { procedure } from '../core/io/procedure'
import { count, instant, personText } from '../core/io/schema'
import './data/errors'
import { COUNTER_PHOTOS, MOST_PHOTOS, NOTE_LENGTH } from './data/uploads'
import { appointmentId } from './schemas'

const photo = z.object({ fileId, type: z.enum(COUNTER_PHOTOS.types), size: count })
const note = z.object({
  text: z.string(),
  photos: z.array(photo),
  /** Null while nothing was noted. */
  changedAt: z.nullable(instant),
})
const place = z.int().check(z.minimum(0), z.maximum(100))

export const notesContract = {
  note: procedure({
    summary: 'What I want the counter to know of an appointment of mine',
    allow: ['account'],
    scope: 'self',
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ id: appointmentId }))
    .output(z.object({ note })),
  setNote: procedure({
    summary: 'Note something for the counter, with photos: once it is booked, until it begins',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
    raises: ['NOT_FOUND', 'NOT_BOOKED'],
  })
    .input(
      z.object({
        id: appointmentId,
        text: personText(NOTE_LENGTH),
        photos: z.array(fileId).check(z.maxLength(MOST_PHOTOS)),
      }),
    )
    .output(z.object({ note })),
  photo: procedure({
    summary: 'A photo of mine, in parts',
    allow: ['account'],
    scope: 'self',
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ id: appointmentId, fileId, place: z._default(place, 0) }))
    .output(filePart),
  counterNote: procedure({
    summary: 'What the owner of an appointment of this hall wants the counter to know',
    allow: ['officer', 'supervisor'],
    scope: 'hall',
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ id: appointmentId }))
    .output(z.object({ note })),
  counterPhoto: procedure({
    summary: 'A photo for the counter of this hall, in parts',
    allow: ['officer', 'supervisor'],
    scope: 'hall',
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ id: appointmentId, fileId, place: z._default(place, 0) }))
    .output(filePart),
}
