/** Days and slots as the picker shows them: halves of a day, what is left, and the nearest free time. */
import { halfOf, type Half } from '../../../../functions/appointments/rules/slots'
import { daysBetween, instantOf } from '../../../../functions/core/pure/time'
import type { Day, MinuteOfDay } from '../../../../functions/core/pure/time'
import type { DayRow, NearSlot, SlotRow } from './answers'

export interface HalfDay {
  readonly half: Half
  readonly slots: readonly SlotRow[]
}

/** Morning and afternoon, each only when it has slots. */
export const halves = (slots: readonly SlotRow[]): readonly HalfDay[] =>
  (['morning', 'afternoon'] as const)
    .map((half) => ({ half, slots: slots.filter((slot) => halfOf(slot.start) === half) }))
    .filter(({ slots: inHalf }) => inHalf.length > 0)

/** May a person booking online take it? */
export const isFree = (slot: SlotRow): boolean => slot.state === 'open' && slot.left.online > 0

/** The free slots of the same day, nearest in time first; of two as near, the earlier. */
export const nearestFree = (slots: readonly SlotRow[], wanted: MinuteOfDay, count = 3): readonly SlotRow[] =>
  slots
    .filter((slot) => isFree(slot) && slot.start !== wanted)
    .sort((a, b) => Math.abs(a.start - wanted) - Math.abs(b.start - wanted) || a.start - b.start)
    .slice(0, count)

/** The day to show at first: the one asked for when it can be shown, else the first with seats left, else the first at all. */
export const dayToShow = (days: readonly DayRow[], asked?: Day): Day | undefined => {
  if (asked !== undefined && days.some((row) => row.day === asked)) return asked
  return (days.find((row) => row.state === 'open' && row.left > 0) ?? days[0])?.day
}

/** Other days that still have seats: the nearest to `from`, in order of time. */
export const otherOpenDays = (days: readonly DayRow[], from: Day, count = 2): readonly DayRow[] =>
  days
    .filter((row) => row.day !== from && row.state === 'open' && row.left > 0)
    .sort((a, b) => Math.abs(daysBetween(from, a.day)) - Math.abs(daysBetween(from, b.day)))
    .slice(0, count)
    .sort((a, b) => a.day.localeCompare(b.day))

/** One reason a day: rows that share rule and basis are told once. */
export const reasonsOf = (rows: readonly (DayRow | SlotRow)[]): readonly NonNullable<DayRow['why']>[] => {
  const seen = new Map<string, NonNullable<DayRow['why']>>()
  for (const { why } of rows) if (why) seen.set(`${why.rule}|${why.basis}`, why)
  return [...seen.values()]
}

/** The nearest slots of a `SLOT_FULL` answer, same hall first, then by instant. */
export const orderNearest = (nearest: readonly NearSlot[], hallId: string): readonly NearSlot[] =>
  [...nearest].sort(
    (a, b) =>
      Number(b.hallId === hallId) - Number(a.hallId === hallId) ||
      instantOf(a.day, a.start) - instantOf(b.day, b.start),
  )
