/** How often and how long a call is repeated: later each time, and never in step with others. */

export type Patience = () => Promise<boolean>

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** @returns a wait before the next try; false when there is to be none */
export const openPatience = ({ tries = 12, ms = 2000 } = {}): Patience => {
  const start = performance.now()
  let count = 1
  return async () => {
    const wait = Math.min(300, 5 * 2 ** (count - 1)) * (0.3 + Math.random() * 0.7)
    count += 1
    if (count > tries || performance.now() - start + wait > ms) return false
    await pause(wait)
    return true
  }
}
