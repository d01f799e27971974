/**
 * Confirming a hold, if its ten minutes have not run out. Its seat is claimed until then and stays so; settling finds the
 * appointment booked, and makes it the seat's for good.
 */
import type { Context } from '../../core/io/context'
import { reader } from '../../core/io/store/reader'
import type { Tx } from '../../core/io/store/transaction'
import { AppError } from '../../core/pure/errors'
import { catalogueOf } from '../../halls/public'
import { appointments, hallDays, type AppointmentDoc } from '../collections'
import { withBooked } from '../rules/counts'
import { hallDayId } from '../rules/slots'
import { isActive } from '../rules/states'
import type { SeatAnswer } from './claim'
import { hallLimits } from './hall-limits'
import { isClosed } from './closed-days'
import { keepCounts, openCountsOf } from './ledger'
import { withNearest } from './nearest'
import { nameOf, ownAppointment } from './own'
import { present } from './present'
import { release } from './release'
import { bookedAs } from './review'
import { tellTaken } from './tell'
import { refusalError } from './words'

/** @throws AppError NOT_FOUND, HOLD_EXPIRED (its seat is given back), SLOT_CLOSED */
export const confirmHold = async (context: Context, id: string): Promise<SeatAnswer> => {
  const catalogue = await catalogueOf(context)
  const held = ownAppointment(context, await reader(context.store).get(appointments, id))
  const hall = catalogue.halls.get(held.hallId)
  const known = catalogue.matters.get(held.matter)
  if (!hall || !known) throw new AppError('NOT_FOUND')
  const work = async (tx: Tx): Promise<SeatAnswer> => {
    // Its hall's day, its ledger and its name never are another's: all are read at the same time.
    const [found, hallDay, counts, name] = await Promise.all([
      tx.get(appointments, id),
      tx.peek(hallDays, hallDayId(held.hallId, held.day)),
      openCountsOf(tx, id, held),
      nameOf(context, held),
    ])
    const doc = ownAppointment(context, found)
    // Closed a moment later, the day's sweep cancels it like any other.
    if (isClosed(hallDay) && isActive(doc.state)) throw new AppError('SLOT_CLOSED')
    // Confirmed before, under another key: the answer is the same.
    if (doc.state === 'booked' || doc.state === 'reviewing')
      return { appointment: present(context, catalogue, { id, doc, name }) }
    if (doc.state === 'cancelledByHall') throw new AppError('SLOT_CLOSED')
    // Off the ledger, it has lapsed by the clock of a later call, which may have booked in its stead.
    const counted = counts.ledger.active.some((entry) => entry.id === id)
    if (doc.state !== 'held' || doc.heldUntil <= tx.now || !counted)
      throw refusalError({ code: 'HOLD_EXPIRED', ...hallLimits(context, hall).holdMinutes }, context.language)
    const { hallId, day, start, end, matter } = doc
    const standing = { hall, matter: known, limits: hallLimits(context, hall), day, start }
    const booked: AppointmentDoc = { ...doc, ...bookedAs(standing, tx.now), changedAt: tx.now }
    keepCounts(tx, withBooked(counts, { id, hallId, day, start, end, matter, until: 0 }))
    tx.replace(appointments, id, booked)
    tellTaken(tx, id, booked)
    return { appointment: present(context, catalogue, { id, doc: booked, name }) }
  }
  try {
    return await context.transact(work)
  } catch (error) {
    // The seat goes back at once, even if the dispatcher is late.
    if (error instanceof AppError && error.code === 'HOLD_EXPIRED') await release(context, id, 'lapsed')
    throw await withNearest(
      context,
      { catalogue, hall, matter: known, day: held.day, start: held.start },
      error,
    )
  }
}
