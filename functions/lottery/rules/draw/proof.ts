/** Shows that an entry stood in a list, at its place: the hashes beside its way to the root. 800 bytes for ten million entries. */
import { fromHex, isHex, toHex } from '../../../core/pure/bytes'
import { ENTRY_BYTES, isEntry } from './entry'
import { FILES, type Published } from './published'
import { BLOCK_BYTES, hashBlocks, HASH_BYTES, sha256 } from '../../../core/pure/sha256'
import { keptLevels, TILE_NODES } from './tiles'
import { commitmentOf, depthOf, emptyNode, levelUp, nodesAt, TILE_LEVELS } from './tree'

export interface InclusionProof {
  readonly index: number
  readonly count: number
  /** The entry's 64 bytes, hex: see entry.ts. */
  readonly entry: string
  /** From the leaf's neighbour up; as many as the count says. */
  readonly path: readonly string[]
}

/** Where the neighbours of one tile's nodes are put, from its lowest level up. */
const pathInTile = (nodes: Uint8Array, at: number, from: number, to: number): string[] => {
  const path: string[] = []
  let level = new Uint8Array((TILE_NODES + 1) * HASH_BYTES)
  let above = new Uint8Array((TILE_NODES + 1) * HASH_BYTES)
  level.set(nodes)
  let left = nodes.length / HASH_BYTES
  let place = at
  for (let height = from; height < to; height += 1) {
    const beside = place % 2 === 0 ? place + 1 : place - 1
    path.push(
      toHex(beside < left ? level.slice(beside * HASH_BYTES, (beside + 1) * HASH_BYTES) : emptyNode(height)),
    )
    left = levelUp(hashBlocks, { at: height, count: left, nodes: level }, above)
    ;[level, above] = [above, level]
    place = Math.floor(place / 2)
  }
  return path
}

/** The nodes of one level that share a tile with node `at`, and where `at` is among them. */
const tileRange = (at: number, nodes: number) => {
  const first = at - (at % TILE_NODES)
  return { first, many: Math.min(TILE_NODES, nodes - first), within: at - first }
}

/**
 * The proof of entry `index`, from the published files: reads a few kB.
 * @throws RangeError when there is no such entry
 */
export const proofOf = async (files: Published, index: number): Promise<InclusionProof> => {
  const count = Math.floor(((await files.size(FILES.entries)) ?? 0) / ENTRY_BYTES)
  if (!Number.isInteger(index) || index < 0 || index >= count) throw new RangeError(`no entry ${index}`)
  const depth = depthOf(count)
  const leaves = tileRange(index, count)
  const entries = await files.read(FILES.entries, leaves.first * ENTRY_BYTES, leaves.many * ENTRY_BYTES)
  const nodes = new Uint8Array(leaves.many * HASH_BYTES)
  hashBlocks(entries, nodes)
  const path = pathInTile(nodes, leaves.within, 0, Math.min(TILE_LEVELS, depth))
  for (const kept of keptLevels(count)) {
    const { first, many, within } = tileRange(Math.floor(index / 2 ** kept.level), kept.nodes)
    const tile = await files.read(FILES.tiles, kept.offset + first * HASH_BYTES, many * HASH_BYTES)
    path.push(...pathInTile(tile, within, kept.level, Math.min(kept.level + TILE_LEVELS, depth)))
  }
  const own = leaves.within * ENTRY_BYTES
  return { index, count, entry: toHex(entries.subarray(own, own + ENTRY_BYTES)), path }
}

/** Is it of the right shape for its own count: a place in the list, an entry, a path exactly as long as the tree is deep? */
export const isProof = (value: unknown): value is InclusionProof => {
  if (typeof value !== 'object' || value === null) return false
  const { index, count, entry, path } = value as Partial<Record<keyof InclusionProof, unknown>>
  return (
    Number.isSafeInteger(count) &&
    Number.isSafeInteger(index) &&
    Number(count) >= 1 &&
    Number(index) >= 0 &&
    Number(index) < Number(count) &&
    isHex(entry, ENTRY_BYTES) &&
    isEntry(fromHex(entry)) &&
    Array.isArray(path) &&
    path.length === depthOf(Number(count)) &&
    path.every((hash) => isHex(hash, HASH_BYTES))
  )
}

/** The root that the entry and its path lead to. */
const rootBy = ({ index, entry, path }: InclusionProof): Uint8Array => {
  let node = sha256(fromHex(entry))
  let place = index
  for (const hash of path) {
    const both = new Uint8Array(BLOCK_BYTES)
    both.set(node, place % 2 === 0 ? 0 : HASH_BYTES)
    both.set(fromHex(hash), place % 2 === 0 ? HASH_BYTES : 0)
    node = sha256(both)
    place = Math.floor(place / 2)
  }
  return node
}

/** Does it show that its entry stood at its index in the list of this commitment (hex)? Never throws, whatever it is given. */
export const isIncluded = (proof: unknown, commitment: string): boolean =>
  isProof(proof) && toHex(commitmentOf(proof.count, rootBy(proof))) === commitment

/**
 * The place of the entry with this id in a list that stands in the order of ids: about 24 reads of 64 bytes for ten million.
 * @returns undefined when it is not there
 */
export const indexOfEntry = async (files: Published, id: string): Promise<number | undefined> => {
  let [low, high] = [0, nodesAt(((await files.size(FILES.entries)) ?? 0) / ENTRY_BYTES, 0)]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const found = toHex((await files.read(FILES.entries, middle * ENTRY_BYTES, ENTRY_BYTES)).subarray(1, 17))
    if (found === id) return middle
    if (found < id) low = middle + 1
    else high = middle
  }
  return undefined
}
