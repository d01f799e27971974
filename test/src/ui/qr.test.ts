import jsQR from 'jsqr'
import * as fc from 'fast-check'
import { qrImage, utf8Bytes } from '../../../src/ui/qr'

/** Paints the SVG's runs into pixels and lets an independent reader read them. */
const read = (image: string): string | undefined => {
  const svg = decodeURIComponent(image.slice('data:image/svg+xml,'.length))
  const size = Number(/viewBox='0 0 (\d+)/.exec(svg)?.[1])
  const scale = 4
  const width = size * scale
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255)
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1) {
      for (let column = Number(x) * scale; column < (Number(x) + Number(length)) * scale; column += 1)
        pixels.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3)
    }
  }
  return jsQR(pixels, width, width)?.data
}

test.each(['shuibang:ticket:302718', '城东办税服务厅 · 王*明', 'https://example.test/?ticket=tk_1&x=é'])(
  'another reader reads %s',
  (text) => {
    expect(read(qrImage(text))).toBe(text)
  },
)

test('bytes are UTF-8 for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) =>
      expect(utf8Bytes(text)).toEqual([...Buffer.from(text, 'utf8')]),
    ),
  )
})
