/** The officer's day in numbers and in groups: who comes when, what is still free. */
import { takes } from '../../../../../functions/appointments/rules/closing'
import type { Instant, MinuteOfDay } from '../../../../../functions/core/pure/time'
import type { DayList, Person } from '../../../booking/model/answers'

export interface DaySummary {
  /** Standing bookings. */
  readonly coming: number
  /** Seats kept for someone who has not confirmed yet. */
  readonly held: number
  readonly cancelled: number
  /** Seats people can still book online. */
  readonly left: number
  readonly capacity: number
}

type Slot = DayList['slots'][number]

/** Counts from the slots (whole even when the people come in pages) and the people loaded so far. */
export const summarise = (list: Pick<DayList, 'slots' | 'items'>): DaySummary => ({
  coming: list.items.filter(({ state }) => state === 'booked').length,
  held: list.items.filter(({ state }) => state === 'held').length,
  cancelled: list.items.filter(
    ({ state }) => state === 'cancelled' || state === 'cancelledLate' || state === 'cancelledByHall',
  ).length,
  left: list.slots.reduce((sum, slot) => sum + (slot.state === 'open' ? slot.left.online : 0), 0),
  capacity: list.slots.reduce((sum, slot) => sum + seats(slot), 0),
})

/** Of those loaded, whom closing the day now would cancel: a visit that has begun stays one. */
export const wouldCancel = ({ day, items }: Pick<DayList, 'day' | 'items'>, now: Instant): number =>
  items.filter((person) => !gone(person) && takes(now, { day, start: person.start })).length

/** All seats of a slot, over its quotas. */
export const seats = (slot: Pick<Slot, 'capacity'>): number =>
  slot.capacity.online + slot.capacity.walkIn + slot.capacity.priority

/** How full, 0–100; a slot without seats is full. */
export const fillOf = (slot: Pick<Slot, 'capacity' | 'booked'>): number => {
  const all = seats(slot)
  return all === 0 ? 100 : Math.min(100, Math.round((slot.booked / all) * 100))
}

export interface Hour {
  readonly start: MinuteOfDay
  readonly end: MinuteOfDay
  readonly people: readonly Person[]
}

const gone = (person: Person): boolean => person.state !== 'booked' && person.state !== 'held'

/** People by slot, in order of time; within a slot those who are coming first, then by code. */
export const byTime = (people: readonly Person[]): readonly Hour[] => {
  const groups = new Map<MinuteOfDay, Person[]>()
  for (const person of people) groups.set(person.start, [...(groups.get(person.start) ?? []), person])
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([start, within]) => ({
      start,
      end: within[0]?.end ?? start,
      people: [...within].sort((a, b) => Number(gone(a)) - Number(gone(b)) || a.code.localeCompare(b.code)),
    }))
}

/** People whose code, name or matter contains the words; all when nothing is asked. */
export const findPeople = (people: readonly Person[], words: string): readonly Person[] => {
  const wanted = words.trim().toLowerCase().replace(/\s+/g, '')
  if (wanted === '') return people
  return people.filter((person) =>
    [person.code, person.name, person.matterName, person.matter].some((text) =>
      text.toLowerCase().replace(/\s+/g, '').includes(wanted),
    ),
  )
}
