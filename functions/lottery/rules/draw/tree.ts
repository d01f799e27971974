/**
 * The Merkle tree over a list of entries. Leaf: SHA-256(0x00 ‖ entry). Inner node: SHA-256(left ‖ right). The depth is
 * ⌈log₂ count⌉; places past the last entry hold the empty leaf, SHA-256(its domain), so that every entry's path has exactly that
 * many steps. Whole levels are hashed at once, in chunks, so that memory does not grow with the list.
 *
 * Leaves and inner nodes are both hashes of 64 bytes. What tells them apart is their height: the commitment binds the count, the
 * count fixes the depth, and a path of any other length is refused. So two lists with one commitment have the same count; going
 * down from the root, level by level, equal hashes have equal messages (or SHA-256 is broken); hence the lists are equal.
 */
import { eightBytes } from '../../../core/pure/bytes'
import { hashIn } from './domains'
import { ENTRY_BYTES } from './entry'
import { BLOCK_BYTES, HASH_BYTES, sha256, type HashBlocks } from '../../../core/pure/sha256'

/** Steps from a leaf to the root. */
export const depthOf = (count: number): number => {
  let depth = 0
  for (let places = 1; places < count; places *= 2) depth += 1
  return depth
}

/** How many nodes of a level have an entry under them; the others are empty nodes. Level 0: leaves. */
export const nodesAt = (count: number, level: number): number => Math.ceil(count / 2 ** level)

/** Each empty node is the parent of two of the level below. */
const EMPTY: Uint8Array[] = [hashIn('empty')]
export const emptyNode = (level: number): Uint8Array => {
  for (let below = EMPTY.length - 1; below < level; below += 1) {
    const child = EMPTY[below] ?? new Uint8Array(HASH_BYTES)
    const both = new Uint8Array(BLOCK_BYTES)
    both.set(child)
    both.set(child, HASH_BYTES)
    EMPTY.push(sha256(both))
  }
  return EMPTY[level] ?? new Uint8Array(HASH_BYTES)
}

/** SHA-256(domain ‖ count ‖ root): what is published of a list. The count has eight bytes, most significant first. */
export const commitmentOf = (count: number, root: Uint8Array): Uint8Array =>
  hashIn('commitment', eightBytes(count), root)

/**
 * The level above the `count` nodes that begin `nodes`; an odd last node meets the empty one.
 * @param nodes has room for one node more
 * @param above gets them at its beginning; another buffer
 * @returns how many there are
 */
export const levelUp = (
  hash: HashBlocks,
  level: { readonly at: number; readonly count: number; readonly nodes: Uint8Array },
  above: Uint8Array,
): number => {
  const { at, count, nodes } = level
  if (count % 2 === 1) nodes.set(emptyNode(at), count * HASH_BYTES)
  const parents = Math.ceil(count / 2)
  hash(nodes.subarray(0, parents * BLOCK_BYTES), above.subarray(0, parents * HASH_BYTES))
  return parents
}

/** Two buffers in turn: a level, and the one above it. */
const climber = (hash: HashBlocks, room: number) => {
  let nodes = new Uint8Array((room + 1) * HASH_BYTES)
  let spare = new Uint8Array((room + 1) * HASH_BYTES)
  return {
    /** Where the level below the first is written. */
    bottom: () => nodes,
    up: (at: number, count: number): number => {
      const above = levelUp(hash, { at, count, nodes }, spare)
      ;[nodes, spare] = [spare, nodes]
      return above
    },
    /** The first nodes of the level that was reached. */
    top: (count: number): Uint8Array => nodes.subarray(0, count * HASH_BYTES),
  }
}

/** Every fifth level is kept, so that a path is found with a few reads of 1 kB: see tiles.ts. */
export const TILE_LEVELS = 5
/** 2 MB of entries at a time. */
const CHUNK_LEVELS = 15
export const CHUNK_ENTRIES = 2 ** CHUNK_LEVELS

export interface TreeBuilder {
  /** Any number of whole entries, in the list's order. Cheapest by `CHUNK_ENTRIES`: then nothing is copied. */
  add(entries: Uint8Array): void
  /** @throws RangeError when there are no entries */
  finish(): { readonly count: number; readonly root: Uint8Array }
}

/** @param keep gets nodes of every fifth level below the root, each level's in order */
export const treeBuilder = (
  hash: HashBlocks,
  keep: (level: number, nodes: Uint8Array) => void = () => undefined,
): TreeBuilder => {
  const levels = climber(hash, CHUNK_ENTRIES)
  const waiting = new Uint8Array(CHUNK_ENTRIES * ENTRY_BYTES)
  let waits = 0
  let count = 0
  /** The root of each chunk: 32 bytes for 2 MB. */
  const tops: Uint8Array[] = []

  /** Climbs from `from` to `to`, keeping each fifth level on the way. @returns the node reached: entries had been hashed before */
  const climb = (on: ReturnType<typeof climber>, nodes: number, from: number, to: number): Uint8Array => {
    let left = nodes
    for (let level = from; level < to; level += 1) {
      if (level > 0 && level % TILE_LEVELS === 0) keep(level, on.top(left))
      left = on.up(level, left)
    }
    return on.top(1).slice()
  }
  const hashChunk = (entries: Uint8Array, top: number): Uint8Array => {
    const leaves = entries.length / ENTRY_BYTES
    count += leaves
    hash(entries, levels.bottom().subarray(0, leaves * HASH_BYTES))
    return climb(levels, leaves, 0, top)
  }

  return {
    add: (entries) => {
      if (entries.length % ENTRY_BYTES !== 0) throw new RangeError('entries come whole')
      let from = 0
      while (from < entries.length) {
        if (waits === 0 && entries.length - from >= waiting.length) {
          tops.push(hashChunk(entries.subarray(from, from + waiting.length), CHUNK_LEVELS))
          from += waiting.length
          continue
        }
        const taken = Math.min(waiting.length - waits, entries.length - from)
        waiting.set(entries.subarray(from, from + taken), waits)
        waits += taken
        from += taken
        if (waits < waiting.length) continue
        tops.push(hashChunk(waiting, CHUNK_LEVELS))
        waits = 0
      }
    },
    finish: () => {
      const last = waiting.subarray(0, waits)
      if (tops.length === 0) {
        if (waits === 0) throw new RangeError('a list has an entry at least')
        const root = hashChunk(last, depthOf(waits / ENTRY_BYTES))
        return { count, root }
      }
      if (waits > 0) tops.push(hashChunk(last, CHUNK_LEVELS))
      const upper = climber(hash, tops.length)
      tops.forEach((node, at) => upper.bottom().set(node, at * HASH_BYTES))
      return { count, root: climb(upper, tops.length, CHUNK_LEVELS, depthOf(count)) }
    },
  }
}
