/** Which slot it is, and who is still to come with a booking of it: they go before whoever walked in at the same time. Loaded when somebody waits. */
import { readSlot, startsOf, type SlotPlace } from '../../appointments/public'
import type { Services } from '../../core/io/context'
import { dayOf, instantOf, minuteOf, type Day, type Instant, type MinuteOfDay } from '../../core/pure/time'
import type { Catalogue } from '../../halls/public'
import type { HallLinesDoc } from '../collections'
import { groupKey, type Place } from '../rules/lines'
import { windowsFor } from '../rules/ahead'
import type { Reader } from './show'

/** How many of those whose windows serve the place's matter. */
export type Coming = (lines: HallLinesDoc, place: Place) => number

/** Who comes, of those who book: a figure of ours until a hall's own are known. */
const COME = 0.85

interface Slot {
  readonly hallId: string
  readonly day: Day
  readonly start: MinuteOfDay
  readonly end: MinuteOfDay
  readonly booked: number
}

/** Of the bookings without a number, those expected in the rest of their time; by the share of the hall's matters that are served together. */
const stillToCome = (
  slot: Slot,
  lines: HallLinesDoc,
  { matter }: Place,
  matters: number,
  now: Instant,
): number => {
  const { day, start, end, booked } = slot
  const of = { matter, band: start, came: 'booked' } as const
  const here = (['first', 'plain'] as const).reduce(
    (sum, kind) => sum + (lines.given[groupKey({ ...of, kind })] ?? 0),
    0,
  )
  const [from, to] = [instantOf(day, start - 15), instantOf(day, end)]
  const left = Math.min(1, Math.max(0, (to - now) / (to - from)))
  const served = new Set(windowsFor(lines, matter).flatMap((window) => lines.windows[window]?.matters ?? []))
  return Math.max(0, booked * COME - here) * left * Math.min(1, served.size / Math.max(1, matters))
}

/** Reads each slot of these places once. */
export const comingOf = async (
  context: Reader,
  catalogue: Catalogue,
  places: readonly { readonly hallId: string; readonly day: Day; readonly band: MinuteOfDay }[],
): Promise<Coming> => {
  const wanted = new Map<string, SlotPlace>(
    places.map(({ hallId, day, band }) => [`${hallId}|${day}|${band}`, { hallId, day, start: band }]),
  )
  const slots = new Map<string, Slot>()
  await Promise.all(
    [...wanted].map(async ([key, place]) => {
      const slot = await readSlot(context, place)
      if (slot) slots.set(key, { ...place, end: slot.end, booked: Object.keys(slot.holders).length })
    }),
  )
  return (lines, place) => {
    const slot = slots.get(`${lines.hallId}|${lines.day}|${place.band}`)
    const matters = catalogue.halls.get(lines.hallId)?.matters.length ?? 1
    return slot ? stillToCome(slot, lines, place, matters, context.now) : 0
  }
}

/** In which slot somebody comes; a hall that opens no slots has half hours. */
export const bandAt = async (
  services: Pick<Services, 'store'>,
  hallId: string,
  now: number,
): Promise<MinuteOfDay> => {
  const minute = minuteOf(now)
  const starts = await startsOf(services, hallId, dayOf(now))
  const begun = starts.filter((start) => start <= minute)
  return begun.at(-1) ?? starts[0] ?? Math.floor(minute / 30) * 30
}
