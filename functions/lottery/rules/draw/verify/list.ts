/** The list of entries, read once from beginning to end: its form, its order, repeats, the root and the tiles. */
import { text } from '../../../../core/pure/text'
import { compareBytes, toHex } from '../../../../core/pure/bytes'
import type { Commitment } from '../documents'
import {
  compareIds,
  ENTRY_BYTES,
  entryAt,
  firstBitsOfId,
  firstBitsOfTicket,
  isEntry,
  type Entry,
} from '../entry'
import { FILES } from '../published'
import { HASH_BYTES } from '../../../../core/pure/sha256'
import { keptLevels, tilesBytes } from '../tiles'
import { CHUNK_ENTRIES, commitmentOf, treeBuilder } from '../tree'
import { checked, type Verifying } from './checks'

/** Calls `each` with pieces of the list, in order. */
export const readList = async (
  { files }: Pick<Verifying, 'files'>,
  count: number,
  each: (entries: Uint8Array, first: number) => void,
): Promise<void> => {
  for (let first = 0; first < count; first += CHUNK_ENTRIES) {
    const many = Math.min(CHUNK_ENTRIES, count - first)
    each(await files.read(FILES.entries, first * ENTRY_BYTES, many * ENTRY_BYTES), first)
  }
}

/** Keys that may be there twice: eight bytes an entry, instead of a set of all of them. */
const suspects = (keys: Float64Array): ReadonlySet<number> => {
  keys.sort()
  const found = new Set<number>()
  for (let at = 1; at < keys.length; at += 1) {
    const key = keys[at] ?? 0
    if (key === keys[at - 1]) found.add(key)
  }
  return found
}

interface Keyed {
  readonly keyOf: (entries: Uint8Array, at: number) => number
  readonly partOf: (entry: Entry) => string
}
const TICKETS: Keyed = { keyOf: firstBitsOfTicket, partOf: ({ ticket }) => ticket }
const IDS: Keyed = { keyOf: firstBitsOfId, partOf: ({ id }) => id }

/** How many entries repeat one before them. Two passes: what only begins alike is told apart in the second. */
const repeatsOf = async (verifying: Verifying, count: number, { keyOf, partOf }: Keyed): Promise<number> => {
  const keys = new Float64Array(count)
  const eachEntry = (each: (entries: Uint8Array, at: number, index: number) => void) =>
    readList(verifying, count, (entries, first) => {
      for (let at = 0; at < entries.length; at += ENTRY_BYTES) each(entries, at, first + at / ENTRY_BYTES)
    })
  await eachEntry((entries, at, index) => {
    keys[index] = keyOf(entries, at)
  })
  const suspected = suspects(keys)
  if (suspected.size === 0) return 0
  const seen = new Set<string>()
  let repeats = 0
  await eachEntry((entries, at) => {
    if (!suspected.has(keyOf(entries, at))) return
    const part = partOf(entryAt(entries, at))
    if (seen.has(part)) repeats += 1
    seen.add(part)
  })
  return repeats
}

interface Passed {
  readonly root: string
  readonly commitment: string
  readonly sameTiles: boolean
  /** Blocks that are no entry. */
  readonly foreign: number
  /** Entries whose id is not after the one before. */
  readonly disordered: number
}

const passOver = async (verifying: Verifying, count: number): Promise<Passed> => {
  const { files, hash } = verifying
  const rightSize = (await files.size(FILES.tiles)) === tilesBytes(count)
  const tiles = rightSize ? await files.read(FILES.tiles, 0, tilesBytes(count)) : new Uint8Array(0)
  const places = new Map(keptLevels(count).map(({ level, offset }) => [level, offset]))
  let sameTiles = rightSize
  const tree = treeBuilder(hash, (level, nodes) => {
    const from = places.get(level) ?? 0
    places.set(level, from + nodes.length)
    if (sameTiles) sameTiles = compareBytes(nodes, tiles.subarray(from, from + nodes.length)) === 0
  })
  let [foreign, disordered] = [0, 0]
  let before: Uint8Array | undefined
  await readList(verifying, count, (entries) => {
    tree.add(entries)
    for (let at = 0; at < entries.length; at += ENTRY_BYTES) {
      if (!isEntry(entries, at)) foreign += 1
      const inOrder =
        at > 0
          ? compareIds(entries, at - ENTRY_BYTES, entries, at) < 0
          : before === undefined || compareIds(before, 0, entries, 0) < 0
      if (!inOrder) disordered += 1
    }
    before = entries.slice(entries.length - ENTRY_BYTES)
  })
  const { root } = tree.finish()
  return {
    root: toHex(root.subarray(0, HASH_BYTES)),
    commitment: toHex(commitmentOf(count, root)),
    sameTiles,
    foreign,
    disordered,
  }
}

/**
 * Is the file of entries the list that was committed to?
 * @param order `ids`: a period's list; `arrival`: a day's, where ids come in any order
 * @returns false as soon as something about the list does not hold
 */
export const listChecked = async (
  verifying: Verifying,
  committed: Commitment,
  order: 'ids' | 'arrival',
): Promise<boolean> => {
  const bytes = await verifying.files.size(FILES.entries)
  const count = (bytes ?? 0) / ENTRY_BYTES
  const rightCount = checked(verifying, 'count', count === committed.count, {
    right: text(`名单有 ${count} 条`, `the list has ${count} entries`),
    wrong: text(
      `名单应有 ${committed.count} 条，文件是 ${bytes ?? 0} 字节（每条 ${ENTRY_BYTES} 字节）`,
      `the list should have ${committed.count} entries; its file has ${bytes ?? 0} bytes, ${ENTRY_BYTES} an entry`,
    ),
  })
  if (!Number.isInteger(count) || count === 0) return false
  const { root, commitment, sameTiles, foreign, disordered } = await passOver(verifying, count)
  const rightForm = checked(verifying, 'entries', foreign === 0, {
    right: text('每条记录格式正确', 'every entry has its form'),
    wrong: text(`${foreign} 条记录不是参与记录的格式`, `${foreign} blocks are no entries`),
  })
  const repeatedIds = order === 'arrival' ? await repeatsOf(verifying, count, IDS) : disordered
  const rightIds = checked(verifying, 'ids', repeatedIds === 0, {
    right:
      order === 'ids'
        ? text('名单按参与编号排列，编号不重复', 'entries stand in the order of their ids, none twice')
        : text('参与编号不重复', 'no id is there twice'),
    wrong: text(`${repeatedIds} 条记录重复或顺序不对`, `${repeatedIds} entries are repeated or out of order`),
  })
  const repeatedTickets = await repeatsOf(verifying, count, TICKETS)
  const rightTickets = checked(verifying, 'tickets', repeatedTickets === 0, {
    right: text('每张发票只参与一次', 'every invoice is there once'),
    wrong: text(`${repeatedTickets} 条记录的发票重复参与`, `${repeatedTickets} entries repeat an invoice`),
  })
  const rightRoot = checked(verifying, 'root', root === committed.root, {
    right: text(`名单的默克尔根是 ${root}`, `the list's root is ${root}`),
    wrong: text(
      `名单算出的根是 ${root}，公布的是 ${committed.root}`,
      `the list's root is ${root}, published was ${committed.root}`,
    ),
  })
  const rightCommitment = checked(verifying, 'commitment', commitment === committed.commitment, {
    right: text(`名单的承诺值是 ${commitment}`, `the list's commitment is ${commitment}`),
    wrong: text(
      `名单算出的承诺值是 ${commitment}，公布的是 ${committed.commitment}`,
      `the list's commitment is ${commitment}, published was ${committed.commitment}`,
    ),
  })
  const rightTiles = checked(verifying, 'tiles', sameTiles, {
    right: text('中间节点文件与名单一致', 'the file of tiles is the list’s'),
    wrong: text('中间节点文件与名单不一致', 'the file of tiles is not the list’s'),
  })
  return rightCount && rightForm && rightIds && rightTickets && rightRoot && rightCommitment && rightTiles
}
