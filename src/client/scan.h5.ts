/**
 * Reading a code on the web page: a photo is taken or chosen, and read here; it goes nowhere. This file is only in the web
 * build, so the browser's names may be used. The reader is loaded when the first picture is there.
 */
import { pickedPhoto, type Bits } from './pick.h5'
import type { Scanned } from './scan'

export type { Scanned }

interface Picture {
  readonly width: number
  readonly height: number
}
interface Drawing {
  drawImage(picture: Picture, x: number, y: number, width: number, height: number): void
  getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray }
}
interface Canvas {
  width: number
  height: number
  getContext(kind: '2d'): Drawing | null
}
interface Chooser {
  type: string
  accept: string
  readonly files: ArrayLike<Bits> | null
  addEventListener(type: 'change' | 'cancel', listener: () => void): void
  click(): void
}
interface Browser {
  readonly document: { createElement(name: 'input'): Chooser; createElement(name: 'canvas'): Canvas }
  readonly createImageBitmap: (file: object) => Promise<Picture>
}
const browser = globalThis as unknown as Browser

/** Pixels of the longer side: enough for a code that fills a third of the photo. */
const SIDE = 1600

/** The camera on a phone, the files on a desktop. */
const choose = (): Promise<Bits | undefined> =>
  new Promise((resolve) => {
    const chooser = browser.document.createElement('input')
    chooser.type = 'file'
    chooser.accept = 'image/*'
    chooser.addEventListener('change', () => resolve(chooser.files?.[0]))
    chooser.addEventListener('cancel', () => resolve(undefined))
    chooser.click()
  })

const read = async (file: object): Promise<string | undefined> => {
  const [picture, { default: jsQR }] = await Promise.all([browser.createImageBitmap(file), import('jsqr')])
  const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height))
  const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)]
  const canvas = browser.document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const drawing = canvas.getContext('2d')
  if (!drawing) return undefined
  drawing.drawImage(picture, 0, 0, width, height)
  return jsQR(drawing.getImageData(0, 0, width, height).data, width, height)?.data
}

export const scan = async (): Promise<Scanned> => {
  const file = await choose()
  if (!file) return { kind: 'none' }
  try {
    const text = await read(file)
    if (text === undefined || text === '') return { kind: 'unreadable' }
    return { kind: 'text', text, photo: await pickedPhoto(file) }
  } catch {
    // No picture at all, or one that this browser cannot open.
    return { kind: 'unreadable' }
  }
}
