/** Time and randomness for store tests: the same in every run. */
import { createHash } from 'node:crypto'

export const NOW = Date.parse('2026-11-23T01:00:00Z')

/** A deterministic stream of bytes. */
export const seeded = (seed: string): ((bytes: number) => Uint8Array) => {
  let count = 0
  return (bytes) => {
    count += 1
    return new Uint8Array(createHash('sha512').update(`${seed}:${count}`).digest().subarray(0, bytes))
  }
}

/** Yields to everything else that is ready. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
