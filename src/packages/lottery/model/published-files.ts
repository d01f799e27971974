/** The published files of a draw, fetched in pieces and read as the verification reads a folder. */
import { base64Bytes } from '../../../../functions/core/pure/base64'
import { utf8Text } from '../../../../functions/core/pure/utf8'
import { type FILES, type FileName, type Published } from '../../../../functions/lottery/rules/draw/published'
import type { Input, Output } from '../../../client/api'
import type { DrawRow } from './answers'

type Piece = Input<'lottery', 'file'>
type Name = Piece['name']
export type FetchPiece = (piece: Piece) => Promise<Output<'lottery', 'file'>>

/** As much as one answer brings. */
export const PIECE = 65_536
/** More is not for a phone: a list of 262 144 entries. The stand-alone verifier has no such bound. */
export const MOST_BYTES = 16 * 1024 * 1024

const NAMES: readonly Name[] = [
  'freeze.json',
  'entries.bin',
  'tiles.bin',
  'beacon.json',
  'result.json',
  'day-opening.json',
  'day-closing.json',
]
const isName = (name: string): name is Name => NAMES.some((one) => one === name)

/** @throws Error when an answer is not what it says */
const fetchWhole = async (
  fetchPiece: FetchPiece,
  { id, name, size }: { readonly id: string; readonly name: Name; readonly size: number },
  tell: (bytes: number) => void,
): Promise<Uint8Array> => {
  const whole = new Uint8Array(size)
  for (let offset = 0; offset < size;) {
    const length = Math.min(PIECE, size - offset)
    const { bytes } = await fetchPiece({ id, name, offset, length })
    const piece = base64Bytes(bytes)
    if (!piece || piece.length !== length) throw new Error(`${name} came broken`)
    whole.set(piece, offset)
    offset += length
    tell(length)
  }
  return whole
}

export const bytesOf = ({ files }: Pick<DrawRow, 'files'>): number =>
  files.reduce((sum, { size }) => sum + size, 0)

/**
 * Each file is fetched once, when it is first asked for.
 * @param tell how many bytes have come so far
 */
export const publishedFiles = (
  { id, files }: Pick<DrawRow, 'id' | 'files'>,
  fetchPiece: FetchPiece,
  tell: (bytes: number) => void = () => undefined,
): Published => {
  const kept = new Map<Name, Promise<Uint8Array>>()
  let come = 0
  const sizeOf = (name: FileName): number | undefined => files.find((file) => file.name === name)?.size
  const whole = (name: FileName): Promise<Uint8Array> => {
    const size = sizeOf(name)
    if (size === undefined || !isName(name)) return Promise.reject(new Error(`there is no ${name}`))
    const found =
      kept.get(name) ??
      fetchWhole(fetchPiece, { id, name, size }, (more) => {
        come += more
        tell(come)
      })
    kept.set(name, found)
    return found
  }
  return {
    size: (name) => Promise.resolve(sizeOf(name)),
    read: async (name, offset, length) => {
      const bytes = await whole(name)
      if (offset + length > bytes.length) throw new Error(`${name} does not reach so far`)
      return bytes.slice(offset, offset + length)
    },
    text: async (name) => (sizeOf(name) === undefined ? undefined : utf8Text(await whole(name))),
  }
}

/** One document alone: what the page shows of a draw before anybody verifies it. */
export const fetchDocument = async (
  draw: Pick<DrawRow, 'id' | 'files'>,
  name: (typeof FILES)['freeze' | 'result' | 'dayOpening' | 'dayClosing'],
  fetchPiece: FetchPiece,
): Promise<string | undefined> => publishedFiles(draw, fetchPiece).text(name)
