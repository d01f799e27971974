/**
 * Choosing photos and files on the web page. A large photo is made smaller here, so that it is sent in seconds. This file is
 * only in the web build, so the browser's names may be used.
 */
import type { FileType } from '../../functions/core/pure/file-types'
import type { Choice, Way } from './pick'
import type { Picked } from './upload'

export type { Choice, Way }

/** A browser's own chooser offers the camera, the album and the files at once. */
export const WAYS: readonly Way[] = ['file']

export interface Bits {
  /** Of what was chosen; what is made here has none. */
  readonly name?: string
  readonly size: number
  readonly type: string
  slice(from: number, to: number): Bits
  arrayBuffer(): Promise<ArrayBuffer>
}
interface Picture {
  readonly width: number
  readonly height: number
}
interface Canvas {
  width: number
  height: number
  getContext(
    kind: '2d',
  ): { drawImage(picture: Picture, x: number, y: number, w: number, h: number): void } | null
  toBlob(done: (bits: Bits | null) => void, type: string, quality: number): void
}
interface Chooser {
  type: string
  accept: string
  multiple: boolean
  readonly files: ArrayLike<Bits> | null
  addEventListener(type: 'change' | 'cancel', listener: () => void): void
  click(): void
}
interface Browser {
  readonly document: { createElement(name: 'input'): Chooser; createElement(name: 'canvas'): Canvas }
  readonly createImageBitmap: (file: Bits) => Promise<Picture>
  readonly URL: { createObjectURL(file: Bits): string }
  readonly btoa: (text: string) => string
}
const browser = globalThis as unknown as Browser

/** Pixels of the longer side: a page of paper can be read in it. */
const SIDE = 1800
const QUALITY = 0.82
/** What is smaller than this is sent as it is. */
const SMALL = 600_000
/** What the server takes; a phone's other kinds (HEIC) are made into the first where the browser can. */
const TAKEN = ['image/jpeg', 'image/png']

const base64Of = async (bits: Bits): Promise<string> => {
  const bytes = new Uint8Array(await bits.arrayBuffer())
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return browser.btoa(text)
}

const smaller = async (file: Bits): Promise<Bits> => {
  const taken = TAKEN.includes(file.type)
  if ((taken && file.size <= SMALL) || !file.type.startsWith('image/')) return file
  try {
    const picture = await browser.createImageBitmap(file)
    const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height))
    const canvas = browser.document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const made = await new Promise<Bits | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY))
    return made && (!taken || made.size < file.size) ? made : file
  } catch {
    // No picture that this browser can open: the check before sending says what is wrong with it.
    return file
  }
}

const pickedOf = (file: Bits, name: string | undefined): Picked => ({
  ...(name === undefined ? {} : { name }),
  type: file.type,
  size: file.size,
  preview: browser.URL.createObjectURL(file),
  read: (at, length) => base64Of(file.slice(at, at + length)),
})

/** A photo that was chosen elsewhere, made smaller as any. */
export const pickedPhoto = async (file: Bits): Promise<Picked> => pickedOf(await smaller(file), file.name)

const choose = (accept: string): Promise<readonly Bits[]> =>
  new Promise((resolve) => {
    const chooser = browser.document.createElement('input')
    chooser.type = 'file'
    chooser.accept = accept
    chooser.multiple = true
    chooser.addEventListener('change', () => resolve(Array.from(chooser.files ?? [])))
    chooser.addEventListener('cancel', () => resolve([]))
    chooser.click()
  })

const pick = async (accept: string, count: number): Promise<Choice> => {
  const files = (await choose(accept)).slice(0, count)
  if (files.length === 0) return { kind: 'none' }
  const ready = await Promise.all(files.map(smaller))
  return { kind: 'files', files: ready.map((file, place) => pickedOf(file, files[place]?.name)) }
}

export const pickPhotos = (count: number): Promise<Choice> => pick('image/*', count)

/** Photos of any kind may be chosen where photos are taken. */
export const pickFiles = (_way: Way, types: readonly FileType[], count: number): Promise<Choice> => {
  const others = types.filter((type) => !TAKEN.includes(type))
  return pick([...(others.length < types.length ? ['image/*'] : []), ...others].join(','), count)
}
