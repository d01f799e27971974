/**
 * A ballot for the seats of a scarce day, as anybody recomputes it. Before it: the commitment to a seed is published. When it closes: the
 * entries, and their digest. After it: the seed. The order of a slot's line is its entries by SHA-256(seed | slot | entry); so nobody's
 * place hangs on who else entered, but that others stand before or behind.
 *
 * All texts are ASCII; hashes are lower-case hex.
 */
import { isHex, toHex } from '../../core/pure/bytes'
import { sha256 } from '../../core/pure/sha256'
import { utf8Bytes } from '../../core/pure/utf8'

const hashOf = (...parts: readonly string[]): string =>
  toHex(sha256(utf8Bytes(['shuibang.waitlist.ballot.1', ...parts].join('|'))))

export const SEED_BYTES = 32

/** Published when the ballot is announced. @param seed 64 hex digits */
export const commitmentOf = (seed: string): string => hashOf('commitment', seed)

/** The entries of one slot, in the order of their ids. */
export interface SlotEntries {
  /** The slot's id. */
  readonly slot: string
  readonly entries: readonly string[]
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

/** Published when the ballot has closed, before the seed is. */
export const digestOf = (lists: readonly SlotEntries[]): string =>
  hashOf(
    'entries',
    ...[...lists]
      .sort((a, b) => inOrder(a.slot, b.slot))
      .map(({ slot, entries }) => hashOf('slot', slot, ...[...entries].sort(inOrder))),
  )

/** The line: first in line first. */
export const drawnOrder = (seed: string, { slot, entries }: SlotEntries): readonly string[] =>
  entries
    .map((entry) => ({ entry, key: hashOf('entry', seed, slot, entry) }))
    .sort((a, b) => inOrder(a.key, b.key) || inOrder(a.entry, b.entry))
    .map(({ entry }) => entry)

/** What is published of a ballot, once it is drawn. */
export interface PublishedBallot {
  readonly commitment: string
  readonly digest: string
  readonly seed: string
  readonly lists: readonly SlotEntries[]
}

export type BallotFault =
  /** The seed is not what was committed to before. */
  | 'seed'
  /** The entries are not those that were published before the seed. */
  | 'entries'
  /** An entry stands twice. */
  | 'twice'
  /** The person's place is another. */
  | 'place'

/**
 * What does not hold, empty when all does.
 * @param mine what one was told: the entry, its slot, and the place that the ballot gave
 */
export const ballotFaults = (
  { commitment, digest, seed, lists }: PublishedBallot,
  mine?: { readonly slot: string; readonly entry: string; readonly place: number },
): readonly BallotFault[] => {
  const faults: BallotFault[] = []
  if (!isHex(seed, SEED_BYTES) || commitmentOf(seed) !== commitment) faults.push('seed')
  if (digestOf(lists) !== digest) faults.push('entries')
  if (lists.some(({ entries }) => new Set(entries).size !== entries.length)) faults.push('twice')
  if (mine) {
    const list = lists.find(({ slot }) => slot === mine.slot)
    const order = list ? drawnOrder(seed, list) : []
    if (order[mine.place - 1] !== mine.entry) faults.push('place')
  }
  return faults
}
