/** How often codes are sent and tried. Ours to set. */
import { MINUTE } from '../../core/pure/time'

/** A code of six digits holds so long. */
export const CODE_HOLDS = 10 * MINUTE
export const CODE_DIGITS = 6
/** One in a million, five times. */
export const MOST_TRIES = 5
/** Between two codes to one address, whoever asks. */
export const BETWEEN_CODES = MINUTE
/** To one address, and from one account, in a day. */
export const MOST_CODES = 5
