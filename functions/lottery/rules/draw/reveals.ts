/**
 * Commit–reveal: where a round of the beacon does not come. Several parties (tax office, notary, a public official) each commit to a
 * secret before the freeze; their secrets together are the randomness. The last to reveal knows the outcome first and could
 * keep silent: then the others' secrets and a later round, both named beforehand, take its place, and the silent party is told.
 */
import { fromHex, isHex, joined, toHex, utf8 } from '../../../core/pure/bytes'
import { hashIn } from './domains'
import { line, listOf, record } from './shape'

export interface Party {
  /** Who, as the public knows it. */
  readonly party: string
  /** SHA-256(domain ‖ party ‖ secret), hex. */
  readonly commitment: string
}

/** `reveals.json` is a list of these. */
export interface Reveal {
  readonly party: string
  /** 32 random bytes, hex. */
  readonly secret: string
}

export const SECRET_BYTES = 32

/** What a party hands in before the freeze. @throws RangeError for a secret of another length */
export const partyCommitment = (party: string, secret: Uint8Array): string => {
  if (secret.length !== SECRET_BYTES) throw new RangeError('a secret has 32 bytes')
  return toHex(hashIn('party', utf8(party), secret))
}

export type RevealFault = 'missing' | 'wrong'

export interface Reveals {
  /** In the order of the parties; undefined: missing or wrong. */
  readonly secrets: readonly (Uint8Array | undefined)[]
  readonly faults: readonly { readonly party: string; readonly fault: RevealFault }[]
}

const secretOf = ({ party, commitment }: Party, reveals: readonly Reveal[]): Uint8Array | RevealFault => {
  const theirs = reveals.filter((reveal) => reveal.party === party)
  const right = theirs
    .filter(({ secret }) => isHex(secret, SECRET_BYTES))
    .map(({ secret }) => fromHex(secret))
    .find((secret) => partyCommitment(party, secret) === commitment)
  return right ?? (theirs.length > 0 ? 'wrong' : 'missing')
}

/** Each party's secret, where it was revealed and is what was committed to. */
export const checkReveals = (parties: readonly Party[], reveals: readonly Reveal[]): Reveals => {
  const found = parties.map((party) => ({ party: party.party, secret: secretOf(party, reveals) }))
  return {
    secrets: found.map(({ secret }) => (typeof secret === 'string' ? undefined : secret)),
    faults: found.flatMap(({ party, secret }) =>
      typeof secret === 'string' ? [{ party, fault: secret }] : [],
    ),
  }
}

/** Of all secrets, in the order of the freeze. */
export const randomnessOfAll = (secrets: readonly Uint8Array[]): Uint8Array => hashIn('reveals', ...secrets)

/** Of the secrets that there are (0x01 ‖ secret, or 0x00 for none) and the round named for this case. */
export const randomnessOfOthers = (
  secrets: readonly (Uint8Array | undefined)[],
  ofRound: Uint8Array,
): Uint8Array =>
  hashIn(
    'otherReveals',
    ...secrets.map((secret) => (secret ? joined(Uint8Array.of(1), secret) : Uint8Array.of(0))),
    ofRound,
  )

const revealsShape = listOf(record({ party: line, secret: line }))

export const isReveals = (value: unknown): value is readonly Reveal[] => revealsShape(value, '') === undefined
