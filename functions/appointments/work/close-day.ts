/** Closing a day: the gate falls on the day and all its slots in one commit; the bookings are swept afterwards. */
import { auditEntry } from '../../core/io/audit/entry'
import type { Context, Services } from '../../core/io/context'
import { emit } from '../../core/io/events/emit'
import { transact } from '../../core/io/store/transact'
import type { Tx } from '../../core/io/store/transaction'
import { reader } from '../../core/io/store/reader'
import { AppError } from '../../core/pure/errors'
import { DAY_MS, dayOf, instantOf, type Day } from '../../core/pure/time'
import { hallDays, slots, type HallDayDoc } from '../collections'
import { hallDayId, slotId } from '../rules/slots'
import { callerId } from './claim'
import { reasonPlace } from './present'
import { release } from './release'

const KEPT = 400 * DAY_MS
/** Runs that count the bookings exactly; a rush on the day must not keep the gate from falling. */
const EXACT_RUNS = 4

/** Closes one slot and says how many hold a seat in it. Counted exactly while that wins; else as of a moment before. */
const closeSlot = async (tx: Tx, id: string, exactly: boolean): Promise<number> => {
  const slot = exactly ? await tx.get(slots, id) : await tx.peek(slots, id)
  if (!slot) return 0
  if (exactly) tx.replace(slots, id, { ...slot, state: 'closed' })
  else tx.patch(slots, id, { set: { state: 'closed' } })
  return Object.keys(slot.holders).length
}

export interface Closing {
  readonly hallId: string
  readonly day: Day
  readonly reason: string
}

/** @throws AppError DAY_PAST */
export const closeDay = async (context: Context, { hallId, day, reason }: Closing): Promise<{ readonly hallId: string; readonly day: Day; readonly affected: number }> => {
  if (day < dayOf(context.now)) throw new AppError('DAY_PAST')
  const id = hallDayId(hallId, day)
  const sealed = context.vault.own.seal(reasonPlace(id), reason)
  let runs = 0
  return context.transact(async (tx) => {
    runs += 1
    const standing = await tx.get(hallDays, id)
    const starts = standing?.starts ?? []
    const stopped: HallDayDoc = { v: 1, hallId, day, starts, state: 'stopped', reason: sealed, expiresAt: instantOf(day) + KEPT }
    tx.put(hallDays, id, stopped)
    let affected = 0
    for (const start of starts) affected += await closeSlot(tx, slotId(hallId, day, start), runs <= EXACT_RUNS)
    auditEntry(tx, { actor: callerId(context), action: 'appointments/closeDay', subject: id, hallId, detail: { day, affected, reason: sealed } })
    emit(tx, { kind: 'appointments.dayClosed', due: tx.now, payload: { hallId, day } })
    return { hallId, day, affected }
  })
}

/** Seats swept in one run of the handler; a longer sweep goes on in a new event. */
const BATCH = 200
const AT_ONCE = 8

/** Who still holds a seat of the day, as committed. */
const holdersOf = async ({ store }: Services, hallId: string, day: Day): Promise<string[]> => {
  const read = reader(store)
  const starts = (await read.get(hallDays, hallDayId(hallId, day)))?.starts ?? []
  const found = starts.length ? await read.getMany(slots, starts.map((start) => slotId(hallId, day, start))) : []
  return found.flatMap((slot) => (slot?.state === 'closed' ? Object.keys(slot.holders) : []))
}

/**
 * Cancels what a closed day still holds, until nobody holds a seat: the gate lets no new one in. Each is its own commit,
 * so that it can stop anywhere and go on.
 */
export const sweepDay = async (services: Services, hallId: string, day: Day): Promise<void> => {
  const holding = await holdersOf(services, hallId, day)
  const batch = holding.slice(0, BATCH)
  for (let i = 0; i < batch.length; i += AT_ONCE) {
    await Promise.all(batch.slice(i, i + AT_ONCE).map((id) => release(services, id, 'cancelledByHall')))
  }
  if (holding.length === 0 || (await holdersOf(services, hallId, day)).length === 0) return
  await transact(services, async (tx) => {
    emit(tx, { kind: 'appointments.dayClosed', due: tx.now, payload: { hallId, day } })
    return true
  })
}
