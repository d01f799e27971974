/** When a cancelled seat comes back. */
import type { Instant } from '../../core/pure/time'
import { RETURNS_AFTER } from '../data/returning'

/** @param drawn four random bytes */
export const returnsAt = (now: Instant, drawn: Uint8Array): Instant => {
  const number = drawn.reduce((sum, byte) => sum * 256 + byte, 0)
  const { least, most } = RETURNS_AFTER
  return now + least + Math.floor((number / 2 ** 32) * (most - least + 1))
}
