/** The audit's Ed25519 key, derived from the vault: whoever has the public key can verify, only the deployment can sign. */
import { createHash, createPrivateKey, createPublicKey, hkdfSync, sign, verify } from 'node:crypto'
import type { Vault } from '../security/contract'

export interface AuditKey {
  /** The first 16 hex digits of the public key's SHA-256. */
  readonly keyId: string
  /** Raw, base64url. */
  readonly publicKey: string
  /** Ed25519 over the 32 bytes of a hex hash, base64url. */
  sign(hash: string): string
}

/** RFC 8410: what stands before the 32 bytes of an Ed25519 private (PKCS 8) and public (SPKI) key. */
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')

export const keyIdOf = (publicKey: string): string =>
  createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('hex').slice(0, 16)

export const auditKey = (vault: Pick<Vault, 'signingKey'>): AuditKey => {
  const seed = Buffer.from(hkdfSync('sha256', vault.signingKey('audit'), '', 'shuibang audit ed25519', 32))
  const secret = createPrivateKey({
    key: Buffer.concat([PRIVATE_PREFIX, seed]),
    format: 'der',
    type: 'pkcs8',
  })
  const publicKey = createPublicKey(secret)
    .export({ format: 'der', type: 'spki' })
    .subarray(PUBLIC_PREFIX.length)
    .toString('base64url')
  return {
    keyId: keyIdOf(publicKey),
    publicKey,
    sign: (hash) => sign(null, Buffer.from(hash, 'hex'), secret).toString('base64url'),
  }
}

/** Was `hash` signed by the owner of `publicKey`? A malformed key or signature was not. */
export const isSigned = (publicKey: string, hash: string, signature: string): boolean => {
  const raw = Buffer.from(publicKey, 'base64url')
  if (raw.length !== 32) return false
  const key = createPublicKey({ key: Buffer.concat([PUBLIC_PREFIX, raw]), format: 'der', type: 'spki' })
  return verify(null, Buffer.from(hash, 'hex'), key, Buffer.from(signature, 'base64url'))
}
