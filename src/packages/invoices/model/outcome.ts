/** What an answer about an invoice means: how it looks, and what can be done then. Pure. */
import type { Instant } from '../../../../functions/core/pure/time'
import type { Tone } from '../../../ui'
import type { Known } from './answers'

/** One word for what was found; a genuine invoice by its state. */
export type Verdict = 'normal' | 'void' | 'red' | Exclude<Known['outcome'], 'match'>

export const verdictOf = ({ outcome, state }: Pick<Known, 'outcome' | 'state'>): Verdict => {
  if (outcome !== 'match') return outcome
  return state === 'unknown' ? 'unasked' : state
}

const TONES: Readonly<Record<Verdict, Exclude<Tone, 'gold' | 'quiet'> | undefined>> = {
  normal: 'ok',
  void: 'danger',
  red: 'danger',
  mismatch: 'warn',
  notFound: 'warn',
  tooMany: 'warn',
  notCovered: 'warn',
  unreachable: 'warn',
  unasked: undefined,
}
export const toneOf = (verdict: Verdict) => TONES[verdict]

/** A question that was asked and may be asked once more. */
export const canAskAgain = (known: Known, now: Instant): boolean =>
  known.left > 0 &&
  (known.outcome === 'unasked' ||
    ((known.outcome === 'notFound' || known.outcome === 'unreachable') &&
      known.again !== null &&
      known.again <= now))

const STATE_TONES: Readonly<Record<Known['state'], Tone>> = {
  normal: 'ok',
  void: 'danger',
  red: 'danger',
  unknown: 'quiet',
}
export const stateTone = (state: Known['state']): Tone => STATE_TONES[state]
