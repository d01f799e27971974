/** A draw's published files in the store, piece by piece: any database has them, and a proof reads a few kB of them. */
import type { Services } from '../../core/io/context'
import { reader } from '../../core/io/store/reader'
import { transact } from '../../core/io/store/transact'
import { drawParts, lotteryDraws } from '../collections'
import type { FileName, Published } from '../rules/draw/published'

type Needs = Pick<Services, 'store' | 'random' | 'clock'>

/** Of a piece; as base64 it fits a document with room to spare. */
export const PART = 32 * 1024
/** Pieces of one commit. */
const AT_ONCE = 8

const partId = (drawId: string, name: FileName, place: number): string => `${drawId}.${name}.${place}`

/** Is there once anything of a file is kept. */
export const firstPieceOf = (drawId: string, name: FileName): string => partId(drawId, name, 0)

/** Bytes of a file whose length is known. @throws Error when a piece is missing */
const readPieces = async (
  { store }: Pick<Services, 'store'>,
  drawId: string,
  name: FileName,
  [offset, length]: readonly [number, number],
): Promise<Uint8Array> => {
  const first = Math.floor(offset / PART)
  const last = Math.floor((offset + length - 1) / PART)
  const ids = Array.from({ length: last - first + 1 }, (_, i) => partId(drawId, name, first + i))
  const docs = await reader(store).getMany(drawParts, ids)
  const bytes = Buffer.concat(docs.map((doc) => Buffer.from(doc?.bytes ?? '', 'base64')))
  const from = offset - first * PART
  if (bytes.length < from + length) throw new Error(`${drawId}/${name} ends before ${offset + length}`)
  return new Uint8Array(bytes.subarray(from, from + length))
}

/** The files as the verifier reads them, wherever they are. */
export const publishedOf = (services: Pick<Services, 'store'>, drawId: string): Published => {
  const sizes = async (): Promise<Readonly<Record<string, number>>> =>
    (await reader(services.store).get(lotteryDraws, drawId))?.files ?? {}
  const size: Published['size'] = async (name) => (await sizes())[nameKey(name)]
  return {
    size,
    read: async (name, offset, length) => {
      if (length === 0) return new Uint8Array()
      return readPieces(services, drawId, name, [offset, length])
    },
    text: async (name) => {
      const length = await size(name)
      if (length === undefined) return undefined
      return Buffer.from(await readPieces(services, drawId, name, [0, length])).toString('utf8')
    },
  }
}

/** `freeze.json` → `freeze_json`: a document’s fields have no dots. */
export const nameKey = (name: FileName): string => name.replace('.', '_').replace('-', '_')

/** Keeps a file of a folder. Pieces that are there already stay as they are: what is published does not change. */
export const keepFile = async (
  services: Needs,
  drawId: string,
  name: FileName,
  from: Pick<Published, 'size' | 'read'>,
): Promise<number> => {
  const size = (await from.size(name)) ?? 0
  for (let offset = 0; offset < size; offset += PART * AT_ONCE) {
    const pieces: { id: string; bytes: string }[] = []
    for (let at = offset; at < Math.min(size, offset + PART * AT_ONCE); at += PART) {
      const bytes = await from.read(name, at, Math.min(PART, size - at))
      pieces.push({ id: partId(drawId, name, at / PART), bytes: Buffer.from(bytes).toString('base64') })
    }
    await transact(services, async (tx) => {
      for (const { id, bytes } of pieces)
        if (!(await tx.get(drawParts, id))) tx.insert(drawParts, id, { v: 1, bytes })
    })
  }
  return size
}
