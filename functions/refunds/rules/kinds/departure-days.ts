/** Until when a traveller leaves, and by when an advance is charged if not. */
import { nextWorkingDays, type Known } from '../../../core/pure/calendar'
import { rowOn } from '../../../core/pure/law'
import { addDays, daysBetween, type Day } from '../../../core/pure/time'
import { departurePolicies } from '../../data/kinds/departure'

/** `lastDays`: leave now. `doubtful`: in time by one reading, late by the strict one. */
export type LeaveState = 'inTime' | 'lastDays' | 'doubtful' | 'over'

export interface DaysLeft {
  /** The day after the purchase being the first. */
  readonly lastDay: Day
  /** The day of the purchase being the first. */
  readonly strictLastDay: Day
  /** Until `lastDay`: 0 on it, negative after it. */
  readonly left: number
  readonly strictLeft: number
  readonly state: LeaveState
}

/**
 * Both readings of the ninety days, as they stand on a day: today, or that of leaving.
 * @throws RangeError for a purchase before the law that we have (2019-04-01)
 * @example daysLeft('2026-01-10', '2026-04-10') // lastDay 2026-04-10, left 0, doubtful: strictly it was 04-09
 */
export const daysLeft = (purchasedOn: Day, on: Day): DaysLeft => {
  const { leaveDays, warnFromDay } = rowOn(departurePolicies, purchasedOn, 'departure refund')
  const lastDay = addDays(purchasedOn, leaveDays)
  const strictLastDay = addDays(lastDay, -1)
  const stateNow = (): LeaveState => {
    if (on > lastDay) return 'over'
    if (on > strictLastDay) return 'doubtful'
    return daysBetween(purchasedOn, on) >= warnFromDay ? 'lastDays' : 'inTime'
  }
  return {
    lastDay,
    strictLastDay,
    left: daysBetween(on, lastDay),
    strictLeft: daysBetween(on, strictLastDay),
    state: stateNow(),
  }
}

/** The last day on which the agency charges the advance of who did not leave as promised; unknown beyond the calendar. */
export const chargedBy = (promisedOn: Day): Known<Day> => {
  const { chargeDays } = rowOn(departurePolicies, promisedOn, 'departure refund')
  const { days, unpublished } = nextWorkingDays(promisedOn, chargeDays)
  const last = days[chargeDays - 1]
  return last === undefined
    ? { known: false, unpublished: unpublished ?? promisedOn }
    : { known: true, value: last }
}
