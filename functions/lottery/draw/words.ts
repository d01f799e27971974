/** Copies entries as words of four bytes: a view a copy would leave ten million of them to the garbage collector. */
import { ENTRY_BYTES } from '../rules/draw/entry'

const WORDS = ENTRY_BYTES / 4

/** @param bytes whole entries, beginning at a multiple of four in their buffer */
export const wordsOf = (bytes: Uint8Array): Int32Array =>
  new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)

/** Places in bytes, as everywhere else. */
export const copyEntry = (from: Int32Array, fromAt: number, to: Int32Array, toAt: number): void => {
  const [source, target] = [fromAt / 4, toAt / 4]
  for (let word = 0; word < WORDS; word += 1) to[target + word] = from[source + word] ?? 0
}
