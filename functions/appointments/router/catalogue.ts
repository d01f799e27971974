/** Halls and matters as booking shows them: where, what, and how busy it is today. */
import type { Context } from '../../core/io/context'
import { dayKind } from '../../core/pure/calendar'
import { dayOf } from '../../core/pure/time'
import { catalogueOf, hallsFor, mattersAt, showHall, showMatter, type Hall } from '../../halls/public'
import { glanceAtDay } from '../work/day'
import { os } from './os'

/** Share of today's seats that are taken, and whether the hall is open today. */
const todayOf = async (
  context: Context,
  hall: Hall,
): Promise<{ readonly load: number | null; readonly openToday: boolean }> => {
  const day = dayOf(context.now)
  if (dayKind(day) !== 'working') return { load: null, openToday: false }
  const { hallDay, slots } = await glanceAtDay(context, hall.id, day)
  if (hallDay?.state === 'stopped') return { load: null, openToday: false }
  const sum = (pick: (slot: (typeof slots)[number]) => number): number =>
    slots.reduce((total, slot) => total + pick(slot), 0)
  const seats = sum(({ capacity }) => capacity.online + capacity.walkIn + capacity.priority)
  const left = sum((slot) => slot.left.online + slot.left.walkIn + slot.left.priority)
  return { load: seats > 0 ? Math.round(((seats - left) * 100) / seats) : null, openToday: true }
}

export const halls = os.halls.handler(async ({ input, context }) => {
  const handling = hallsFor(await catalogueOf(context), input.matter)
  const rows = await Promise.all(
    handling.map(async (hall) => ({
      ...showHall(hall, context.language, input.position),
      ...(await todayOf(context, hall)),
    })),
  )
  return { halls: input.position ? rows.sort((a, b) => (a.distance ?? 0) - (b.distance ?? 0)) : rows }
})

export const matters = os.matters.handler(async ({ input, context }) => {
  const catalogue = await catalogueOf(context)
  return {
    matters: mattersAt(catalogue, input.hallId).map((matter) =>
      showMatter(matter, catalogue, context.language),
    ),
  }
})
