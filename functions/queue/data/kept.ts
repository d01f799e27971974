/** How long the day of a hall is kept. */
import { DAY_MS } from '../../core/pure/time'

/** Milliseconds after the day: an appeal of a no-show can be looked into, and a complaint about a visit. */
export const DAY_KEPT = 90 * DAY_MS
