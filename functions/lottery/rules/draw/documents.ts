/**
 * What a draw publishes as JSON: the freeze before it, the result after it; of a day of instant draws its opening and its closing.
 * Each is signed by the notary (Ed25519) over its domain and its canonical JSON without the signature. Instants are milliseconds
 * since 1970, prizes fen, everything binary lower-case hex.
 */
import { canonicalJson } from '../../../core/pure/canonical-json'
import type { Day, Instant } from '../../../core/pure/time'
import { utf8 } from '../../../core/pure/bytes'
import { isChain, type Chain } from './chain'
import { hashIn, hexIn, messageIn } from './domains'
import type { DayRules, DayWin } from './instant'
import type { Party, RevealFault } from './reveals'
import { exactly, hex, line, listOf, oneOf, orNull, record, satisfying, whole, type Shape } from './shape'
import type { Tier } from './winners'

/** What takes the beacon's place when its round does not come. All of it is named before the freeze. */
export interface Fallback {
  /** In the order in which their secrets are hashed. */
  readonly parties: readonly Party[]
  /** Reveals count from here: the round is taken as not coming. */
  readonly from: Instant
  readonly revealBy: Instant
  /** The round that stands in for a secret not revealed by then; published after `revealBy`. */
  readonly round: number
}

/** By what the draw is made. Their hash is part of the seed: whoever changes one thing draws others. */
export interface DrawRules {
  readonly campaign: string
  readonly period: string
  /** SHA-256 of the campaign's published rules, by which entries were found eligible. */
  readonly campaignRules: string
  /** In the order in which they are drawn. */
  readonly tiers: readonly Tier[]
  /** How many replacements are drawn after the tiers. */
  readonly replacements: number
  readonly chain: Chain
  /** The round whose randomness is used: published ten minutes after the freeze, or later. */
  readonly round: number
  readonly fallback: Fallback | null
}

export interface Exclusion {
  /** The code of the reason. */
  readonly reason: string
  readonly entries: number
}

interface Signed {
  /** The notary's public key, 32 bytes. */
  readonly notary: string
  readonly signature: string
}

/** The commitment to a list. */
export interface Commitment {
  readonly count: number
  readonly root: string
  /** SHA-256(domain ‖ count ‖ root). */
  readonly commitment: string
}

/** `freeze.json` */
export interface Freeze extends Commitment, Signed {
  readonly kind: 'shuibang/draw/1 freeze'
  readonly frozenAt: Instant
  /** All that were handed in: the list and the excluded. */
  readonly received: number
  readonly exclusions: readonly Exclusion[]
  readonly rules: DrawRules
  readonly rulesHash: string
}

/** `beacon`: the round named. `reveals`: all parties' secrets. `otherReveals`: those revealed, and the later round. */
export type Source = 'beacon' | 'reveals' | 'otherReveals'

/** `result.json` */
export interface Result extends Signed {
  readonly kind: 'shuibang/draw/1 result'
  /** SHA-256 of the freeze: `documentHash`. */
  readonly freeze: string
  readonly drawnAt: Instant
  readonly source: Source
  /** Parties that did not reveal what they had committed to; none when the beacon came. */
  readonly silent: readonly { readonly party: string; readonly fault: RevealFault }[]
  readonly seed: string
  /** Indices in the list, in the order drawn. */
  readonly tiers: readonly { readonly tier: string; readonly winners: readonly number[] }[]
  readonly replacements: readonly number[]
}

/** `day-opening.json`: published before the day begins. */
export interface DayOpening extends Signed {
  readonly kind: 'shuibang/draw/1 day opening'
  readonly openedAt: Instant
  /** SHA-256(domain ‖ campaign ‖ period ‖ seed). */
  readonly seedCommitment: string
  readonly rules: DayRules
  readonly rulesHash: string
}

/** `day-closing.json`: published after the day. Its list stands in the order in which entries came. */
export interface DayClosing extends Commitment, Signed {
  readonly kind: 'shuibang/draw/1 day closing'
  /** SHA-256 of the opening: `documentHash`. */
  readonly opening: string
  readonly closedAt: Instant
  readonly day: Day
  readonly seed: string
  /** In the order in which they came. */
  readonly wins: readonly DayWin[]
  /** What is left of the day's places, by the rules' order of tiers; null where they are not limited. */
  readonly placesLeft: readonly (number | null)[]
  /** Fen; null where the pool is not limited. */
  readonly poolLeft: number | null
}

const signed = { notary: hex(32), signature: hex(64) }
const commitment = { count: whole(1), root: hex(32), commitment: hex(32) }
const winners: Shape = listOf(whole())

const drawRules = record({
  campaign: line,
  period: line,
  campaignRules: hex(32),
  tiers: listOf(record({ tier: line, places: whole(1), prize: whole() }), 1),
  replacements: whole(),
  chain: satisfying(isChain),
  round: whole(1),
  fallback: orNull(
    record({
      parties: listOf(record({ party: line, commitment: hex(32) }), 2),
      from: whole(),
      revealBy: whole(),
      round: whole(1),
    }),
  ),
})

export const freezeShape = record({
  kind: exactly('shuibang/draw/1 freeze'),
  frozenAt: whole(),
  received: whole(1),
  exclusions: listOf(record({ reason: line, entries: whole() })),
  rules: drawRules,
  rulesHash: hex(32),
  ...commitment,
  ...signed,
})

export const resultShape = record({
  kind: exactly('shuibang/draw/1 result'),
  freeze: hex(32),
  drawnAt: whole(),
  source: oneOf('beacon', 'reveals', 'otherReveals'),
  silent: listOf(record({ party: line, fault: oneOf('missing', 'wrong') })),
  seed: hex(32),
  tiers: listOf(record({ tier: line, winners })),
  replacements: winners,
  ...signed,
})

const dayRules = record({
  campaign: line,
  period: line,
  day: line,
  band: record({ from: whole(), below: orNull(whole()) }),
  campaignRules: hex(32),
  tiers: listOf(
    record({
      tier: line,
      prize: whole(),
      odds: record({ of: whole(), in: whole(1) }),
      places: orNull(whole()),
    }),
    1,
  ),
  pool: orNull(whole()),
})

export const dayOpeningShape = record({
  kind: exactly('shuibang/draw/1 day opening'),
  openedAt: whole(),
  seedCommitment: hex(32),
  rules: dayRules,
  rulesHash: hex(32),
  ...signed,
})

export const dayClosingShape = record({
  kind: exactly('shuibang/draw/1 day closing'),
  opening: hex(32),
  closedAt: whole(),
  day: line,
  seed: hex(32),
  wins: listOf(record({ index: whole(), tier: line })),
  placesLeft: listOf(orNull(whole())),
  poolLeft: orNull(whole()),
  ...commitment,
  ...signed,
})

/** Documents are JSON by their types; interfaces have no index signature to say so. */
const canonicalBytes = (document: object): Uint8Array => utf8(canonicalJson(document))

export const rulesHashOf = (rules: DrawRules | DayRules): Uint8Array => hashIn('rules', canonicalBytes(rules))

const DOMAIN_OF = {
  'shuibang/draw/1 freeze': 'freeze',
  'shuibang/draw/1 result': 'result',
  'shuibang/draw/1 day opening': 'dayOpening',
  'shuibang/draw/1 day closing': 'dayClosing',
} as const

export type SignedDocument = Freeze | Result | DayOpening | DayClosing
/** Before the notary has signed. */
export type Unsigned<T extends SignedDocument> = Omit<T, 'signature'>

/** The bytes that the notary signs. */
export const signedMessage = (document: Unsigned<SignedDocument>): Uint8Array => {
  const { signature: _signature, ...rest } = document as SignedDocument
  return messageIn(DOMAIN_OF[document.kind], canonicalBytes(rest))
}

/** Names a freeze, or a day's opening, in what follows from it: SHA-256 of what was signed. */
export const documentHash = (document: Unsigned<Freeze> | Unsigned<DayOpening>): string => {
  const { signature: _signature, ...rest } = document as Freeze | DayOpening
  return hexIn(DOMAIN_OF[document.kind], canonicalBytes(rest))
}

/** As it is written to its file: readable, the same bytes for the same document. */
export const fileText = (document: SignedDocument): string => `${canonicalJson(document)}\n`
