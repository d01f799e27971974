/** Giving a seat back without its owner's doing: a hold ran out, the hall closed the day, the account was erased. Once, however often asked. */
import type { Services } from '../../core/io/context'
import { emit } from '../../core/io/events/emit'
import { transact } from '../../core/io/store/transact'
import type { Tx } from '../../core/io/store/transaction'
import type { Instant } from '../../core/pure/time'
import { withdrawPaper } from '../../core/io/verification/certify'
import { appointments, hallDays } from '../collections'
import { withoutBooked } from '../rules/counts'
import { hallDayId } from '../rules/slots'
import { canMove } from '../rules/states'
import { closingOf } from './gates'
import { keepCounts, openCountsOf } from './ledger'
import { freeSeat } from './seat'
import { tellCancelled } from './tell'

export type Ending = 'lapsed' | 'cancelledByHall' | 'cancelled'

/** In the commit that ends an appointment, where nothing else would look for its seat again: gives it back if we die first. */
export const promiseSeat = (tx: Tx, id: string, due: Instant = tx.now): void =>
  void emit(tx, { kind: 'appointments.seatFreed', due, payload: { appointmentId: id } })

/**
 * Moves the appointment into `into` and takes it off the ledger, in one commit; its seat is still held. The
 * appointment's own state is the marker: a repeat finds it moved and does nothing.
 * @returns whether this call did it
 */
export const endAppointment = (services: Services, id: string, into: Ending): Promise<boolean> =>
  transact(services, async (tx) => {
    const doc = await tx.get(appointments, id)
    if (!doc || !canMove(doc.state, into) || (into === 'lapsed' && doc.heldUntil > tx.now)) return false
    keepCounts(tx, withoutBooked(await openCountsOf(tx, id, doc), id))
    const ended = { ...doc, state: into, changedAt: tx.now }
    const hallDay = into === 'cancelledByHall' && (await tx.peek(hallDays, hallDayId(doc.hallId, doc.day)))
    tx.replace(appointments, id, hallDay ? { ...ended, closing: closingOf(hallDay) } : ended)
    if (doc.proof !== undefined) await withdrawPaper(tx, doc.proof)
    tellCancelled(tx, id, doc, into === 'cancelledByHall' ? 'hall' : 'owner')
    // A lapsed hold is found as an expired claim, a closed day by its sweep.
    if (into === 'cancelled') promiseSeat(tx, id)
    return true
  })

/** Ends it, then gives the seat back: also the seat of one that was ended before by somebody who did not come that far. */
export const release = async (services: Services, id: string, into: Ending): Promise<boolean> => {
  const ended = await endAppointment(services, id, into)
  await freeSeat(services, id)
  return ended
}
