/** How long notices are kept, and how many are counted. */
import { DAY_MS } from '../../core/pure/time'

/** Half a year after it came, read or not. Ours to choose: a notice says where the thing itself stands. */
export const NOTICE_KEPT = 180 * DAY_MS

/** Unread ones beyond this are not counted: a screen says 99+. */
export const MOST_COUNTED = 100
