/** UTF-8 of texts, for rooms without `TextEncoder` and `TextDecoder`. */

const REPLACEMENT = 0xfffd

const bytesOfPoint = (point: number): readonly number[] => {
  if (point < 0x80) return [point]
  const last = 0x80 | (point & 63)
  if (point < 0x800) return [0xc0 | (point >> 6), last]
  const third = 0x80 | ((point >> 6) & 63)
  if (point < 0x10000) return [0xe0 | (point >> 12), third, last]
  return [0xf0 | (point >> 18), 0x80 | ((point >> 12) & 63), third, last]
}

const isSurrogate = (point: number): boolean => point >= 0xd800 && point <= 0xdfff

/** As `TextEncoder` does it: half of a surrogate pair becomes U+FFFD. */
export const utf8Bytes = (text: string): Uint8Array => {
  const bytes: number[] = []
  for (const character of text) {
    const point = character.codePointAt(0) ?? REPLACEMENT
    bytes.push(...bytesOfPoint(isSurrogate(point) ? REPLACEMENT : point))
  }
  return Uint8Array.from(bytes)
}

/** Bytes that follow a first byte, its own bits, and the least character that may be written so. */
const headOf = (byte: number): { readonly more: number; readonly bits: number; readonly least: number } => {
  if (byte < 0x80) return { more: 0, bits: byte, least: 0 }
  if (byte >= 0xc0 && byte < 0xe0) return { more: 1, bits: byte & 31, least: 0x80 }
  if (byte >= 0xe0 && byte < 0xf0) return { more: 2, bits: byte & 15, least: 0x800 }
  if (byte >= 0xf0 && byte < 0xf8) return { more: 3, bits: byte & 7, least: 0x10000 }
  // Begins no character; out of reach, so that it is refused below.
  return { more: 0, bits: Infinity, least: 0 }
}

/** `undefined` when the bytes are no UTF-8: cut off, longer than need be, or half of a surrogate pair. */
export const utf8Text = (bytes: Uint8Array): string | undefined => {
  let text = ''
  let at = 0
  while (at < bytes.length) {
    const { more, bits, least } = headOf(bytes[at] ?? 0)
    let point = bits
    for (let next = at + 1; next <= at + more; next += 1) {
      const byte = bytes[next]
      if (byte === undefined || (byte & 0xc0) !== 0x80) return undefined
      point = point * 64 + (byte & 63)
    }
    if (point < least || point > 0x10ffff || isSurrogate(point)) return undefined
    text += String.fromCodePoint(point)
    at += more + 1
  }
  return text
}
