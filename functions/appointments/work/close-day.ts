/**
 * Closing a day. The commit decides: day, reason, audit and event. Then the gates fall, a patch a slot, here and again in
 * the event's handler until all have; a seat claimed before its gate fell is swept like any other.
 */
import { auditEntry } from '../../core/io/audit/entry'
import type { Context, Services } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import { emit } from '../../core/io/events/emit'
import { transact, TRIES } from '../../core/io/store/transact'
import { reader } from '../../core/io/store/reader'
import { AppError } from '../../core/pure/errors'
import { DAY_MS, dayOf, instantOf, type Day } from '../../core/pure/time'
import { hallDays, slots, type HallDayDoc } from '../collections'
import { hallDayId, slotId } from '../rules/slots'
import { seeDay } from './day'
import { patchSlot, pauseAfter } from './patching'
import { reasonPlace } from './present'
import { settleSlot } from './settle'

const KEPT = 400 * DAY_MS

export interface Closing {
  readonly hallId: string
  readonly day: Day
  readonly reason: string
}

const slotsOf = async ({ store }: Pick<Services, 'store'>, hallId: string, day: Day): Promise<string[]> => {
  const hallDay = await reader(store).get(hallDays, hallDayId(hallId, day))
  return hallDay?.state === 'stopped' ? hallDay.starts.map((start) => slotId(hallId, day, start)) : []
}

/**
 * Closes every slot of a stopped day; safe to repeat. The first to have closed them all says how many seats were taken,
 * and nothing is swept before that is written down: everyone tells the same number.
 * @returns seats taken when the gates fell
 * @throws AppError BUSY
 */
const closeGates = async (services: Pick<Services, 'store'>, hallId: string, day: Day): Promise<number> => {
  const closed = await Promise.all(
    (await slotsOf(services, hallId, day)).map((id) => patchSlot(services, id, { set: { state: 'closed' } })),
  )
  const taken = closed.reduce((sum, slot) => sum + (slot ? Object.keys(slot.holders).length : 0), 0)
  const id = hallDayId(hallId, day)
  for (let tries = 1; tries <= TRIES.count; tries += 1) {
    await services.store.patch({
      collection: hallDays.name,
      id,
      set: { affected: taken },
      when: [
        { path: 'state', is: 'stopped' },
        { path: 'affected', is: null },
      ],
    })
    const { affected } = (await reader(services.store).get(hallDays, id)) ?? {}
    // Older documents have no such number.
    if (affected !== null) return affected ?? taken
    await pauseAfter(tries)
  }
  throw new AppError('BUSY')
}

export interface Closed {
  readonly hallId: string
  readonly day: Day
  readonly affected: number
}

/** `affected` of the audit entry is as of the decision; of the answer, as of when the gates fell. @throws AppError DAY_PAST */
export const closeDay = async (context: Context, { hallId, day, reason }: Closing): Promise<Closed> => {
  if (day < dayOf(context.now)) throw new AppError('DAY_PAST')
  const id = hallDayId(hallId, day)
  const sealed = context.vault.own.seal(reasonPlace(id), reason)
  const affected = (await seeDay(context.store, hallId, day)).slots.reduce(
    (sum, { booked }) => sum + booked,
    0,
  )
  const decided = await context.transact(async (tx): Promise<Closed> => {
    const standing = await tx.get(hallDays, id)
    // Closed once more, with another reason perhaps: the gates fell the first time.
    const counted = standing?.state === 'stopped' ? (standing.affected ?? null) : null
    const stopped: HallDayDoc = {
      v: 1,
      hallId,
      day,
      starts: standing?.starts ?? [],
      state: 'stopped',
      reason: sealed,
      affected: counted,
      expiresAt: instantOf(day) + KEPT,
    }
    tx.put(hallDays, id, stopped)
    auditEntry(tx, {
      actor: callerId(context),
      action: 'appointments/closeDay',
      subject: id,
      hallId,
      detail: { day, affected, reason: sealed },
    })
    emit(tx, { kind: 'appointments.dayClosed', due: tx.now, payload: { hallId, day } })
    return { hallId, day, affected }
  })
  return { ...decided, affected: await closeGates(context, hallId, day) }
}

/** Seats swept in one run of the handler; a longer sweep goes on in a new event. */
const BATCH = 200

const holdersOf = async (services: Pick<Services, 'store'>, ids: readonly string[]): Promise<number> =>
  (await reader(services.store).getMany(slots, ids)).reduce(
    (sum, slot) => sum + Object.keys(slot?.holders ?? {}).length,
    0,
  )

/**
 * Cancels what a closed day still holds, until nobody holds a seat: the gates let no new one in, and a claim whose commit
 * is still under way is barred. It can stop anywhere and go on.
 */
export const sweepDay = async (services: Services, hallId: string, day: Day): Promise<void> => {
  await closeGates(services, hallId, day)
  const ids = await slotsOf(services, hallId, day)
  let left = BATCH
  for (const id of ids) {
    if (left > 0) left -= (await settleSlot(services, id, { closing: true, most: left })).freed
  }
  if ((await holdersOf(services, ids)) === 0) return
  await transact(services, async (tx) => {
    emit(tx, { kind: 'appointments.dayClosed', due: tx.now, payload: { hallId, day } })
    return true
  })
}
