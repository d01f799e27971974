/** Standard output without `process.stdout`, which first loads Node's network modules: 8 ms of a function's cold start. */
import { writeSync } from 'node:fs'

const STANDARD_OUTPUT = 1
const PAUSE_MS = 2
const pause = new Int32Array(new SharedArrayBuffer(4))

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined

/**
 * Written when it returns: a reader that is slow is waited for, as `process.stdout` waits for a pipe. What nobody reads any more
 * is dropped.
 */
export const writeOut = (text: string): void => {
  let rest: Uint8Array = Buffer.from(text)
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(STANDARD_OUTPUT, rest))
    } catch (error) {
      if (codeOf(error) === 'EPIPE') return
      if (codeOf(error) !== 'EAGAIN') throw error
      Atomics.wait(pause, 0, 0, PAUSE_MS)
    }
  }
}
