/** How much is kept, shown and done at once. */
import { DAY_MS } from '../../core/pure/time'

/** Accounts that are reminded of one taxpayer: its owner, and its agents. Each is told in the same commit. */
export const MOST_WATCHERS = 8

/** Marks of what was filed are kept while anybody could look back at it. */
export const FILED_KEPT = 800 * DAY_MS

/** Days that one call may ask for: a quarter, and a little of both sides. */
export const MOST_DAYS = 100

/** A calendar shows last month, and a year ahead. */
export const CALENDAR_BACK = 31
export const CALENDAR_AHEAD = 400

/** What a day's walk has done is kept for whoever asks afterwards. */
export const RUN_KEPT = 30 * DAY_MS
