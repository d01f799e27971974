/**
 * Where nodes are in the file of tiles: levels 5, 10, … below the root, one after the other, each with the nodes that have an
 * entry under them, 32 bytes a node. A path reads 32 entries and 32 nodes of each kept level: 6 kB for ten million entries.
 */
import { HASH_BYTES } from '../../../core/pure/sha256'
import { depthOf, nodesAt, TILE_LEVELS } from './tree'

/** Entries or nodes read at once. */
export const TILE_NODES = 2 ** TILE_LEVELS

export interface KeptLevel {
  readonly level: number
  readonly nodes: number
  /** Where its first node begins, in bytes. */
  readonly offset: number
}

/** From the lowest up; none when the tree has five levels or fewer. */
export const keptLevels = (count: number): readonly KeptLevel[] => {
  const kept: KeptLevel[] = []
  let offset = 0
  for (let level = TILE_LEVELS; level < depthOf(count); level += TILE_LEVELS) {
    const nodes = nodesAt(count, level)
    kept.push({ level, nodes, offset })
    offset += nodes * HASH_BYTES
  }
  return kept
}

export const tilesBytes = (count: number): number =>
  keptLevels(count).reduce((sum, { nodes }) => sum + nodes * HASH_BYTES, 0)
