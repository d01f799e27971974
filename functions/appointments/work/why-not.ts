/** Why a slot gives no seat. */
import type { Context } from '../../core/io/context'
import { reader } from '../../core/io/store/reader'
import { AppError } from '../../core/pure/errors'
import { hallDays, slots, type SlotDoc } from '../collections'
import { hallDayId, slotId } from '../rules/slots'
import { dayNotOpened } from './day'
import { pauseAfter } from './patching'
import type { Plan } from './plan'
import { refusalError } from './words'

/** A pause of 16 to 32 ms: a claim that is refused has given its seat back by then. */
const SECOND_LOOK = 4

type Place = Pick<Plan, 'hall' | 'day' | 'start'>

export const slotAt = (
  { store }: Pick<Context, 'store'>,
  { hall, day, start }: Place,
): Promise<SlotDoc | undefined> => reader(store).get(slots, slotId(hall.id, day, start))

const noSlot = async ({ store, language }: Context, { hall, day }: Place): Promise<AppError> => {
  const hallDay = await reader(store).get(hallDays, hallDayId(hall.id, day))
  if (!hallDay) return refusalError({ code: 'DAY_NOT_OPEN', ...dayNotOpened }, language)
  return new AppError(hallDay.state === 'stopped' ? 'SLOT_CLOSED' : 'NOT_FOUND')
}

/** Seats that are only claimed may come back; those that were settled are their appointments'. */
const mayComeBack = ({ unsettled }: SlotDoc): boolean => typeof unsettled === 'string'

export interface ForWhom {
  /** The appointment: a call of before may have claimed its seat, and died. */
  readonly own?: string
  /** What keeps a seat for it. */
  readonly kept?: string | undefined
}

/** What comes free of a slot that people wait for is theirs. */
const givesSeat = ({ left, line, holders }: SlotDoc, { own, kept }: ForWhom): boolean =>
  [own, kept].some((id) => id !== undefined && holders[id] !== undefined) ||
  (left.online >= 1 && (line === undefined || kept !== undefined))

/**
 * The slot, when it may give a seat. It is full only when it still is a moment later: another's claim may just be passing.
 * @param forWhom who may have a seat in it already
 * @throws AppError DAY_NOT_OPEN, NOT_FOUND, SLOT_CLOSED, SLOT_FULL
 */
export const insistSeat = async (
  context: Context,
  place: Place,
  seen: SlotDoc | undefined,
  { own, kept }: ForWhom = {},
): Promise<SlotDoc> => {
  let slot = seen
  for (let looks = 1; ; looks += 1) {
    if (!slot) throw await noSlot(context, place)
    if (slot.state === 'closed') throw new AppError('SLOT_CLOSED')
    if (givesSeat(slot, { own, kept })) return slot
    if (looks > 1 || !mayComeBack(slot)) throw new AppError('SLOT_FULL')
    await pauseAfter(SECOND_LOOK)
    slot = await slotAt(context, place)
  }
}
