/** Which taxpayer an account acts for, and when a binding counts. Pure. */
import type { Instant } from '../../core/pure/time'
import type { AuthorisationScope } from '../data/scopes'

export interface BindingTerms {
  readonly taxpayerId: string
  readonly through: 'own' | 'authorisation'
  /** Names of scopes. */
  readonly scope?: readonly string[]
  readonly expiresAt?: Instant
}

/** An account's document must stay small: it is read at every call. */
export const MOST_BINDINGS = 100

/** Does it count now? An authorisation ends by itself. */
export const stands = (binding: BindingTerms, now: Instant): boolean =>
  binding.expiresAt === undefined || binding.expiresAt > now

/** Does it cover this kind of business? One's own covers all. */
export const covers = (binding: BindingTerms, scope: AuthorisationScope): boolean =>
  binding.through === 'own' || (binding.scope ?? []).includes(scope)

export type Choice<B> =
  | { readonly chosen: B }
  /** Nobody to act for, or several and none preferred. */
  | { readonly refused: 'NO_TAXPAYER' }
  /** Named, but not one of the account's: answered as an unknown one. */
  | { readonly refused: 'NOT_FOUND' }

/**
 * The one named; else the default; else the only one; else the only one of one's own.
 */
export const chooseBinding = <B extends BindingTerms>({
  bindings,
  wanted,
  preferred,
  scope,
  now,
}: {
  readonly bindings: readonly B[]
  readonly wanted: string | undefined
  readonly preferred: string | null
  readonly scope: AuthorisationScope
  readonly now: Instant
}): Choice<B> => {
  const usable = bindings.filter((binding) => stands(binding, now) && covers(binding, scope))
  if (wanted !== undefined) {
    const named = usable.find((binding) => binding.taxpayerId === wanted)
    return named ? { chosen: named } : { refused: 'NOT_FOUND' }
  }
  const own = usable.filter((binding) => binding.through === 'own')
  const chosen =
    usable.find((binding) => binding.taxpayerId === preferred) ??
    (usable.length === 1 ? usable[0] : own.length === 1 ? own[0] : undefined)
  return chosen ? { chosen } : { refused: 'NO_TAXPAYER' }
}
