/**
 * The draw's numbers from its seed. Block n is SHA-256(seed ‖ n), n in 32 bytes, most significant first, from 0; each block gives
 * five numbers of 48 bits from its first thirty bytes, most significant byte first; its last two bytes are not used.
 */
import { eightBytes } from '../../../core/pure/bytes'
import { BLOCK_BYTES, hashBlocks, HASH_BYTES } from '../../../core/pure/sha256'

const NUMBER_BYTES = 6
const IN_BLOCK = 5
/** Blocks made at once: one at first, then twice as many each time, up to this. */
const MOST = 64
export const RANGE = 2 ** 48

export interface Stream {
  /** The next number of the stream, 0 … 2⁴⁸ − 1. */
  next(): number
  /**
   * Uniform in 0 … n − 1. Numbers at or past the greatest multiple of n are thrown away and the next is taken, so that each
   * value has exactly as many numbers as every other: no modulo bias.
   * @throws RangeError unless n is whole and 1 … 2⁴⁸
   */
  below(n: number): number
}

/** @param seed 32 bytes @throws RangeError for another length */
export const streamOf = (seed: Uint8Array): Stream => {
  if (seed.length !== HASH_BYTES) throw new RangeError('a seed has 32 bytes')
  const messages = new Uint8Array(MOST * BLOCK_BYTES)
  for (let at = 0; at < MOST; at += 1) messages.set(seed, at * BLOCK_BYTES)
  const blocks = new Uint8Array(MOST * HASH_BYTES)
  const view = new DataView(blocks.buffer)
  let made = 0
  let at = 0
  let end = 0

  const makeMore = (): void => {
    const many = Math.min(MOST, made + 1)
    for (let n = 0; n < many; n += 1) messages.set(eightBytes(made + n), (n + 1) * BLOCK_BYTES - 8)
    hashBlocks(messages.subarray(0, many * BLOCK_BYTES), blocks.subarray(0, many * HASH_BYTES))
    made += many
    at = 0
    end = many * IN_BLOCK
  }
  const next = (): number => {
    if (at === end) makeMore()
    const from = Math.floor(at / IN_BLOCK) * HASH_BYTES + (at % IN_BLOCK) * NUMBER_BYTES
    at += 1
    return view.getUint32(from) * 2 ** 16 + view.getUint16(from + 4)
  }
  return { next, below: (n) => belowOf(next, n) }
}

/**
 * Rejection sampling over any source of whole numbers: apart, so that its fairness can be shown number by number.
 * @param range how many numbers the source has
 */
export const belowOf = (next: () => number, n: number, range = RANGE): number => {
  if (!Number.isInteger(n) || n < 1 || n > range) throw new RangeError('a range is whole, from 1 to 2^48')
  const end = range - (range % n)
  let number = next()
  while (number >= end) number = next()
  return number % n
}
