/**
 * Signatures on curves, by @noble/curves: pure JavaScript, with BigInt. It takes 70–110 ms to load: ask for this file lazily
 * (`await import('…/curves')`), when a signature is to be checked.
 */
import { bls12_381 } from '@noble/curves/bls12-381'
import { ed25519 } from '@noble/curves/ed25519'
import type { VerifyBls } from './beacon'

/** What is no signature of its kind does not verify: noble throws for points off the curve or outside the subgroup. */
const holds = (check: () => boolean): boolean => {
  try {
    return check()
  } catch {
    return false
  }
}

export const verifyBls: VerifyBls = (signature, message, publicKey, domain) =>
  holds(() =>
    bls12_381.shortSignatures.verify(signature, bls12_381.shortSignatures.hash(message, domain), publicKey),
  )

/** Ed25519 as RFC 8032 has it, strictly: what node:crypto accepts. */
export const verifyEd25519 = (signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean =>
  holds(() => ed25519.verify(signature, message, publicKey, { zip215: false }))
