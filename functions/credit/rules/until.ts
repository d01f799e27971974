/** How long a no-show can be appealed: by the rule in force on the day of the visit. */
import { rowOn } from '../../core/pure/law'
import { addDays, instantOf, type Day, type Instant } from '../../core/pure/time'
import { APPEAL_DAYS } from '../data/figures'

export const appealRule = (day: Day) => rowOn(APPEAL_DAYS, day, 'time to appeal')

/** The first instant at which a visit's no-show cannot be appealed any more. */
export const appealUntil = (day: Day): Instant => instantOf(addDays(day, appealRule(day).value + 1))
