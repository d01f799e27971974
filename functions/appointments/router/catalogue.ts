/** Halls and matters as booking shows them: where, what, and how busy it is, today or when it opens next. */
import type { Context } from '../../core/io/context'
import { dayKind } from '../../core/pure/calendar'
import { dayOf } from '../../core/pure/time'
import {
  catalogueOf,
  hallsFor,
  nearestFirst,
  openAt,
  openingsAfter,
  showHall,
  showMatters,
  type Hall,
} from '../../halls/public'
import type { Quota } from '../rules/fields'
import { calendarUnpublished } from '../rules/window'
import { isClosed } from '../work/closed-days'
import { glanceAtDay, type DaySight } from '../work/day'
import { basisIn } from '../work/words'
import { os } from './os'

/** Days looked at for the next opening: longer than any holiday, a few days closed besides. */
const LOOK_AHEAD = 10

/** Seats taken of all seats, in per cent; null when there are none. */
const shareTaken = ({ slots }: DaySight): number | null => {
  const sum = (quotas: readonly Quota[]): number =>
    quotas.reduce((total, { online, walkIn, priority }) => total + online + walkIn + priority, 0)
  const seats = sum(slots.map(({ capacity }) => capacity))
  const left = sum(slots.map((slot) => slot.left))
  return seats > 0 ? Math.round(((seats - left) * 100) / seats) : null
}

/** When it opens next, and how full that day is; a day that was closed is passed over. */
const nextOpening = async (context: Context, hall: Hall) => {
  const { next, unpublished } = openingsAfter(hall.hours, context.now, LOOK_AHEAD)
  for (const opening of next) {
    const sight = await glanceAtDay(context, hall.id, opening.day)
    if (!isClosed(sight.hallDay)) return { next: { ...opening, load: shareTaken(sight) } }
  }
  return unpublished === undefined ? {} : { nextUnknown: basisIn(calendarUnpublished, context.language) }
}

/** How busy it is today while any of today is to come, and when it opens next while it is not open. */
const openingOf = async (context: Context, hall: Hall) => {
  const day = dayOf(context.now)
  const sight = dayKind(day) === 'working' ? await glanceAtDay(context, hall.id, day) : undefined
  const openToday = sight !== undefined && !isClosed(sight.hallDay)
  if (openToday && openAt(hall.hours, context.now)) return { openToday, load: shareTaken(sight) }
  const opens = await nextOpening(context, hall)
  const today = opens.next?.day === day ? opens.next : undefined
  return { openToday, load: today ? today.load : null, ...opens }
}

export const halls = os.halls.handler(async ({ input, context }) => {
  const handling = hallsFor(await catalogueOf(context), input.matter)
  const rows = await Promise.all(
    handling.map(async (hall) => ({
      ...showHall(hall, context.language, input.position),
      ...(await openingOf(context, hall)),
    })),
  )
  return { halls: nearestFirst(rows) }
})

/** As `halls/matters` answers: for mini-programs of before there was one. */
export const matters = os.matters.handler(async ({ input, context }) => ({
  matters: showMatters(await catalogueOf(context), context.language, input.hallId),
}))
