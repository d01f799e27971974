/** How text is sealed, by the name in front of it: a table, so that an SM4/SM3 suite stands beside AES. */
import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto'

export interface Suite {
  readonly keyBytes: number
  readonly nonceBytes: number
  /** Ciphertext with its tag. */
  seal(key: KeyObject, nonce: Uint8Array, associated: string, plain: string): Buffer
  /** @throws Error when anything was altered */
  open(key: KeyObject, nonce: Uint8Array, associated: string, sealed: Uint8Array): string
}

const TAG = 16

const aes256gcm: Suite = {
  keyBytes: 32,
  nonceBytes: 12,
  seal: (key, nonce, associated, plain) => {
    const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG })
    cipher.setAAD(Buffer.from(associated))
    return Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
  },
  open: (key, nonce, associated, sealed) => {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG })
    decipher.setAAD(Buffer.from(associated))
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG))
    return (
      decipher.update(sealed.subarray(0, sealed.length - TAG), undefined, 'utf8') + decipher.final('utf8')
    )
  },
}

const suites: Readonly<Record<string, Suite>> = { A256GCM: aes256gcm }
/** What new text is sealed with. */
export const CURRENT_SUITE = 'A256GCM'

/** The text was moved, altered, or sealed under another key. Says where, never what. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken'
}

/** `alg.kid.nonce.ciphertext`, each but the first two in base64url. */
const SEALED = /^([A-Za-z0-9]{1,16})\.([a-z0-9]{1,26})\.([\w-]{1,64})\.([\w-]+)$/

/** The key id that a sealed text names. */
export const kidOf = (sealed: string): string | undefined => SEALED.exec(sealed)?.[2]

export const secretKey = (bytes: Uint8Array): KeyObject => createSecretKey(bytes)

export const sealWith = ({
  kid,
  key,
  nonce,
  where,
  plain,
}: {
  readonly kid: string
  readonly key: KeyObject
  readonly nonce: (bytes: number) => Uint8Array
  readonly where: string
  readonly plain: string
}): string => {
  const drawn = nonce(aes256gcm.nonceBytes)
  // The head is authenticated as well: a text cannot be relabelled with another suite or key.
  const associated = `${CURRENT_SUITE}.${kid}|${where}`
  const body = aes256gcm.seal(key, drawn, associated, plain)
  return `${CURRENT_SUITE}.${kid}.${Buffer.from(drawn).toString('base64url')}.${body.toString('base64url')}`
}

/** @throws SealBroken when the text was moved, altered, or sealed under another key */
export const openWith = ({
  kid,
  key,
  where,
  sealed,
}: {
  readonly kid: string
  readonly key: KeyObject
  readonly where: string
  readonly sealed: string
}): string => {
  const parts = SEALED.exec(sealed)
  const [, alg = '', named = '', nonce = '', body = ''] = parts ?? []
  const suite = Object.hasOwn(suites, alg) ? suites[alg] : undefined
  if (!parts || !suite) throw new SealBroken(`${where}: not sealed text`)
  if (named !== kid) throw new SealBroken(`${where}: sealed under another key`)
  const bytes = Buffer.from(nonce, 'base64url')
  const sealedBytes = Buffer.from(body, 'base64url')
  if (bytes.length !== suite.nonceBytes || sealedBytes.length < TAG)
    throw new SealBroken(`${where}: not sealed text`)
  // Buffer's decoder forgives stray trailing bits; only the one canonical spelling is taken.
  if (bytes.toString('base64url') !== nonce || sealedBytes.toString('base64url') !== body)
    throw new SealBroken(`${where}: altered`)
  try {
    return suite.open(key, bytes, `${alg}.${named}|${where}`, sealedBytes)
  } catch (cause) {
    throw new SealBroken(`${where}: moved or altered`, { cause })
  }
}
