/** Limits of `invoices` that are ours to set; those of the law stand in verification.ts. */
import { DAY_MS, HOUR } from '../../core/pure/time'

/** What was confirmed stands so long before it is asked for anew. */
export const CONFIRMED_FOR = DAY_MS
/** A void or red-letter invoice does not come back. */
export const ENDED_FOR = 30 * DAY_MS
/** An invoice that is not in the database may be there an hour later. */
export const NOT_YET_FOR = HOUR
/** A source that gave no answer is not asked at once again. */
export const UNREACHABLE_FOR = 60_000
/** What is known of an invoice is forgotten when nothing can be asked of it any more. */
export const KNOWN_FOR = 6 * 366 * DAY_MS
/** A commit carries them all. */
export const MOST_ON_A_LIST = 30
export const MOST_TITLES = 20
export const MOST_LISTS_OPEN = 20
