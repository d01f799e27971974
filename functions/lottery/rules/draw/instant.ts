/**
 * The instant draw. A day's seed is committed to before the day and shown after it. An entry's number is the first 48 bits of
 * SHA-256(day seed ‖ entry id ‖ "shuibang/instant"), and it hits the tier in whose stretch of 0 … 2⁴⁸ it lies. Hits are paid
 * in the order in which entries came, as long as the tier has places and the pool has money: anybody recomputes a day.
 */
import type { Day } from '../../../core/pure/time'
import { fromHex, isHex, toHex, utf8 } from '../../../core/pure/bytes'
import { hashIn } from './domains'
import { ENTRY_BYTES, entryAt, ID_BYTES } from './entry'
import { HASH_BYTES, sha256 } from '../../../core/pure/sha256'
import { RANGE } from './stream'

export interface InstantTier {
  readonly tier: string
  /** Fen. */
  readonly prize: number
  /** The chance of an entry, as a fraction: 1 in 20. */
  readonly odds: { readonly of: number; readonly in: number }
  /** How many the day has; null: as many as hit. */
  readonly places: number | null
}

/** By what a day is drawn. */
export interface DayRules {
  readonly campaign: string
  /** Which of the campaign's draws, and which of its bands: `instant-band0:2026-12-01T0000`. */
  readonly period: string
  readonly day: Day
  /** Fen: invoices from there on, up to before `below` (null: no end), are drawn by these rules. */
  readonly band: { readonly from: number; readonly below: number | null }
  /** SHA-256 of the campaign's published rules. */
  readonly campaignRules: string
  /** The stretches of tiers follow each other in this order, from 0. */
  readonly tiers: readonly InstantTier[]
  /** Fen that the day has; null: as much as is won. */
  readonly pool: number | null
}

const DOMAIN = utf8('shuibang/instant')
const HALF = 2 ** 24

/** What is published before the day. @param seed 32 random bytes @throws RangeError for another length */
export const daySeedCommitment = (
  { campaign, period }: Pick<DayRules, 'campaign' | 'period'>,
  seed: Uint8Array,
): string => {
  if (seed.length !== HASH_BYTES) throw new RangeError('a seed has 32 bytes')
  return toHex(hashIn('daySeed', utf8(`${campaign}\n${period}\n`), seed))
}

/**
 * How many of the 2⁴⁸ numbers a chance has: ⌊2⁴⁸ · of / in⌋, exactly.
 * @throws RangeError unless 0 ≤ of ≤ in < 2²⁹, whole
 */
export const stretchOf = ({ of, in: all }: InstantTier['odds']): number => {
  if (!Number.isInteger(of) || !Number.isInteger(all) || of < 0 || all < 1 || of > all || all >= 2 ** 29)
    throw new RangeError('a chance is a fraction from 0 to 1, of whole numbers below 2^29')
  // Long division by two digits of 24 bits: every product stays below 2^53.
  const upper = Math.floor((of * HALF) / all)
  const rest = of * HALF - upper * all
  return upper * HALF + Math.floor((rest * HALF) / all)
}

/** Where each tier's stretch ends. @throws RangeError when the chances come to more than 1 */
export const thresholdsOf = (tiers: readonly Pick<InstantTier, 'odds'>[]): readonly number[] => {
  let end = 0
  return tiers.map(({ odds }) => {
    end += stretchOf(odds)
    if (end > RANGE) throw new RangeError('the chances come to more than 1')
    return end
  })
}

/** The entry's number. @throws RangeError when seed or id have another length */
export const numberOf = (seed: Uint8Array, entryId: string): number => {
  if (seed.length !== HASH_BYTES || !isHex(entryId, ID_BYTES))
    throw new RangeError('a seed has 32 bytes, an entry id 16 in hex')
  const message = new Uint8Array(ENTRY_BYTES)
  message.set(seed)
  message.set(fromHex(entryId), HASH_BYTES)
  message.set(DOMAIN, HASH_BYTES + ID_BYTES)
  const view = new DataView(sha256(message).buffer)
  return view.getUint32(0) * 2 ** 16 + view.getUint16(4)
}

/** Which tier a number hits, as its place in the rules; undefined: none. */
export const tierHit = (thresholds: readonly number[], number: number): number | undefined => {
  const tier = thresholds.findIndex((end) => number < end)
  return tier < 0 ? undefined : tier
}

export interface DayWin {
  /** Of the entry in the day's list: when it came. */
  readonly index: number
  readonly tier: string
}

/** What is left as the day goes on. */
export interface DayLeft {
  readonly places: readonly (number | null)[]
  readonly pool: number | null
}

export type InstantOutcome =
  | { readonly won: true; readonly tier: string; readonly prize: number }
  /** `spent`: its number hit a tier that had no place, or no money, left. */
  | { readonly won: false; readonly spent: boolean }

/** How the next entry fares, and what is left after it. The pool is never overdrawn. */
export const instantOutcome = (
  { tiers }: Pick<DayRules, 'tiers'>,
  left: DayLeft,
  hit: number | undefined,
): { readonly outcome: InstantOutcome; readonly left: DayLeft } => {
  const tier = hit === undefined ? undefined : tiers[hit]
  if (hit === undefined || tier === undefined) return { outcome: { won: false, spent: false }, left }
  const places = left.places[hit] ?? null
  if (places === 0 || (left.pool !== null && left.pool < tier.prize))
    return { outcome: { won: false, spent: true }, left }
  return {
    outcome: { won: true, tier: tier.tier, prize: tier.prize },
    left: {
      places: left.places.map((many, at) => (at === hit && many !== null ? many - 1 : many)),
      pool: left.pool === null ? null : left.pool - tier.prize,
    },
  }
}

export const leftAtOpening = ({ tiers, pool }: Pick<DayRules, 'tiers' | 'pool'>): DayLeft => ({
  places: tiers.map(({ places }) => places),
  pool,
})

/** A whole day, reckoned from its list in pieces, in the order in which entries came. */
export const dayReckoner = (rules: DayRules, seed: Uint8Array) => {
  const thresholds = thresholdsOf(rules.tiers)
  const wins: DayWin[] = []
  let left = leftAtOpening(rules)
  let index = 0
  return {
    add: (entries: Uint8Array): void => {
      for (let at = 0; at < entries.length; at += ENTRY_BYTES) {
        const hit = tierHit(thresholds, numberOf(seed, entryAt(entries, at).id))
        const next = instantOutcome(rules, left, hit)
        left = next.left
        if (next.outcome.won) wins.push({ index, tier: next.outcome.tier })
        index += 1
      }
    },
    finish: (): { readonly wins: readonly DayWin[]; readonly left: DayLeft } => ({ wins, left }),
  }
}
