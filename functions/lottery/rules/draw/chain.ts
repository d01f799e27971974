/**
 * Chains of public randomness (drand), pinned as data. A chain's hash is made of everything else that it says, so that nobody can
 * put another key under a known hash.
 * Source: drand's own client (lib/defaults.ts) and the chain's published info, recomputed here.
 */
import type { Instant } from '../../../core/pure/time'
import { eightBytes, fromHex, isHex, joined, toHex, utf8 } from '../../../core/pure/bytes'
import { sha256 } from '../../../core/pure/sha256'

export interface Chain {
  /** SHA-256 over the rest: `chainHashOf`. */
  readonly hash: string
  /** 96 bytes on G2, hex. */
  readonly publicKey: string
  /** Seconds between rounds. */
  readonly period: number
  /** Seconds since 1970 of round 1. */
  readonly genesis: number
  /** What the network's key was agreed from. */
  readonly groupHash: string
  readonly beaconId: string
  readonly scheme: 'bls-unchained-g1-rfc9380'
}

/** What hashing onto the curve is separated by, for signatures on G1 (RFC 9380). */
export const SIGNATURE_DOMAIN = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_'

/** drand quicknet, of the League of Entropy: the chain that draws use. */
export const QUICKNET: Chain = {
  hash: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
  publicKey:
    '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
  period: 3,
  genesis: 1692803367,
  groupHash: 'f477d5c89f21a17c863a7f937c6a6d15859414d2be09cd448d4279af331c5d3e',
  beaconId: 'quicknet',
  scheme: 'bls-unchained-g1-rfc9380',
}

/** As drand reckons it: period in four bytes, genesis in eight, key, group hash, and the name. */
export const chainHashOf = ({
  period,
  genesis,
  publicKey,
  groupHash,
  beaconId,
}: Omit<Chain, 'hash'>): string =>
  toHex(
    sha256(
      joined(
        eightBytes(period).subarray(4),
        eightBytes(genesis),
        fromHex(publicKey),
        fromHex(groupHash),
        utf8(beaconId),
      ),
    ),
  )

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) > 0

/** Has it the shape of a chain, under its own hash? */
export const isChain = (value: unknown): value is Chain => {
  if (typeof value !== 'object' || value === null) return false
  const chain = value as Record<keyof Chain, unknown>
  return (
    isHex(chain.hash, 32) &&
    isHex(chain.publicKey, 96) &&
    isHex(chain.groupHash, 32) &&
    isCount(chain.period) &&
    Number(chain.period) < 2 ** 32 &&
    isCount(chain.genesis) &&
    typeof chain.beaconId === 'string' &&
    chain.scheme === 'bls-unchained-g1-rfc9380' &&
    chainHashOf(value as Chain) === chain.hash
  )
}

/** Since a chain's hash binds all it says, one comparison is enough. */
export const isQuicknet = (chain: Chain): boolean => isChain(chain) && chain.hash === QUICKNET.hash

type Beat = Pick<Chain, 'period' | 'genesis'>

/** The latest round published at an instant: ⌊(t − genesis) / period⌋ + 1; 0 before the first. */
export const roundAt = ({ period, genesis }: Beat, at: Instant): number =>
  Math.max(0, Math.floor((at - genesis * 1000) / (period * 1000)) + 1)

/** When a round is published; nobody knows its signature before. */
export const instantOfRound = ({ period, genesis }: Beat, round: number): Instant =>
  (genesis + (round - 1) * period) * 1000

/** The first round that is published at `at` or after. */
export const roundFrom = (chain: Beat, at: Instant): number => {
  const round = Math.max(1, roundAt(chain, at))
  return instantOfRound(chain, round) >= at ? round : round + 1
}
