/**
 * Opening a closed day again. What the closing cancels stays cancelled, so its sweep is brought to its end first, while no
 * gate lets anybody in. Then the commit decides: day, reason, audit and event; and the gates open, a patch a slot, here and
 * again in the event's handler until all have.
 */
import { auditEntry } from '../../core/io/audit/entry'
import type { Context } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import { emit } from '../../core/io/events/emit'
import { reader } from '../../core/io/store/reader'
import type { Tx } from '../../core/io/store/transaction'
import { AppError } from '../../core/pure/errors'
import { dayOf, type Day } from '../../core/pure/time'
import { hallDays, type HallDayDoc } from '../collections'
import { hallDayId } from '../rules/slots'
import type { Closing } from './close-day'
import { forgiveDay } from './forgive'
import { closingOf, moveGates, turnOf } from './gates'
import { openHallDay } from './open-days'
import { reasonPlace } from './present'
import { sweepBatch } from './sweep-day'

/** Of two hundred seats each: more than a day's, unless each slot is at its largest. The rest is BUSY, and asked again. */
const BATCHES = 10

export interface Reopened {
  readonly hallId: string
  readonly day: Day
  /** Appointments that stay cancelled. */
  readonly cancelled: number
}

/** @throws AppError DAY_NOT_CLOSED */
const insistStopped = (hallDay: HallDayDoc | undefined): HallDayDoc => {
  if (hallDay?.state !== 'stopped') throw new AppError('DAY_NOT_CLOSED')
  return hallDay
}

/** What the closing leaves to its event is done before the day counts again. @throws AppError BUSY when seats are still held */
const finishSweep = async (context: Context, hallId: string, day: Day): Promise<void> => {
  for (let batch = 1; batch <= BATCHES; batch += 1) {
    if ((await sweepBatch(context, hallId, day)) === 0) return forgiveDay(context, hallId, day)
  }
  throw new AppError('BUSY')
}

/** A day that was stopped before it had slots is forgotten, so that it is opened like any other when its time comes. */
const keepOpen = (tx: Tx, id: string, hallDay: HallDayDoc): void => {
  if (hallDay.starts.length === 0) tx.remove(hallDays, id)
  else tx.replace(hallDays, id, { ...hallDay, state: 'open', turn: turnOf(hallDay) + 1, affected: null })
}

/** @throws AppError DAY_PAST, DAY_NOT_CLOSED; BUSY while a long sweep goes on, or when it was closed anew meanwhile */
export const reopenDay = async (context: Context, { hallId, day, reason }: Closing): Promise<Reopened> => {
  if (day < dayOf(context.now)) throw new AppError('DAY_PAST')
  const id = hallDayId(hallId, day)
  const closed = insistStopped(await reader(context.store).get(hallDays, id))
  await finishSweep(context, hallId, day)
  const sealed = context.vault.own.seal(reasonPlace(id), reason)
  const decided = await context.transact(async (tx): Promise<Reopened> => {
    const standing = insistStopped(await tx.get(hallDays, id))
    // Opened and closed again since the sweep: that closing has a sweep of its own.
    if (turnOf(standing) !== turnOf(closed)) throw new AppError('BUSY')
    const cancelled = standing.affected ?? 0
    keepOpen(tx, id, standing)
    auditEntry(tx, {
      actor: callerId(context),
      action: 'appointments/reopenDay',
      subject: id,
      hallId,
      detail: { day, cancelled, reason: sealed },
    })
    const undone = { since: standing.stoppedAt ?? 0, closing: closingOf(standing) }
    emit(tx, { kind: 'appointments.dayReopened', due: tx.now, payload: { hallId, day, ...undone } })
    return { hallId, day, cancelled }
  })
  await moveGates(context, hallId, day)
  if (closed.starts.length === 0) await openHallDay(context, hallId, day)
  return decided
}
