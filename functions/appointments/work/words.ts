/** Rules in the caller's language, and refusals as the errors they are answered with. */
import { AppError, type Language } from '../../core/pure/errors'
import type { Basis } from '../../core/pure/law'
import { say } from '../../core/pure/text'
import type { Instant } from '../../core/pure/time'
import type { Refusal, Verdict } from '../rules/refusal'

/** In the caller's language. */
export interface SaidBasis {
  readonly rule: string
  readonly basis: string
  readonly unconfirmed: boolean
}

export const basisIn = ({ rule, basis, unconfirmed }: Basis, language: Language): SaidBasis => ({
  rule: say(rule, language),
  basis: say(basis, language),
  unconfirmed,
})

/** What the refusal carries: its rule and basis; for limits also how many, and until when. */
const dataOf = (
  refusal: Refusal,
  language: Language,
): SaidBasis & { readonly limit?: number; readonly used?: number; readonly until?: Instant } => ({
  ...basisIn(refusal, language),
  ...(refusal.limit === undefined ? {} : { limit: refusal.limit, used: refusal.used ?? 0 }),
  ...(refusal.until === undefined ? {} : { until: refusal.until }),
})

export const refusalError = (refusal: Refusal, language: Language): AppError =>
  new AppError(refusal.code, dataOf(refusal, language))

/** @throws AppError with the refusal's code when the rule says no */
export const insist = (verdict: Verdict, language: Language): void => {
  if (!verdict.ok) throw refusalError(verdict.refusal, language)
}
