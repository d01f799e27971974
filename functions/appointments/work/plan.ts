/** What a wish comes to before any seat is touched: hall, matter and time are checked by the rules. */
import type { Context } from '../../core/io/context'
import { AppError } from '../../core/pure/errors'
import { say } from '../../core/pure/text'
import { dayOf, minuteOf, type Day, type MinuteOfDay } from '../../core/pure/time'
import { catalogueOf, matterAt, type Catalogue, type Hall, type Matter } from '../../halls/public'
import { blockedBy } from '../rules/blocked'
import type { Limits } from '../rules/limits'
import { dayVerdict, slotVerdict } from '../rules/window'
import { hallLimits } from './hall-limits'
import { insist, refusalError } from './words'

export interface Wish {
  readonly hallId: string
  readonly matter: string
  readonly day: Day
  readonly start: MinuteOfDay
}
export interface Plan {
  readonly catalogue: Catalogue
  readonly hall: Hall
  readonly matter: Matter
  readonly limits: Limits
  readonly day: Day
  readonly start: MinuteOfDay
  /** By the hall's present slot length; the slot's own end is a guard. */
  readonly end: MinuteOfDay
}

/** @throws AppError NOT_FOUND, MATTER_NOT_HERE, DO_ONLINE, SLOT_PAST, and what the window and the blocked times refuse */
export const planFor = async (context: Context, wish: Wish): Promise<Plan> => {
  const { now, language } = context
  const { day, start } = wish
  const catalogue = await catalogueOf(context)
  const { hall, matter } = matterAt(catalogue, wish.hallId, wish.matter)
  if (matter.online)
    throw new AppError('DO_ONLINE', { way: say(matter.online.way, language), url: matter.online.url })
  const limits = hallLimits(context, hall)
  const today = dayOf(now)
  insist(slotVerdict({ today, minute: minuteOf(now), day, start }), language)
  insist(dayVerdict({ today, day, sameDay: hall.sameDay, limits }), language)
  const blocked = blockedBy({ day, start, kind: matter.kind })
  if (blocked) throw refusalError({ code: 'BLOCKED_TIME', ...blocked }, language)
  return { catalogue, hall, matter, limits, day, start, end: start + limits.slotMinutes.value }
}
