/** The nearest free slots to one that is taken: the same day, the next days, then other halls. Suggestions only. */
import type { Context } from '../../core/io/context'
import { nextWorkingDays } from '../../core/pure/calendar'
import { AppError } from '../../core/pure/errors'
import { dayOf, type Day, type MinuteOfDay } from '../../core/pure/time'
import { metresBetween, type Catalogue, type Hall, type Matter } from '../../halls/public'
import { dayAnswer, glanceAtDay, slotStateOf } from './day'
import { hallLimits } from './hall-limits'

export interface NearSlot {
  readonly hallId: string
  readonly day: Day
  readonly start: MinuteOfDay
  readonly end: MinuteOfDay
  readonly left: number
}
export interface Missed {
  readonly hall: Hall
  readonly matter: Matter
  readonly day: Day
  readonly start: MinuteOfDay
}

const MOST = 6

/** Free slots of one hall and day, nearest to the wished time first. */
const freeOn = async (
  context: Context,
  hall: Hall,
  day: Day,
  { matter, start, hall: wished, day: wishedDay }: Missed,
): Promise<NearSlot[]> => {
  const sight = await glanceAtDay(context, hall.id, day)
  const looking = { hall, matter, now: context.now }
  if (dayAnswer(sight, looking).state !== 'open') return []
  return sight.slots
    .filter((slot) => slotStateOf(slot, day, looking).state === 'open')
    .filter((slot) => !(hall.id === wished.id && day === wishedDay && slot.start === start))
    .sort((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start))
    .map((slot) => ({ hallId: hall.id, day, start: slot.start, end: slot.end, left: slot.left.online }))
}

/** At most six: three of the same day, the nearest of the days after and before, and of the closest other halls on that day. */
export const nearestFree = async (
  context: Context,
  catalogue: Catalogue,
  missed: Missed,
): Promise<readonly NearSlot[]> => {
  const { hall, matter, day } = missed
  const window = nextWorkingDays(dayOf(context.now), hallLimits(context, hall).bookAheadTo.value).days
  const otherDays = window
    .filter((other) => other !== day)
    .sort((a, b) => Math.abs(Date.parse(a) - Date.parse(day)) - Math.abs(Date.parse(b) - Date.parse(day)))
  const otherHalls = [...catalogue.halls.values()]
    .filter((other) => other.id !== hall.id && other.matters.includes(matter.code))
    .sort((a, b) => metresBetween(a, hall) - metresBetween(b, hall))
  const [same, ...others] = await Promise.all(
    [day, ...otherDays.slice(0, 3)].map((on) => freeOn(context, hall, on, missed)),
  )
  const found = [...(same ?? []).slice(0, 3), ...others.flatMap((free) => free.slice(0, 1))]
  if (found.length >= MOST) return found.slice(0, MOST)
  const elsewhere = await Promise.all(
    otherHalls.slice(0, 4).map((other) => freeOn(context, other, day, missed)),
  )
  return [...found, ...elsewhere.flatMap((free) => free.slice(0, 1))].slice(0, MOST)
}

/** What a booking is refused with: for want of a seat, it also names the nearest free slots. */
export const withNearest = async (
  context: Context,
  missed: Missed & { readonly catalogue: Catalogue },
  error: unknown,
): Promise<unknown> => {
  if (!(error instanceof AppError) || (error.code !== 'SLOT_FULL' && error.code !== 'SLOT_CLOSED'))
    return error
  const nearest = await nearestFree(context, missed.catalogue, missed)
  return new AppError(error.code, { nearest }, { cause: error })
}
