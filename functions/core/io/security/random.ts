/** Cryptographic randomness drawn from the system a few kilobytes at a time: a call asks for many small pieces. */
import { randomFillSync } from 'node:crypto'

const POOL = 4096

/** Bytes are handed out once and overwritten in the pool, so that nothing drawn lies about in memory. */
export const pooledRandom = (): ((bytes: number) => Uint8Array) => {
  const pool = Buffer.alloc(POOL)
  let used = POOL
  return (bytes) => {
    if (bytes > POOL / 4) return randomFillSync(new Uint8Array(bytes))
    if (used + bytes > POOL) {
      randomFillSync(pool)
      used = 0
    }
    const drawn = Uint8Array.prototype.slice.call(pool, used, used + bytes)
    pool.fill(0, used, used + bytes)
    used += bytes
    return drawn
  }
}
