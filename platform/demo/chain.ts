/** A chain of randomness of our own, to sign rounds that no network has signed: a draw with it is a rehearsal, and verifies as such alone. */
import { bls12_381 } from '@noble/curves/bls12-381'
import { messageOfRound, type Beacon } from '../../functions/lottery/rules/draw/beacon'
import { fromHex, toHex, utf8 } from '../../functions/core/pure/bytes'
import { chainHashOf, SIGNATURE_DOMAIN, type Chain } from '../../functions/lottery/rules/draw/chain'
import { sha256 } from '../../functions/core/pure/sha256'

export interface OwnChain {
  readonly chain: Chain
  sign(round: number): Beacon
}

const signatures = bls12_381.shortSignatures

/** @param name its secret key is made of it: whoever knows the name knows every round */
export const ownChain = (name: string, { period = 3, genesis = 1_700_000_000 } = {}): OwnChain => {
  const secret = sha256(utf8(`the secret of ${name}`))
  secret[0] = 1
  const said = {
    publicKey: toHex(signatures.getPublicKey(secret).toBytes()),
    period,
    genesis,
    groupHash: toHex(sha256(utf8(name))),
    beaconId: name,
    scheme: 'bls-unchained-g1-rfc9380',
  } as const
  const chain: Chain = { hash: chainHashOf(said), ...said }
  return {
    chain,
    sign: (round) => {
      const point = signatures.hash(messageOfRound(round), utf8(SIGNATURE_DOMAIN))
      const signature = toHex(signatures.sign(point, secret).toBytes())
      return { chain: chain.hash, round, signature, randomness: toHex(sha256(fromHex(signature))) }
    },
  }
}
