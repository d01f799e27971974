/** Waiting for what passes: a lost race, a server that restarts. */

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * Runs `attempt` until it gives something or `again` says no, later each time and never in step with others.
 * @param again what to do about an error: `true` to try once more; it may throw
 * @param patience milliseconds after which the last error is thrown
 */
export const patiently = async <R>(
  attempt: () => Promise<R>,
  again: (error: unknown) => boolean,
  patience: number,
): Promise<R> => {
  const start = performance.now()
  for (let wait = 2; ; wait = Math.min(wait * 2, 100)) {
    try {
      return await attempt()
    } catch (error) {
      if (!again(error) || performance.now() - start > patience) throw error
    }
    await pause(wait * (0.5 + Math.random() / 2))
  }
}
