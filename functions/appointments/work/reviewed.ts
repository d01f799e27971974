/** The two ends of a pre-review. Who decides, and by when, is `credit`'s to know; the appointment's state is the marker. */
import type { Tx } from '../../core/io/store/transaction'
import { appointments, type AppointmentDoc } from '../collections'
import { withoutBooked } from '../rules/counts'
import { returnsAt } from '../rules/returning'
import { keepCounts, openCountsOf } from './ledger'
import { promiseSeat } from './release'
import { tellBooked } from './tell'

/** It stands. @returns what it was; undefined when it is not under review any more */
export const approveVisit = async (tx: Tx, id: string): Promise<AppointmentDoc | undefined> => {
  const doc = await tx.get(appointments, id)
  if (doc?.state !== 'reviewing') return undefined
  const booked: AppointmentDoc = { ...doc, state: 'booked', heldUntil: 0, changedAt: tx.now }
  tx.replace(appointments, id, booked)
  tellBooked(tx, id, booked)
  return doc
}

/** Its seat goes back, and it counts nowhere. @returns as `approveVisit` */
export const refuseVisit = async (tx: Tx, id: string): Promise<AppointmentDoc | undefined> => {
  const doc = await tx.get(appointments, id)
  if (doc?.state !== 'reviewing') return undefined
  keepCounts(tx, withoutBooked(await openCountsOf(tx, id, doc), id))
  const refused: AppointmentDoc = {
    ...doc,
    state: 'refused',
    changedAt: tx.now,
    returnsAt: returnsAt(tx.now, tx.random(4)),
  }
  tx.replace(appointments, id, refused)
  promiseSeat(tx, id, refused.returnsAt)
  return doc
}
