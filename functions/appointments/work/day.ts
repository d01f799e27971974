/** A hall's day as it stands: its state, its slots, what is left, and why not. */
import type { Services } from '../../core/io/context'
import { reader } from '../../core/io/store/reader'
import type { Store } from '../../core/io/store/contract'
import type { Basis } from '../../core/pure/law'
import { text } from '../../core/pure/text'
import { dayOf, minuteOf, type Day, type Instant, type MinuteOfDay } from '../../core/pure/time'
import { minutesLeft, type Hall, type Matter } from '../../halls/public'
import { hallDays, slots, type HallDayDoc, type SlotDoc } from '../collections'
import type { Quota } from '../rules/fields'
import { matterVerdict } from '../rules/matter'
import type { Verdict } from '../rules/refusal'
import { hallDayId, slotId } from '../rules/slots'
import { dayVerdict } from '../rules/window'
import { isClosed } from './closed-days'
import { hallLimits } from './hall-limits'

export interface SlotSight {
  readonly start: MinuteOfDay
  readonly end: MinuteOfDay
  readonly state: SlotDoc['state']
  readonly left: Quota
  readonly capacity: Quota
  readonly booked: number
}
export interface DaySight {
  readonly day: Day
  readonly hallDay: HallDayDoc | undefined
  readonly slots: readonly SlotSight[]
}

/** What is left of a slot that people wait for is theirs: nobody else sees it. */
const leftForAll = ({ left, line }: SlotDoc): Quota => (line === undefined ? left : { ...left, online: 0 })

export const sightOf = (slot: SlotDoc): SlotSight => {
  const { start, end, state, capacity, holders } = slot
  return { start, end, state, left: leftForAll(slot), capacity, booked: Object.keys(holders).length }
}

/**
 * What is committed now, in two reads however many days.
 * @param withSlots the days whose slots are wanted; the others are seen without
 */
export const seeDays = async (
  store: Store,
  hallId: string,
  days: readonly Day[],
  withSlots: readonly Day[] = days,
): Promise<readonly DaySight[]> => {
  const read = reader(store)
  const known = await read.getMany(
    hallDays,
    days.map((day) => hallDayId(hallId, day)),
  )
  const idsOf = days.map((day, at) =>
    withSlots.includes(day) ? (known[at]?.starts ?? []).map((start) => slotId(hallId, day, start)) : [],
  )
  const ids = idsOf.flat()
  const found = ids.length ? await read.getMany(slots, ids) : []
  const slotOf = new Map(ids.map((id, at) => [id, found[at]]))
  return days.map((day, at) => ({
    day,
    hallDay: known[at],
    slots: (idsOf[at] ?? []).flatMap((id) => {
      const slot = slotOf.get(id)
      return slot ? [sightOf(slot)] : []
    }),
  }))
}

export const seeDay = async (store: Store, hallId: string, day: Day): Promise<DaySight> => {
  const [sight] = await seeDays(store, hallId, [day])
  return sight ?? { day, hallDay: undefined, slots: [] }
}

const GLANCE = 1_000
interface Glance {
  readonly at: Instant
  readonly sight: Promise<DaySight>
}
const glances = new WeakMap<Store, Map<string, Glance>>()

/** The same, at most a second old: for suggestions and the load of a hall, which nobody decides by. */
export const glanceAtDay = (
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  hallId: string,
  day: Day,
): Promise<DaySight> => {
  const now = clock()
  const known = glances.get(store) ?? new Map<string, Glance>()
  glances.set(store, known)
  const id = hallDayId(hallId, day)
  const last = known.get(id)
  if (last && now >= last.at && now - last.at < GLANCE) return last.sight
  if (known.size > 500) known.clear()
  const sight = seeDay(store, hallId, day)
  known.set(id, { at: now, sight })
  sight.catch(() => known.delete(id))
  return sight
}

export type DayState =
  'open' | 'full' | 'closed' | 'blocked' | 'tooSoon' | 'tooFar' | 'unpublished' | 'stopped'
export type SlotState = 'open' | 'full' | 'closed' | 'blocked' | 'past'

export const dayStopped: Basis = {
  rule: text('大厅已停止这一天的预约', 'The hall has stopped bookings for this day'),
  basis: text('办税服务厅公告', 'Notice of the tax hall'),
  unconfirmed: false,
}
export const dayNotOpened: Basis = {
  rule: text('这一天的号源还没有放出', 'The seats of this day are not released yet'),
  basis: text('办税服务厅放号安排', 'The hall’s schedule of releases'),
  unconfirmed: false,
}

/** For what a day is looked at. */
export interface Looking {
  readonly hall: Hall
  readonly matter: Pick<Matter, 'kind' | 'minutes'>
  readonly now: Instant
}
/** An officer's look at a day is not for a matter. */
export const anyMatter: Looking['matter'] = { kind: 'other', minutes: 0 }

/** By the rules alone, whatever is left. Codes: BLOCKED_TIME, NOT_ENOUGH_TIME. */
export const matterAtTime = (day: Day, start: MinuteOfDay, { hall, matter, now }: Looking): Verdict =>
  matterVerdict({
    day,
    start,
    kind: matter.kind,
    needed: matter.minutes,
    left: minutesLeft(hall.hours, start),
    limits: hallLimits({ now }, hall),
  })

/** One slot as the caller sees it. */
export const slotStateOf = (
  slot: SlotSight,
  day: Day,
  looking: Looking,
): { readonly state: SlotState; readonly why?: Basis } => {
  const today = dayOf(looking.now)
  if (day < today || (day === today && slot.start <= minuteOf(looking.now))) return { state: 'past' }
  const may = matterAtTime(day, slot.start, looking)
  if (!may.ok) return { state: 'blocked', why: may.refusal }
  if (slot.state === 'closed') return { state: 'closed' }
  return { state: slot.left.online < 1 ? 'full' : 'open' }
}

/** Any other refusal means that the day is closed. */
const refusedStates: Readonly<Record<string, DayState | undefined>> = {
  DAY_NOT_OPEN: 'tooSoon',
  TOO_FAR_AHEAD: 'tooFar',
  HALL_CLOSED: 'closed',
  CALENDAR_UNPUBLISHED: 'unpublished',
}

export interface DayAnswer {
  readonly state: DayState
  readonly left: number
  readonly why?: Basis
}

/** Whether the calendar and the window let the day be booked at all; `undefined` when they do. */
export const windowAnswer = (hall: Hall, day: Day, now: Instant): DayAnswer | undefined => {
  const verdict = dayVerdict({
    today: dayOf(now),
    day,
    sameDay: hall.sameDay,
    limits: hallLimits({ now }, hall),
  })
  return verdict.ok
    ? undefined
    : { state: refusedStates[verdict.refusal.code] ?? 'closed', left: 0, why: verdict.refusal }
}

/** The day as the caller sees it. What its hall has closed says so first: also today, and outside the window. */
export const dayAnswer = (sight: DaySight, looking: Looking): DayAnswer => {
  if (isClosed(sight.hallDay)) return { state: 'stopped', left: 0, why: dayStopped }
  const outside = windowAnswer(looking.hall, sight.day, looking.now)
  if (outside) return outside
  if (!sight.hallDay) return { state: 'stopped', left: 0, why: dayNotOpened }
  const rows = sight.slots.map((slot) => ({ slot, ...slotStateOf(slot, sight.day, looking) }))
  const left = rows.reduce((sum, row) => sum + (row.state === 'open' ? row.slot.left.online : 0), 0)
  if (left > 0) return { state: 'open', left }
  const blocked = rows.find(({ state }) => state === 'blocked')
  if (blocked && rows.every(({ state }) => state === 'blocked' || state === 'past'))
    return { state: 'blocked', left: 0, ...(blocked.why ? { why: blocked.why } : {}) }
  return { state: rows.some(({ state }) => state === 'full') ? 'full' : 'closed', left: 0 }
}
