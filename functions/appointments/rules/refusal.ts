/** A refusal by rule: its code, what the rule says, and where it comes from. */
import type { ErrorCode } from '../../core/pure/errors'
import type { Basis } from '../../core/pure/law'
import type { Instant } from '../../core/pure/time'

export interface Refusal extends Basis {
  readonly code: ErrorCode
  /** How many are allowed, and how many there are, for limits. */
  readonly limit?: number
  readonly used?: number
  /** Until when it holds, where that is known. */
  readonly until?: Instant
}

/** A rule's answer: go on, or the refusal. */
export type Verdict = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal }

export const allowed: Verdict = { ok: true }
export const refused = (refusal: Refusal): Verdict => ({ ok: false, refusal })
