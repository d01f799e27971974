/**
 * Telling that an appointment was booked or cancelled, in the commit that makes it so: once each, for whoever counts or notifies.
 * Holds are neither: what was never booked is not told of.
 */
import { emit } from '../../core/io/events/emit'
import type { Tx } from '../../core/io/store/transaction'
import type { AppointmentDoc } from '../collections'

/** Who ended it; one who was erased counts as its owner. */
export type EndedBy = 'owner' | 'hall'

const payloadOf = (id: string, { accountId, hallId, day, start, matter }: AppointmentDoc) => ({
  appointmentId: id,
  accountId,
  hallId,
  day,
  start,
  matter,
})

export const tellBooked = (tx: Tx, id: string, doc: AppointmentDoc): void =>
  void emit(tx, { kind: 'appointments.booked', due: tx.now, payload: payloadOf(id, doc) })

/** That it is booked; or that its hall is to look at it, and when it stands without an answer. */
export const tellTaken = (tx: Tx, id: string, doc: AppointmentDoc): void => {
  if (doc.state !== 'reviewing') return tellBooked(tx, id, doc)
  emit(tx, { kind: 'appointments.reviewAsked', due: tx.now, payload: payloadOf(id, doc) })
  emit(tx, { kind: 'appointments.reviewEnds', due: doc.heldUntil, payload: { appointmentId: id } })
}

/** That it was late: counted as a cancellation, and remembered as one. */
export const tellLate = (tx: Tx, id: string): void =>
  void emit(tx, { kind: 'appointments.cancelledLate', due: tx.now, payload: { appointmentId: id } })

/** @param before as it stood until this commit */
export const tellCancelled = (tx: Tx, id: string, before: AppointmentDoc, by: EndedBy): void => {
  if (before.state === 'reviewing')
    emit(tx, { kind: 'appointments.reviewOver', due: tx.now, payload: { ...payloadOf(id, before), by } })
  if (before.state !== 'booked' && before.state !== 'arrived') return
  emit(tx, { kind: 'appointments.cancelled', due: tx.now, payload: { ...payloadOf(id, before), by } })
}
