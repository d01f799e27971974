/** What follows in the life of a call. No I/O. */
import type { CallState, Found } from './contract'

/** What a worker does next at the other side. */
export type Step = 'send' | 'ask' | 'close'

/** Sent so often at most; each time but the first the other side has just said that it does not know the id. */
export const MOST_SENDS = 4
const FIRST_WAIT_MS = 5_000
const LONGEST_WAIT_MS = 3_600_000

/** Later each time, up to an hour. */
export const waitAfter = (asks: number): number =>
  Math.min(FIRST_WAIT_MS * 2 ** Math.min(asks, 20), LONGEST_WAIT_MS)

/** What is to be done with a call whose turn has come; undefined: it is settled. One that was `sent` has lost its worker. */
export const stepOf = (state: CallState): Step | undefined => {
  if (state === 'planned') return 'send'
  return state === 'sent' || state === 'unknown' ? 'ask' : undefined
}

export type Move =
  | { readonly settle: Extract<Found, { outcome: 'done' | 'refused' }> }
  | { readonly step: Step }
  /** Left as unknown, until later. */
  | { readonly later: string }

interface Standing {
  /** How often it was sent. */
  readonly sends: number
  readonly canClose: boolean
}

/**
 * A refusal counts at once when the call was sent once. Later an earlier send may still be on its way: the other side is made to
 * refuse for good, where it can be; where not, it counts by their promise to answer one id always the same.
 */
export const moveAfter = (step: Step, found: Found, { sends, canClose }: Standing): Move => {
  switch (found.outcome) {
    case 'done':
      return { settle: found }
    case 'refused':
      return sends > 1 && canClose && step !== 'close' ? { step: 'close' } : { settle: found }
    case 'absent':
      if (step !== 'ask') return { later: 'absent' }
      if (sends < MOST_SENDS) return { step: 'send' }
      return canClose ? { step: 'close' } : { later: 'absent' }
    case 'unknown':
      return { later: found.why }
  }
}
