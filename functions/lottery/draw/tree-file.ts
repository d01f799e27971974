/** Hashes the file of entries into its tree: the file of tiles, the root and the commitment. Reads ahead while it hashes. */
import { open, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { toHex } from '../../core/pure/bytes'
import type { Commitment } from '../rules/draw/documents'
import { ENTRY_BYTES } from '../rules/draw/entry'
import { FILES } from '../rules/draw/published'
import type { HashBlocks } from '../../core/pure/sha256'
import { keptLevels } from '../rules/draw/tiles'
import { CHUNK_ENTRIES, commitmentOf, treeBuilder } from '../rules/draw/tree'
import { readExactly, writeAll, writeWhole } from './folder'

const CHUNK_BYTES = CHUNK_ENTRIES * ENTRY_BYTES

/** Calls `each` with chunks of the file in order, reading the next while it works. */
const eachChunk = async (
  handle: FileHandle,
  size: number,
  each: (chunk: Uint8Array) => Promise<void>,
): Promise<void> => {
  const buffers = [new Uint8Array(CHUNK_BYTES), new Uint8Array(CHUNK_BYTES)]
  const read = async (number: number): Promise<Uint8Array> => {
    const offset = number * CHUNK_BYTES
    const chunk = (buffers[number % 2] ?? new Uint8Array(CHUNK_BYTES)).subarray(
      0,
      Math.min(CHUNK_BYTES, size - offset),
    )
    await readExactly(handle, chunk, { offset, length: chunk.length })
    return chunk
  }
  const chunks = Math.ceil(size / CHUNK_BYTES)
  let next = read(0)
  for (let number = 0; number < chunks; number += 1) {
    const chunk = await next
    if (number + 1 < chunks) next = read(number + 1)
    await each(chunk)
  }
}

/**
 * Writes `tiles.bin` beside `entries.bin`.
 * @throws RangeError when the file holds no whole entries
 */
export const hashList = async (folder: string, hash: HashBlocks): Promise<Commitment> => {
  const entries = await open(path.join(folder, FILES.entries))
  try {
    const { size } = await entries.stat()
    if (size === 0 || size % ENTRY_BYTES !== 0)
      throw new RangeError(`${FILES.entries} does not hold whole entries`)
    const places = new Map(keptLevels(size / ENTRY_BYTES).map(({ level, offset }) => [level, offset]))
    let done: Commitment | undefined
    await writeWhole(folder, FILES.tiles, async (tiles) => {
      /** Copied: the builder uses its buffers again before they are written. */
      const kept: { readonly nodes: Uint8Array; readonly at: number }[] = []
      const tree = treeBuilder(hash, (level, nodes) => {
        const at = places.get(level) ?? 0
        places.set(level, at + nodes.length)
        kept.push({ nodes: nodes.slice(), at })
      })
      const writeKept = async (): Promise<void> => {
        for (const { nodes, at } of kept.splice(0)) await writeAll(tiles, nodes, at)
      }
      await eachChunk(entries, size, async (chunk) => {
        tree.add(chunk)
        await writeKept()
      })
      const { count, root } = tree.finish()
      await writeKept()
      done = { count, root: toHex(root), commitment: toHex(commitmentOf(count, root)) }
    })
    if (!done) throw new Error('the tree was not finished')
    return done
  } finally {
    await entries.close()
  }
}
