/** How long what was waited for is kept. */
import { DAY_MS } from '../../core/pure/time'

/** Milliseconds after the day: an objection to a ballot or an offer can be looked into. */
export const WAIT_KEPT = 90 * DAY_MS
