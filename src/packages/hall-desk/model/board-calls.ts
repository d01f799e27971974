/** Calls on a hall's display: each is shown and spoken once, by the window, its number and how often that was called. */
import type { Instant } from '../../../../functions/core/pure/time'
import type { Board } from './answers'

export interface ShownCall {
  /** The same for the same call, and for no other. */
  readonly key: string
  readonly window: string
  readonly number: string
  readonly calledAt: Instant
}

type Windows = NonNullable<Board['windows']>

/** Numbers that are called and have not come yet, the newest first. */
export const callsOf = (windows: Windows): readonly ShownCall[] =>
  windows
    .flatMap(({ window, at }) =>
      at === null || at.serving
        ? []
        : [
            {
              key: `${window}|${at.number}|${at.calls}`,
              window,
              number: at.number,
              calledAt: at.calledAt,
            },
          ],
    )
    .sort((a, b) => b.calledAt - a.calledAt || b.key.localeCompare(a.key, 'en'))

/** What each window has called so far, whether it still waits or not: `window|number` → how often. */
export type Heard = ReadonlyMap<string, number>

/**
 * Which calls are new, the oldest first, and what has been heard then.
 * @param heard undefined for a display that was just switched on: whatever stands there was called before
 */
export const newCalls = (
  heard: Heard | undefined,
  windows: Windows,
): { readonly fresh: readonly ShownCall[]; readonly heard: Heard } => {
  const now = new Map<string, number>()
  for (const { window, at } of windows)
    if (at) now.set(`${window}|${at.number}`, Math.max(at.calls, heard?.get(`${window}|${at.number}`) ?? 0))
  const known = heard
  if (!known) return { fresh: [], heard: now }
  const fresh = callsOf(windows).filter(({ key, window, number }) => {
    const calls = Number(key.slice(key.lastIndexOf('|') + 1))
    return calls > (known.get(`${window}|${number}`) ?? 0)
  })
  return { fresh: [...fresh].reverse(), heard: now }
}
