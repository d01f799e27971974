/** Entries by the million, the same for the same seed: a key stream cut into blocks. Their ids come in no order. */
import { createCipheriv, createHash } from 'node:crypto'
import { ENTRY_BYTES } from '../../../functions/lottery/rules/draw/entry'

const PIECE = 2 ** 14

/** Pieces of whole entries; each is used again for the next. */
export function* entryPieces(count: number, seed: string): Generator<Uint8Array> {
  const key = createHash('sha256').update(seed).digest()
  const stream = createCipheriv('aes-256-ctr', key, Buffer.alloc(16))
  const zeros = Buffer.alloc(PIECE * ENTRY_BYTES)
  for (let made = 0; made < count; made += PIECE) {
    const many = Math.min(PIECE, count - made)
    const piece = stream.update(zeros.subarray(0, many * ENTRY_BYTES))
    for (let at = 0; at < piece.length; at += ENTRY_BYTES) piece[at] = 0
    yield piece
  }
}

/** As one piece. */
export const someEntries = (count: number, seed = 'entries'): Uint8Array =>
  Uint8Array.from(Buffer.concat([...entryPieces(count, seed)]))
