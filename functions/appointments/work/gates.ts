/**
 * The gates of a day: each slot is brought to what the day's last closing or reopening says. Each of these takes the next
 * `turn`, and a slot remembers whose it obeyed: an order that comes late, or twice, moves nothing.
 */
import type { Services } from '../../core/io/context'
import { reader } from '../../core/io/store/reader'
import { TRIES } from '../../core/io/store/transact'
import { AppError } from '../../core/pure/errors'
import type { Day } from '../../core/pure/time'
import { hallDays, slots, type HallDayDoc, type SlotDoc } from '../collections'
import { hallDayId, slotId } from '../rules/slots'
import { patchSlot } from './patching'

type Stored = Pick<Services, 'store'>

/** A day that was stopped before turns were counted has had one. */
export const turnOf = (hallDay: Pick<HallDayDoc, 'state' | 'turn'> | undefined): number =>
  hallDay?.turn ?? (hallDay?.state === 'stopped' ? 1 : 0)

/** The turn of the day's last closing; 0 when there was none. */
export const closingOf = (hallDay: Pick<HallDayDoc, 'state' | 'turn'> | undefined): number =>
  hallDay?.state === 'stopped' ? turnOf(hallDay) : Math.max(0, turnOf(hallDay) - 1)

/** Succeeds exactly when the path still is as it was seen: a number, or missing. */
export const asSeen = (path: string, seen: number | undefined) =>
  seen === undefined ? ({ path, absent: true } as const) : { path, is: seen }

/** @returns the slot as it obeys this turn or a later one @throws AppError BUSY */
const moveGate = async (
  services: Stored,
  { id, seen, turn, state }: { id: string; seen: SlotDoc; turn: number; state: SlotDoc['state'] },
): Promise<SlotDoc> => {
  let slot = seen
  for (let tries = 1; tries <= TRIES.count; tries += 1) {
    if ((slot.turn ?? 0) >= turn) return slot
    const moved = await patchSlot(services, id, { set: { state, turn }, when: [asSeen('turn', slot.turn)] })
    if (moved) return moved
    const standing = await reader(services.store).get(slots, id)
    if (!standing) return slot
    slot = standing
  }
  throw new AppError('BUSY')
}

export interface Gates {
  /** As the day stood when the gates began to move; undefined when it was never opened or stopped. */
  readonly hallDay: HallDayDoc | undefined
  readonly slots: readonly SlotDoc[]
}

/** Brings every slot to what the day says now; safe to repeat. @throws AppError BUSY */
export const moveGates = async (services: Stored, hallId: string, day: Day): Promise<Gates> => {
  const read = reader(services.store)
  const hallDay = await read.get(hallDays, hallDayId(hallId, day))
  const ids = (hallDay?.starts ?? []).map((start) => slotId(hallId, day, start))
  if (!hallDay || ids.length === 0) return { hallDay, slots: [] }
  const order = { turn: turnOf(hallDay), state: hallDay.state === 'stopped' ? 'closed' : 'open' } as const
  const found = await read.getMany(slots, ids)
  const moved = await Promise.all(
    ids.flatMap((id, i) => {
      const seen = found[i]
      return seen ? [moveGate(services, { id, seen, ...order })] : []
    }),
  )
  return { hallDay, slots: moved }
}
