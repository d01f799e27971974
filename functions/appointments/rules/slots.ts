/** A day's slots, and the ids made of hall, day and time: uniqueness lives in them. */
import type { Span } from '../../core/pure/hall-terms'
import type { Day, MinuteOfDay } from '../../core/pure/time'

export interface SlotTime {
  readonly start: MinuteOfDay
  readonly end: MinuteOfDay
}

/** Noon parts the half-days. */
export const NOON: MinuteOfDay = 720
/** Slots begin on a quarter of an hour: the ticket code's first two digits count them. */
export const QUARTER = 15
/** Opening a day inserts all its slots in one commit. */
export const SLOTS_A_DAY = 34

export type Half = 'morning' | 'afternoon'
export const halfOf = (start: MinuteOfDay): Half => (start < NOON ? 'morning' : 'afternoon')

/**
 * The slots of a day, in order; a remainder shorter than a slot is left out.
 * @throws RangeError when slots would not begin on quarters, or there are more than a commit can open
 */
export const slotTimes = (hours: readonly Span[], slotMinutes: number): readonly SlotTime[] => {
  if (
    slotMinutes < QUARTER ||
    slotMinutes % QUARTER !== 0 ||
    hours.some(({ from }) => from % QUARTER !== 0)
  ) {
    throw new RangeError('slots begin on a quarter of an hour')
  }
  const times: SlotTime[] = []
  hours.forEach(({ from, to }) => {
    for (let start = from; start + slotMinutes <= to; start += slotMinutes)
      times.push({ start, end: start + slotMinutes })
  })
  if (times.length > SLOTS_A_DAY) throw new RangeError(`more than ${SLOTS_A_DAY} slots a day`)
  return times
}

const compactDay = (day: Day): string => day.replace(/-/g, '')
const compactTime = (minute: MinuteOfDay): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}${String(minute % 60).padStart(2, '0')}`

/** `<hall>.<YYYYMMDD>` */
export const hallDayId = (hallId: string, day: Day): string => `${hallId}.${compactDay(day)}`
/** `<hall>.<YYYYMMDD>.<HHMM>` */
export const slotId = (hallId: string, day: Day, start: MinuteOfDay): string =>
  `${hallId}.${compactDay(day)}.${compactTime(start)}`

/** Six digits: two for the slot's quarter of the day, four drawn; unique within hall and day by a guard on the slot. */
export const ticketCode = (start: MinuteOfDay, tail: string): string =>
  `${String(Math.floor(start / QUARTER)).padStart(2, '0')}${tail}`

/** How a ticket code's tail names its holder in the slot. */
export const holderMark = (appointmentId: string): string => appointmentId.slice(-8)

/** The tail that a holder's seat uses; undefined for one of an older document. */
export const tailOf = (
  appointmentId: string,
  codes: { readonly [tail: string]: unknown },
): string | undefined => Object.keys(codes).find((tail) => codes[tail] === holderMark(appointmentId))

/** Four digits from the random end of an appointment's id. */
export const codeTail = (appointmentId: string): string =>
  String(parseInt(appointmentId.slice(-6), 36) % 10_000).padStart(4, '0')

/** A tail that no seat of the slot uses, the nearest at or after `wanted`; `undefined` when all are used. */
export const freeTail = (wanted: string, used: { readonly [tail: string]: unknown }): string | undefined => {
  for (let i = 0; i < 10_000; i += 1) {
    const tail = String((Number(wanted) + i) % 10_000).padStart(4, '0')
    if (used[tail] === undefined) return tail
  }
  return undefined
}
