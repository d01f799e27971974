import fc from 'fast-check'
import { utf8Bytes, utf8Text } from '../../../../functions/core/pure/utf8'

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const strictly = (bytes: Uint8Array): string | undefined => {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

describe('UTF-8', () => {
  it('is written as the platform writes it, half of a pair too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(utf8Bytes(text)).toEqual(new TextEncoder().encode(text))
      }),
    )
    expect(utf8Bytes('a\ud800b')).toEqual(new TextEncoder().encode('a\ud800b'))
    expect(utf8Text(utf8Bytes('税号 𠮷 🙂'))).toBe('税号 𠮷 🙂')
  })

  it('is read as a strict reader does, or not at all', () => {
    // Bytes as they stand in UTF-8, in any order: nearly all of them are wrong somewhere.
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3 }).map((text) => [...new TextEncoder().encode(text)]),
      fc.array(fc.integer({ min: 0x7f, max: 0xff }), { maxLength: 4 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const bytes = Uint8Array.from(pieces.flat())
        expect(utf8Text(bytes)).toBe(strictly(bytes))
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['longer than need be', [0xc0, 0xaf]],
    ['longer than need be, of three', [0xe0, 0x80, 0xaf]],
    ['half of a pair', [0xed, 0xa0, 0x80]],
    ['beyond the last character', [0xf4, 0x90, 0x80, 0x80]],
    ['cut off', [0xe4, 0xb8]],
    ['begun in the middle', [0x80]],
    ['of no character', [0xff]],
  ])('refuses what is %s', (_, bytes) => expect(utf8Text(Uint8Array.from(bytes))).toBeUndefined())
})
