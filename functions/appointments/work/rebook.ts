/**
 * Rebooking: another seat instead of one's own. The new one is claimed first, then one commit books it and ends the old one: whatever
 * fails, and wherever, the old seat is hers until the new one is.
 */
import type { Context } from '../../core/io/context'
import { reader } from '../../core/io/store/reader'
import type { Tx } from '../../core/io/store/transaction'
import { withdrawPaper } from '../../core/io/verification/certify'
import { AppError } from '../../core/pure/errors'
import type { Day, MinuteOfDay } from '../../core/pure/time'
import { catalogueOf } from '../../halls/public'
import { appointments, hallDays, type AppointmentDoc, type HallDayDoc } from '../collections'
import { cancelsInto, whyNotCancelled, type Cancelling } from '../rules/cancelling'
import { withCancelled, withoutBooked, type Counts } from '../rules/counts'
import { returnsAt } from '../rules/returning'
import { hallDayId } from '../rules/slots'
import type { Limits } from '../rules/limits'
import { takeSeat, type Instead, type SeatAnswer } from './claim'
import { ownAppointment } from './own'
import { hallLimits } from './hall-limits'
import { keepCounts, openCountsOf } from './ledger'
import { stateNow } from './present'
import { promiseSeat } from './release'
import { tellCancelled, tellLate } from './tell'
import { refusalError } from './words'

export interface RebookWish {
  readonly id: string
  readonly hallId: string
  readonly day: Day
  readonly start: MinuteOfDay
}

interface Old {
  readonly id: string
  readonly doc: AppointmentDoc
  readonly hallDay: HallDayDoc | undefined
  readonly limits: Limits
  readonly now: number
}

/**
 * What becomes of the old one. In time it counts for nothing: she told early and comes all the same; late it counts as a late
 * cancellation does.
 * @throws AppError CANNOT_CANCEL with what it is: not booked any more, begun, or cancelled by the hall
 */
const endingOf = (context: Context, { doc, hallDay, limits, now }: Old): Cancelling => {
  const state = stateNow(doc, { now, hallDay })
  const ending = state === 'booked' ? cancelsInto(state, { ...doc, now, limits }) : undefined
  if (!ending) throw refusalError({ code: 'CANNOT_CANCEL', ...whyNotCancelled(state) }, context.language)
  return { ...ending, counted: ending.state === 'cancelledLate' }
}

/** What counts, without the old one; late, its cancellation is counted. */
const without = (counts: Counts, { id, doc, now }: Old, { counted }: Cancelling): Counts => {
  const { hallId, day, start } = doc
  return counted
    ? withCancelled(counts, { id, at: now, late: true, of: { hallId, day, start } })
    : withoutBooked(counts, id)
}

const endOld = async (
  tx: Tx,
  context: Context,
  limits: Limits,
  { id, counts }: { readonly id: string; readonly counts: Counts },
): Promise<Counts> => {
  const doc = ownAppointment(context, await tx.get(appointments, id))
  const hallDay = await tx.get(hallDays, hallDayId(doc.hallId, doc.day))
  const old: Old = { id, doc, hallDay, limits, now: tx.now }
  const ending = endingOf(context, old)
  const ended: AppointmentDoc = {
    ...doc,
    state: ending.state,
    changedAt: tx.now,
    returnsAt: returnsAt(tx.now, tx.random(4)),
  }
  tx.replace(appointments, id, ended)
  if (doc.proof !== undefined) await withdrawPaper(tx, doc.proof)
  promiseSeat(tx, id, ended.returnsAt)
  tellCancelled(tx, id, doc, 'owner')
  if (ending.counted) tellLate(tx, id)
  const ofOld = await openCountsOf(tx, id, doc)
  if (ofOld.key === counts.key && ofOld.claim?.number === counts.claim?.number)
    return without(counts, old, ending)
  // It counts elsewhere: her taxpayer was verified since.
  keepCounts(tx, without(ofOld, old, ending))
  return counts
}

/**
 * @throws AppError NOT_FOUND, SAME_TIME, CANNOT_CANCEL; every refusal of a booking: the old one stands then as it did
 */
export const rebookOwn = async (context: Context, { id, ...to }: RebookWish): Promise<SeatAnswer> => {
  const told = await context.answered<SeatAnswer>()
  if (told) return told.output
  const read = reader(context.store)
  const doc = ownAppointment(context, await read.get(appointments, id))
  const hallDay = await read.get(hallDays, hallDayId(doc.hallId, doc.day))
  const limits = hallLimits(context, (await catalogueOf(context)).halls.get(doc.hallId) ?? { limits: {} })
  endingOf(context, { id, doc, hallDay, limits, now: context.now })
  if (doc.hallId === to.hallId && doc.day === to.day && doc.start === to.start)
    throw new AppError('SAME_TIME')
  const instead: Instead = { id, inCommit: (tx, counts) => endOld(tx, context, limits, { id, counts }) }
  const wish = { ...to, matter: doc.matter, taxpayerId: doc.taxpayerId }
  return takeSeat(context, wish, 'booked', { instead })
}
