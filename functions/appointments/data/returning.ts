/** When the seat of what its owner cancelled comes back: at a moment nobody can agree on, so that seats are not traded. */
import { MINUTE } from '../../core/pure/time'

/** Milliseconds after the cancellation; drawn evenly between. */
export const RETURNS_AFTER = { least: MINUTE, most: 5 * MINUTE } as const
