/** An account or a taxpayer was erased: the seats still held for it go back to those who come. Nothing is counted. */
import type { Services } from '../../core/io/context'
import { emit } from '../../core/io/events/emit'
import { eachOf } from '../../core/io/store/pages'
import { transact } from '../../core/io/store/transact'
import { dayOf, MINUTE } from '../../core/pure/time'
import { appointments } from '../collections'
import { isActive } from '../rules/states'
import { release } from './release'

/** Who booked, or for whom an agent did. */
export type Leaver = { readonly accountId: string } | { readonly taxpayerId: string }

/** Idempotent. */
export const leaveSeats = async (services: Services, leaver: Leaver): Promise<number> => {
  const today = dayOf(services.clock())
  let left = 0
  const theirs = { index: 'accountId' in leaver ? 'account' : 'taxpayer', where: { ...leaver } }
  for await (const { id, doc } of eachOf(services.store, appointments, theirs)) {
    if (isActive(doc.state) && doc.day >= today && (await release(services, id, 'cancelled'))) left += 1
  }
  return left
}

/** By then a booking that was under way at the erasure has been committed, or its id is barred. */
const UNDER_WAY = 5 * MINUTE

/** Whoever is erased begins nothing new, but a call may have come in before: one more walk finds what it booked. */
export const leaveAgain = (services: Services, leaver: Leaver): Promise<unknown> =>
  transact(services, async (tx) =>
    emit(tx, { kind: 'appointments.ownerErased', due: tx.now + UNDER_WAY, payload: { ...leaver } }),
  )
