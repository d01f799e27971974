/** From randomness to the seed, and which randomness it is: the round named, else the parties' secrets, else the others' and a later round. */
import type { Instant } from '../../../core/pure/time'
import { joined } from '../../../core/pure/bytes'
import { checkBeacon, isBeacon, type BeaconFault, type VerifyBls } from './beacon'
import { instantOfRound } from './chain'
import type { DrawRules, Source } from './documents'
import { hashIn } from './domains'
import { checkReveals, isReveals, randomnessOfAll, randomnessOfOthers, type Reveals } from './reveals'

/** SHA-256(domain ‖ commitment ‖ rules hash ‖ randomness): of this list by these rules, once the randomness is known. */
export const seedOf = (of: {
  readonly commitment: Uint8Array
  readonly rulesHash: Uint8Array
  readonly randomness: Uint8Array
}): Uint8Array => hashIn('seed', joined(of.commitment, of.rulesHash, of.randomness))

/** No earlier than this can the randomness be had honestly: rules with a fallback name when the round counts as not coming. */
export const earliestDraw = ({ chain, round, fallback }: DrawRules, source: Source): Instant => {
  switch (source) {
    case 'beacon':
      return instantOfRound(chain, round)
    case 'reveals':
      return fallback?.from ?? Infinity
    case 'otherReveals':
      return fallback ? instantOfRound(chain, fallback.round) : Infinity
  }
}

export type NoRandomness =
  /** There is a beacon, and it is not the one named. */
  | BeaconFault
  /** Neither the round nor, where the rules name parties, their secrets. */
  | 'notYet'
  /** The parties' secrets are not a list of reveals. */
  | 'malformedReveals'
  /** A party is silent, and the round named for that case is not there. */
  | 'laterRoundNotYet'

export type Randomness =
  | {
      readonly ok: true
      readonly randomness: Uint8Array
      readonly source: Source
      readonly silent: Reveals['faults']
    }
  | { readonly ok: false; readonly fault: NoRandomness; readonly silent: Reveals['faults'] }

const isOf = (beacon: unknown, round: number): boolean => isBeacon(beacon) && beacon.round === round

/**
 * What the draw is made with. A beacon that does not verify is refused, never passed over for the fallback.
 * @param beacon as read from its file; undefined: none
 * @param reveals as read from their file; undefined: none
 */
export const randomnessOf = (
  rules: DrawRules,
  { beacon, reveals }: { readonly beacon: unknown; readonly reveals: unknown },
  verify: VerifyBls,
): Randomness => {
  const { chain, round, fallback } = rules
  const mayBeLater = fallback !== null && isOf(beacon, fallback.round)
  if (beacon !== undefined && !mayBeLater) {
    const verdict = checkBeacon(beacon, { chain, round }, verify)
    return verdict.ok
      ? { ok: true, randomness: verdict.randomness, source: 'beacon', silent: [] }
      : { ok: false, fault: verdict.fault, silent: [] }
  }
  if (fallback === null || reveals === undefined) return { ok: false, fault: 'notYet', silent: [] }
  if (!isReveals(reveals)) return { ok: false, fault: 'malformedReveals', silent: [] }
  const { secrets, faults } = checkReveals(fallback.parties, reveals)
  const all = secrets.filter((secret) => secret !== undefined)
  if (faults.length === 0)
    return { ok: true, randomness: randomnessOfAll(all), source: 'reveals', silent: [] }
  if (beacon === undefined) return { ok: false, fault: 'laterRoundNotYet', silent: faults }
  const verdict = checkBeacon(beacon, { chain, round: fallback.round }, verify)
  if (!verdict.ok) return { ok: false, fault: verdict.fault, silent: faults }
  return {
    ok: true,
    randomness: randomnessOfOthers(secrets, verdict.randomness),
    source: 'otherReveals',
    silent: faults,
  }
}
