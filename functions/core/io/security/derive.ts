/** Keys and pseudonyms derived from the root secret: HKDF-SHA256 by purpose, HMAC-SHA256 for pseudonyms. */
import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567'
/** 26 characters of 5 bits: 130 bits of the HMAC. */
const PSEUDONYM_LENGTH = 26

export const derive = (root: Uint8Array, purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', root, 'shuibang', purpose, 32))

const base32 = (bytes: Uint8Array, length: number): string => {
  let text = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5 && text.length < length) {
      bits -= 5
      text += BASE32[(held >>> bits) & 31]
    }
    held &= (1 << bits) - 1
  }
  return text
}

/** One derived HMAC key a purpose, so that the same text under two purposes cannot be matched. */
export const pseudonymsOf = (root: Uint8Array): ((purpose: string, text: string) => string) => {
  const keys = new Map<string, KeyObject>()
  const keyOf = (purpose: string): KeyObject => {
    const known = keys.get(purpose)
    if (known) return known
    const key = createSecretKey(derive(root, `pseudonym|${purpose}`))
    keys.set(purpose, key)
    return key
  }
  return (purpose, text) =>
    base32(createHmac('sha256', keyOf(purpose)).update(text).digest(), PSEUDONYM_LENGTH)
}
