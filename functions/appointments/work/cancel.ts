/** Cancelling one's own: the seat goes back exactly once (what was booked, a few minutes later), and the month's cancellations are counted. */
import type { Context } from '../../core/io/context'
import { reader } from '../../core/io/store/reader'
import { withdrawPaper } from '../../core/io/verification/certify'
import type { Instant } from '../../core/pure/time'
import { catalogueOf } from '../../halls/public'
import { appointments, hallDays, type AppointmentDoc } from '../collections'
import { cameIn, cancelsInto, closedByHall, whyNotCancelled, type Cancelling } from '../rules/cancelling'
import { withCancelled, withHoldLetGo, withoutBooked, type Counts } from '../rules/counts'
import { monthCancellations } from '../rules/ledger'
import { hallDayId } from '../rules/slots'
import { returnsAt } from '../rules/returning'
import { isActive } from '../rules/states'
import { isTaken } from './closed-days'
import { nameOf, ownAppointment } from './own'
import { closingOf } from './gates'
import { hallLimits } from './hall-limits'
import { keepCounts, openCountsOf } from './ledger'
import { present, stateNow, type Sight } from './present'
import { promiseSeat } from './release'
import { giveBack } from './seat'
import { daysIn, lessTaken } from './taken'
import { tellCancelled, tellLate } from './tell'
import { refusalError } from './words'

export interface Cancelled {
  readonly appointment: Sight
  readonly counted: boolean
  readonly monthCancellations: number
  readonly limit: number
}

const countedAfter = (
  counts: Counts,
  doc: AppointmentDoc,
  result: Cancelling,
  ended: { readonly id: string; readonly at: Instant },
): Counts => {
  const { hallId, day, start } = doc
  if (result.counted)
    return withCancelled(counts, {
      ...ended,
      late: result.state === 'cancelledLate',
      of: { hallId, day, start },
    })
  const letGo = doc.state === 'held' && result.state === 'cancelled'
  return letGo ? withHoldLetGo(counts, ended) : withoutBooked(counts, ended.id)
}

/** @throws AppError NOT_FOUND; CANNOT_CANCEL with what it is: begun, lapsed, cancelled before or by the hall */
export const cancelOwn = async (context: Context, id: string): Promise<Cancelled> => {
  const catalogue = await catalogueOf(context)
  const own = ownAppointment(context, await reader(context.store).get(appointments, id))
  const limits = hallLimits(context, catalogue.halls.get(own.hallId) ?? { limits: {} })
  const cancelled = await context.transact(async (tx) => {
    // In the same commit: whether the hall has closed the day, before it began, decides whether it counts.
    const [found, hallDay, counts, name] = await Promise.all([
      tx.get(appointments, id),
      tx.get(hallDays, hallDayId(own.hallId, own.day)),
      openCountsOf(tx, id, own),
      nameOf(context, own),
    ])
    const doc = ownAppointment(context, found)
    const state = stateNow(doc, { now: tx.now, hallDay: undefined })
    const result =
      isActive(doc.state) && isTaken(hallDay, doc)
        ? closedByHall
        : cancelsInto(state, { ...doc, now: tx.now, limits })
    if (doc.state === 'arrived' && result && result.state !== 'cancelledByHall')
      throw refusalError({ code: 'CANNOT_CANCEL', ...cameIn }, context.language)
    if (!result) throw refusalError({ code: 'CANNOT_CANCEL', ...whyNotCancelled(state) }, context.language)
    const after = countedAfter(counts, doc, result, { id, at: tx.now })
    const cancellations = { key: after.key, ledger: { ...after.ledger, active: [] } }
    const { ledger: counting } = await lessTaken(cancellations, daysIn(tx))
    const ended: AppointmentDoc = {
      ...doc,
      state: result.state,
      changedAt: tx.now,
      ...(result.state === 'cancelledByHall' ? { closing: closingOf(hallDay) } : {}),
      ...(result.counted ? { returnsAt: returnsAt(tx.now, tx.random(4)) } : {}),
    }
    if (doc.proof !== undefined) await withdrawPaper(tx, doc.proof)
    promiseSeat(tx, id, ended.returnsAt ?? tx.now)
    tellCancelled(tx, id, doc, result.state === 'cancelledByHall' ? 'hall' : 'owner')
    if (result.state === 'cancelledLate') tellLate(tx, id)
    keepCounts(tx, after)
    tx.replace(appointments, id, ended)
    return {
      appointment: present(context, catalogue, { id, doc: ended, name, hallDay }),
      counted: result.counted,
      monthCancellations: monthCancellations(counting, tx.now),
      limit: limits.cancellationsPerMonth.value,
    }
  })
  // What was booked comes back by its event, at a moment that nobody knows; the rest at once, and by the event when this fails.
  if (!cancelled.counted)
    await giveBack(context, { id, ...own }).catch((err: unknown) =>
      context.log.warn({ appointmentId: id, err }, 'a seat is given back later'),
    )
  return cancelled
}
