import fc from 'fast-check'
import { base64Bytes, base64Text } from '../../../../functions/core/pure/base64'

describe('base64', () => {
  it('is written as Node writes it, and read back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const text = base64Text(bytes)
        expect(text).toBe(Buffer.from(bytes).toString('base64'))
        expect(base64Bytes(text)).toEqual(Uint8Array.from(bytes))
        expect(base64Bytes(text.replace(/=/g, ''))).toEqual(Uint8Array.from(bytes))
      }),
    )
  })

  it.each(['A', 'AAAAA', 'AA=A', 'AAA===', 'A-_A', 'AA AA', '中'])('refuses “%s”', (text) =>
    expect(base64Bytes(text)).toBeUndefined(),
  )
})
