/**
 * Sweeping a closed day: what it still holds of what had not begun is cancelled, until nobody holds a seat there. The gates let no new one in, and a
 * claim whose commit is still under way is barred. It can stop anywhere and go on.
 */
import type { Services } from '../../core/io/context'
import { emit } from '../../core/io/events/emit'
import { transact } from '../../core/io/store/transact'
import type { Day } from '../../core/pure/time'
import { slotId } from '../rules/slots'
import { closeGates, heldIn, slotsTaken } from './close-day'
import { forgiveDay } from './forgive'
import { moveGates } from './gates'
import { settleSlot } from './settle'

/** Seats swept in one run; a longer sweep goes on in another. */
const BATCH = 200

/** One batch. @returns how many seats are still held; 0 of a day that is not stopped @throws AppError BUSY */
export const sweepBatch = async (services: Services, hallId: string, day: Day): Promise<number> => {
  const gates = await closeGates(services, hallId, day)
  if (!gates) return 0
  let left = BATCH
  for (const { start, holders } of gates.slots) {
    if (left <= 0 || Object.keys(holders).length === 0) continue
    const { freed } = await settleSlot(services, slotId(hallId, day, start), { closing: true, most: left })
    left -= freed
  }
  const after = await moveGates(services, hallId, day)
  if (after.hallDay?.state !== 'stopped') return 0
  return heldIn(slotsTaken(after))
}

/** What the event's handler does: a batch, and an event for the rest; when there is none, what was counted before is forgiven. */
export const sweepDay = async (services: Services, hallId: string, day: Day): Promise<void> => {
  if ((await sweepBatch(services, hallId, day)) === 0) return forgiveDay(services, hallId, day)
  await transact(services, async (tx) => {
    emit(tx, { kind: 'appointments.dayClosed', due: tx.now, payload: { hallId, day } })
    return true
  })
}
