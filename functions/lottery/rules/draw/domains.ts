/**
 * What each hash of a draw is a hash of. Every domain ends in the only line break it has, so that none begins another, and no two
 * kinds of thing ever share a message. Nodes of the tree have none: their place is fixed by the count (tree.ts).
 */
import { joined, toHex, utf8 } from '../../../core/pure/bytes'
import { sha256 } from '../../../core/pure/sha256'

const DOMAINS = {
  /** A leaf that is not there. */
  empty: 'shuibang/draw/1 empty\n',
  commitment: 'shuibang/draw/1 commitment\n',
  /** Rules as canonical JSON. */
  rules: 'shuibang/draw/1 rules\n',
  seed: 'shuibang/draw/1 seed\n',
  /** Whom an entry belongs to. */
  holder: 'shuibang/draw/1 holder\n',
  /** What a party commits to before the freeze. */
  party: 'shuibang/draw/1 party\n',
  reveals: 'shuibang/draw/1 reveals\n',
  otherReveals: 'shuibang/draw/1 other reveals\n',
  daySeed: 'shuibang/draw/1 day seed\n',
  /** Documents, as canonical JSON without their signature. */
  freeze: 'shuibang/draw/1 freeze\n',
  result: 'shuibang/draw/1 result\n',
  dayOpening: 'shuibang/draw/1 day opening\n',
  dayClosing: 'shuibang/draw/1 day closing\n',
} as const

export type Domain = keyof typeof DOMAINS

/** The bytes that are hashed, or signed. */
export const messageIn = (domain: Domain, ...parts: readonly Uint8Array[]): Uint8Array =>
  joined(utf8(DOMAINS[domain]), ...parts)

/** SHA-256(domain ‖ parts). */
export const hashIn = (domain: Domain, ...parts: readonly Uint8Array[]): Uint8Array =>
  sha256(messageIn(domain, ...parts))

export const hexIn = (domain: Domain, ...parts: readonly Uint8Array[]): string =>
  toHex(hashIn(domain, ...parts))
