/** Bytes as published files have them: lower-case hex, UTF-8, big-endian numbers. WeChat has neither Buffer nor TextEncoder. */

const DIGITS = '0123456789abcdef'

export const toHex = (bytes: Uint8Array): string => {
  let text = ''
  for (const byte of bytes) text += DIGITS.charAt(byte >> 4) + DIGITS.charAt(byte & 15)
  return text
}

/** Is it exactly `length` bytes in lower-case hex? Upper case is another text, and another hash. */
export const isHex = (value: unknown, length: number): value is string =>
  typeof value === 'string' && value.length === 2 * length && /^[0-9a-f]*$/.test(value)

/** @throws RangeError when it is not lower-case hex of whole bytes */
export const fromHex = (text: string): Uint8Array => {
  if (!isHex(text, Math.floor(text.length / 2))) throw new RangeError('not lower-case hex of whole bytes')
  const bytes = new Uint8Array(text.length / 2)
  for (let at = 0; at < bytes.length; at += 1)
    bytes[at] = DIGITS.indexOf(text.charAt(2 * at)) * 16 + DIGITS.indexOf(text.charAt(2 * at + 1))
  return bytes
}

/** UTF-8. Half of a surrogate pair alone becomes U+FFFD, as in TextEncoder. */
export const utf8 = (text: string): Uint8Array => {
  const bytes = new Uint8Array(3 * text.length)
  let at = 0
  const push = (byte: number): void => {
    bytes[at] = byte
    at += 1
  }
  for (const character of text) {
    const given = character.codePointAt(0) ?? 0
    const code = given >= 0xd800 && given <= 0xdfff ? 0xfffd : given
    if (code < 0x80) {
      push(code)
      continue
    }
    if (code < 0x800) push(0xc0 | (code >> 6))
    else {
      if (code < 0x10000) push(0xe0 | (code >> 12))
      else {
        push(0xf0 | (code >> 18))
        push(0x80 | ((code >> 12) & 63))
      }
      push(0x80 | ((code >> 6) & 63))
    }
    push(0x80 | (code & 63))
  }
  return bytes.slice(0, at)
}

export const joined = (...parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** A whole number as eight bytes, most significant first. */
export const eightBytes = (value: number): Uint8Array => {
  const bytes = new Uint8Array(8)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, Math.floor(value / 2 ** 32))
  view.setUint32(4, value % 2 ** 32)
  return bytes
}

/** Bytewise, as `memcmp`: negative, zero or positive. Both have the same length. */
export const compareBytes = (a: Uint8Array, b: Uint8Array): number => {
  for (let at = 0; at < a.length; at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
