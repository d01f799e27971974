/** The QR code of a page, as a camera would read it. */
import jsQR from 'jsqr'
import type { ReadPage } from './read'

/** Pixels of the picture: a code's own, with white around it. */
const SIDE = 400
const WHITE = 40

export const codeOn = ({ drawing }: ReadPage): string | undefined => {
  const left = Math.min(...drawing.map(([x]) => x))
  const top = Math.max(...drawing.map(([, , , y]) => y))
  const scale = (SIDE - 2 * WHITE) / (Math.max(...drawing.map(([, , x]) => x)) - left)
  const pixel = (points: number): number => Math.round(WHITE + points * scale)
  const picture = new Uint8ClampedArray(SIDE * SIDE * 4).fill(255)
  for (const [x, bottom, right, y] of drawing)
    for (let row = pixel(top - y); row < pixel(top - bottom); row += 1)
      for (let column = pixel(x - left); column < pixel(right - left); column += 1)
        picture.fill(0, (row * SIDE + column) * 4, (row * SIDE + column) * 4 + 3)
  return jsQR(picture, SIDE, SIDE)?.data
}
