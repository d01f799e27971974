/** Days and slots: what can be booked, what is left, and why something cannot. */
import type { Context } from '../../core/io/context'
import { catalogueOf, matterAt } from '../../halls/public'
import type { MatterKind } from '../../core/pure/hall-terms'
import { inForce } from '../../core/pure/law'
import { addDays, dayOf } from '../../core/pure/time'
import { blockedRows } from '../data/blocked'
import { DAYS_AHEAD } from '../data/days-ahead'
import type { Limits } from '../rules/limits'
import {
  dayAnswer,
  seeDay,
  seeDays,
  slotStateOf,
  windowAnswer,
  type DayAnswer,
  type DaySight,
  type Looking,
} from '../work/day'
import { hallLimits } from '../work/hall-limits'
import { basisIn } from '../work/words'
import { os } from './os'

const whyIn = ({ why }: Pick<DayAnswer, 'why'>, { language }: Context) =>
  why ? { why: basisIn(why, language) } : {}

/** Slot rows as the contract has them. */
export const slotRows = (
  context: Context,
  sight: Pick<DaySight, 'day' | 'slots'>,
  { hall, matter }: Omit<Looking, 'now'>,
) =>
  sight.slots.map((slot) => {
    const { state, why } = slotStateOf(slot, sight.day, { hall, matter, now: context.now })
    return {
      start: slot.start,
      end: slot.end,
      state,
      left: slot.left,
      capacity: slot.capacity,
      ...whyIn(why ? { why } : {}, context),
    }
  })

const dayRow = (context: Context, looking: Looking, sight: DaySight) => {
  const answer = dayAnswer(sight, looking)
  return { day: sight.day, state: answer.state, left: answer.left, ...whyIn(answer, context) }
}

/** Slots are read of those days alone that can be booked. */
const seeComing = (context: Context, { hall, now }: Looking): Promise<readonly DaySight[]> => {
  const today = dayOf(now)
  const shown = Array.from({ length: DAYS_AHEAD }, (_, i) => addDays(today, i))
  const bookable = shown.filter((day) => windowAnswer(hall, day, now) === undefined)
  return seeDays(context.store, hall.id, shown, bookable)
}

/** The rules that decide, in the order a taxpayer meets them. */
const rulesOf = (limits: Limits, kind: MatterKind, { language, now }: Context) => {
  const today = dayOf(now)
  const blocked = blockedRows.filter(
    (row) => (row.matters === 'all' || row.matters.includes(kind)) && inForce(row, today),
  )
  const {
    bookAheadFrom,
    bookAheadTo,
    perSlot,
    perHalfDaySameMatter,
    perWeek,
    perMonth,
    cancelBeforeMinutes,
    cancellationsPerMonth,
    noShowsPerMonth,
    checkInEarlyMinutes,
    pastClosingMinutes,
  } = limits
  return [
    bookAheadFrom,
    bookAheadTo,
    ...blocked,
    perSlot,
    perHalfDaySameMatter,
    perWeek,
    perMonth,
    cancelBeforeMinutes,
    cancellationsPerMonth,
    noShowsPerMonth,
    checkInEarlyMinutes,
    pastClosingMinutes,
  ].map((reason) => basisIn(reason, language))
}

export const days = os.days.handler(async ({ input, context }) => {
  const { hall, matter } = matterAt(await catalogueOf(context), input.hallId, input.matter)
  const looking = { hall, matter, now: context.now }
  return {
    days: (await seeComing(context, looking)).map((sight) => dayRow(context, looking, sight)),
    rules: rulesOf(hallLimits(context, hall), matter.kind, context),
  }
})

export const slots = os.slots.handler(async ({ input, context }) => {
  const { hall, matter } = matterAt(await catalogueOf(context), input.hallId, input.matter)
  const sight = await seeDay(context.store, hall.id, input.day)
  const answer = dayAnswer(sight, { hall, matter, now: context.now })
  return {
    day: input.day,
    state: answer.state,
    slots: slotRows(context, sight, { hall, matter }),
    ...whyIn(answer, context),
  }
})
