/** Base64 (RFC 4648) of bytes, for rooms without `Buffer` and `atob`. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Padded to a multiple of four. */
export const base64Text = (bytes: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = bytes.subarray(at, at + 3)
    text += ALPHABET.charAt(a >> 2)
    text += ALPHABET.charAt(((a & 3) << 4) | ((b ?? 0) >> 4))
    text += b === undefined ? '=' : ALPHABET.charAt(((b & 15) << 2) | ((c ?? 0) >> 6))
    text += c === undefined ? '=' : ALPHABET.charAt(c & 63)
  }
  return text
}

const TAKEN = /^[A-Za-z0-9+/]*={0,2}$/

/** `undefined` when it is no base64. Padding may be missing: some who write codes leave it out. */
export const base64Bytes = (text: string): Uint8Array | undefined => {
  if (!TAKEN.test(text)) return undefined
  const sextets = text.replace(/=+$/, '')
  if (sextets.length % 4 === 1) return undefined
  const bytes = new Uint8Array(Math.floor((sextets.length * 3) / 4))
  let kept = 0
  let bits = 0
  let at = 0
  for (const character of sextets) {
    kept = ((kept << 6) | ALPHABET.indexOf(character)) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at] = (kept >> bits) & 0xff
    at += 1
  }
  return bytes
}
