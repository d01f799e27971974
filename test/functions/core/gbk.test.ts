import fc from 'fast-check'
import { gbkBytes } from '../../../functions/core/io/gbk'

describe('GBK', () => {
  it('has the known bytes of known characters', () => {
    expect(gbkBytes('')).toEqual(Uint8Array.of())
    expect(gbkBytes('中文 A1')).toEqual(Uint8Array.of(0xd6, 0xd0, 0xce, 0xc4, 0x20, 0x41, 0x31))
    // Traditional forms and names’ characters that GB 2312 did not have.
    expect(gbkBytes('國镕堃')).toEqual(Uint8Array.of(0x87, 0xf8, 0xe9, 0x46, 0x88, 0xd2))
    expect(gbkBytes('（）·')).toEqual(Uint8Array.of(0xa3, 0xa8, 0xa3, 0xa9, 0xa1, 0xa4))
  })

  it.each(['𠮷', '🙂', '€', '\ue000', '\ufffd', 'é中€', '한'])('has none for “%s”', (text) =>
    expect(gbkBytes(text)).toBeUndefined(),
  )

  it('reads back as it was written', () => {
    const decoder = new TextDecoder('gbk', { fatal: true })
    fc.assert(
      fc.property(
        fc
          .array(fc.integer({ min: 0x4e00, max: 0x9fa5 }), { maxLength: 40 })
          .map((points) => String.fromCodePoint(...points)),
        (text) => {
          const bytes = gbkBytes(text)
          expect(bytes).toHaveLength(text.length * 2)
          expect(decoder.decode(bytes)).toBe(text)
        },
      ),
    )
  })
})
