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

/** @param before as it stood until this commit */
export const tellCancelled = (tx: Tx, id: string, before: AppointmentDoc, by: EndedBy): void => {
  if (before.state !== 'booked') return
  emit(tx, { kind: 'appointments.cancelled', due: tx.now, payload: { ...payloadOf(id, before), by } })
}
