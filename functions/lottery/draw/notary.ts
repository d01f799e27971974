/** The notary's Ed25519 key: signs what a draw publishes. */
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { fromHex, toHex } from '../../core/pure/bytes'
import { signedMessage, type SignedDocument, type Unsigned } from '../rules/draw/documents'

export interface Notary {
  /** 32 bytes, hex: published where the public can find it, so that a draw's key can be compared with it. */
  readonly publicKey: string
  /** The document with its signature; in time where the key is on another machine. @throws DrawRefused `notary` when it does not sign */
  sign<T extends SignedDocument>(document: Unsigned<T>): Signed<T> | Promise<Signed<T>>
}

export type Signed<T extends SignedDocument> = Unsigned<T> & { readonly signature: string }

/** A notary whose key is in this process. */
export interface KeyedNotary extends Notary {
  sign<T extends SignedDocument>(document: Unsigned<T>): Signed<T>
}

/** RFC 8410: what stands before the 32 bytes of an Ed25519 private (PKCS 8) and public (SPKI) key. */
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')

/** @param secret 32 bytes @throws RangeError for another length */
export const notaryOf = (secret: Uint8Array): KeyedNotary => {
  if (secret.length !== 32) throw new RangeError('an Ed25519 key has 32 bytes')
  const key = createPrivateKey({
    key: Buffer.concat([PRIVATE_PREFIX, secret]),
    format: 'der',
    type: 'pkcs8',
  })
  const publicKey = createPublicKey(key)
    .export({ format: 'der', type: 'spki' })
    .subarray(PUBLIC_PREFIX.length)
  return {
    publicKey: toHex(publicKey),
    sign: (document) => ({ ...document, signature: toHex(sign(null, signedMessage(document), key)) }),
  }
}

/** As the verifier's, by node:crypto. */
export const isSignedBy = (publicKey: string, document: SignedDocument): boolean =>
  verify(
    null,
    signedMessage(document),
    createPublicKey({ key: Buffer.concat([PUBLIC_PREFIX, fromHex(publicKey)]), format: 'der', type: 'spki' }),
    fromHex(document.signature),
  )
