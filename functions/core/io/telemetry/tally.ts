/** What one call did through the store. */
import type { StoreFacts } from './telemetry'

export interface Tally {
  calls: number
  /** Together; operations side by side count each. */
  ms: number
  /** Commits after one of the same call that did not land. */
  retries: number
  /** The last commit did not land. */
  lost: boolean
}

export const newTally = (): Tally => ({ calls: 0, ms: 0, retries: 0, lost: false })

export const rounded = (ms: number): number => Math.round(ms * 10) / 10

/** @param outcome `committed`, `refused`, `busy`, `unknown`, `ok`, `failed` … */
export const count = (
  tally: Tally,
  { operation }: StoreFacts,
  { outcome, ms }: { readonly outcome: string; readonly ms: number },
): void => {
  tally.calls += 1
  tally.ms += ms
  if (operation !== 'commit') return
  if (tally.lost) tally.retries += 1
  tally.lost = outcome !== 'committed'
}

/** Runs one operation and tells how it ended: a throw is `failed`. */
export const timed = async <R>(
  run: () => Promise<R>,
  outcomeOf: (done: R) => string,
  tell: (told: { readonly outcome: string; readonly ms: number }) => void,
): Promise<R> => {
  const started = performance.now()
  let outcome = 'failed'
  try {
    const done = await run()
    outcome = outcomeOf(done)
    return done
  } finally {
    tell({ outcome, ms: performance.now() - started })
  }
}
