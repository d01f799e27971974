/**
 * An authorisation waits until its agent accepts it: nobody puts a taxpayer into another's account. What an owner takes away
 * counts at once; what is given counts from the agent's word on. Pure.
 */
import { DAY_MS, type Instant } from '../../core/pure/time'

/** How long an agent may think about it. */
export const ACCEPT_MS = 7 * DAY_MS

export interface Terms<S extends string = string> {
  readonly scope: readonly S[]
  /** Until when the agent may act. */
  readonly endsAt: Instant
}

/** What waits for the agent's word, or got it. */
export type Offer<S extends string = string> = {
  readonly scope: readonly S[]
  readonly endsAt: Instant
  readonly acceptBy: Instant
  readonly state: 'waiting' | 'declined'
}

/** As it is kept: terms in force, terms that wait, or both. */
export interface Standing<S extends string = string> {
  readonly scope: readonly S[]
  /** When nothing of it is in force or waits any more. */
  readonly expiresAt: Instant
  /** When what is in force ends; absent in documents of before offers: `expiresAt`. */
  readonly endsAt?: Instant
  readonly revokedAt: Instant | null
  /** Null until the first was accepted; absent in documents of before offers, which were in force at once. */
  readonly acceptedAt?: Instant | null
  readonly offer?: Offer<S> | null
}

/** What the agent may do now. */
export const inForce = <S extends string>(one: Standing<S>, now: Instant): Terms<S> | undefined => {
  const { scope, endsAt = one.expiresAt, revokedAt, acceptedAt } = one
  return acceptedAt !== null && revokedAt === null && endsAt > now ? { scope, endsAt } : undefined
}

/** What the agent may accept now. */
export const openOffer = <S extends string>({ offer }: Standing<S>, now: Instant): Offer<S> | undefined =>
  offer && offer.state === 'waiting' && offer.acceptBy > now && offer.endsAt > now ? offer : undefined

export type AuthorisationState = 'waiting' | 'accepted' | 'declined' | 'lapsed' | 'ended'

/** In one word, for its owner. What waits comes first: it is what somebody can still answer. */
export const stateOf = (one: Standing, now: Instant): AuthorisationState => {
  if (openOffer(one, now)) return 'waiting'
  if (inForce(one, now)) return 'accepted'
  if (one.revokedAt !== null || !one.offer) return 'ended'
  return one.offer.state === 'declined' ? 'declined' : 'lapsed'
}

const narrowed = <S extends string>(standing: Terms<S>, wanted: Terms<S>): Terms<S> => ({
  scope: standing.scope.filter((name) => wanted.scope.includes(name)),
  endsAt: Math.min(standing.endsAt, wanted.endsAt),
})

const covers = <S extends string>(standing: Terms<S>, wanted: Terms<S>): boolean =>
  wanted.scope.every((name) => standing.scope.includes(name)) && wanted.endsAt <= standing.endsAt

export interface Authorised<S extends string> {
  /** In force from now on; absent: nothing is. */
  readonly standing?: Terms<S>
  /** Must be accepted; absent: nothing is given that the agent does not have. */
  readonly offer?: Offer<S>
}

/** An owner's word: the last one counts. What stood and is not named any more ends, what is new waits. */
export const authorised = <S extends string>(
  before: Standing<S> | undefined,
  wanted: Terms<S>,
  now: Instant,
): Authorised<S> => {
  const standing = before && inForce(before, now)
  if (standing && covers(standing, wanted)) return { standing: wanted }
  const kept = standing && narrowed(standing, wanted)
  const offer: Offer<S> = {
    ...wanted,
    acceptBy: Math.min(now + ACCEPT_MS, wanted.endsAt),
    state: 'waiting',
  }
  return { ...(kept && kept.scope.length > 0 ? { standing: kept } : {}), offer }
}
