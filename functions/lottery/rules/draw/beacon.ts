/** The randomness of one round of a chain, and whether it is that: checked offline by the chain's key, whoever brought it. */
import { eightBytes, fromHex, toHex, utf8 } from '../../../core/pure/bytes'
import { SIGNATURE_DOMAIN, type Chain } from './chain'
import { sha256 } from '../../../core/pure/sha256'
import { hex, record, whole } from './shape'

/** `beacon.json`, as relays of drand publish a round, with its chain. */
export interface Beacon {
  /** The chain's hash. */
  readonly chain: string
  readonly round: number
  /** 48 bytes on G1, hex. */
  readonly signature: string
  /** SHA-256 of the signature, hex. */
  readonly randomness: string
}

/** BLS on BLS12-381 with signatures on G1 and keys on G2. Never throws: what is no point of its group does not verify. */
export type VerifyBls = (
  signature: Uint8Array,
  message: Uint8Array,
  publicKey: Uint8Array,
  domain: Uint8Array,
) => boolean

export type BeaconFault =
  /** Not a round with a signature of 48 bytes: cut off, or something else. */
  | 'malformed'
  | 'otherChain'
  | 'otherRound'
  /** The signature is not the network's for this round: forged. */
  | 'badSignature'
  /** The signature is right, the randomness beside it is not its hash. */
  | 'badRandomness'

export type BeaconVerdict =
  { readonly ok: true; readonly randomness: Uint8Array } | { readonly ok: false; readonly fault: BeaconFault }

const beaconShape = record({ chain: hex(32), round: whole(1), signature: hex(48), randomness: hex(32) })

export const isBeacon = (value: unknown): value is Beacon => beaconShape(value, '') === undefined

/** What the network signs of a round: SHA-256 of its number in eight bytes. */
export const messageOfRound = (round: number): Uint8Array => sha256(eightBytes(round))

/** Is it the randomness of this round of this chain? */
export const checkBeacon = (
  beacon: unknown,
  { chain, round }: { readonly chain: Chain; readonly round: number },
  verify: VerifyBls,
): BeaconVerdict => {
  if (!isBeacon(beacon)) return { ok: false, fault: 'malformed' }
  if (beacon.chain !== chain.hash) return { ok: false, fault: 'otherChain' }
  if (beacon.round !== round) return { ok: false, fault: 'otherRound' }
  const signature = fromHex(beacon.signature)
  if (!verify(signature, messageOfRound(round), fromHex(chain.publicKey), utf8(SIGNATURE_DOMAIN)))
    return { ok: false, fault: 'badSignature' }
  const randomness = sha256(signature)
  if (toHex(randomness) !== beacon.randomness) return { ok: false, fault: 'badRandomness' }
  return { ok: true, randomness }
}
