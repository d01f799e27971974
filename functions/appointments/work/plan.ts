/** What a wish comes to before any seat is touched: hall, matter and time are checked by the rules. */
import type { Context } from '../../core/io/context'
import { reader } from '../../core/io/store/reader'
import { AppError } from '../../core/pure/errors'
import { say } from '../../core/pure/text'
import { dayOf, minuteOf, type Day, type MinuteOfDay } from '../../core/pure/time'
import { catalogueOf, matterAt, type Catalogue, type Hall, type Matter } from '../../halls/public'
import { slots } from '../collections'
import type { Limits } from '../rules/limits'
import { slotId } from '../rules/slots'
import { dayVerdict, slotVerdict } from '../rules/window'
import { matterAtTime } from './day'
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

const hasSlot = async ({ store }: Context, { hallId, day, start }: Wish): Promise<boolean> =>
  (await reader(store).get(slots, slotId(hallId, day, start))) !== undefined

/**
 * @throws AppError NOT_FOUND, MATTER_NOT_HERE, DO_ONLINE, SLOT_PAST, and what the window, the blocked times and the opening
 * hours refuse
 */
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
  const may = matterAtTime(day, start, { hall, matter, now })
  // With too little time left where there is no slot at all, the claim says what is wrong.
  if (!may.ok && (may.refusal.code !== 'NOT_ENOUGH_TIME' || (await hasSlot(context, wish))))
    throw refusalError(may.refusal, language)
  return { catalogue, hall, matter, limits, day, start, end: start + limits.slotMinutes.value }
}
