/**
 * Winners without replacement: a Fisher–Yates shuffle of the indices 0 … count − 1, as far as it is needed. Step j takes the index at
 * place j + below(count − j) and puts the one of place j there. The first places of the first tier come first, then the next tier's,
 * then the replacements: one sequence, so that every entry can win once, and who replaces whom was settled by the same draw.
 */
import { streamOf, type Stream } from './stream'

export interface Tier {
  /** Stable within the campaign: `first`, `lucky`. */
  readonly tier: string
  /** How many are drawn. */
  readonly places: number
  /** Fen, each. */
  readonly prize: number
}

export interface Drawn {
  /** In the order of the rules' tiers; `winners` are indices in the list, in the order drawn: fewer when entries ran out. */
  readonly tiers: readonly { readonly tier: string; readonly winners: readonly number[] }[]
  /** Indices, in the order in which they step in. */
  readonly replacements: readonly number[]
}

/** The sequence of the shuffle, index after index. Only places that were touched are kept in memory. */
export const shuffleOf = (stream: Pick<Stream, 'below'>, count: number): (() => number | undefined) => {
  const moved = new Map<number, number>()
  let step = 0
  return () => {
    if (step >= count) return undefined
    const place = step + stream.below(count - step)
    const taken = moved.get(place) ?? place
    if (place !== step) moved.set(place, moved.get(step) ?? step)
    moved.delete(step)
    step += 1
    return taken
  }
}

const take = (many: number, next: () => number | undefined): number[] => {
  const taken: number[] = []
  while (taken.length < many) {
    const index = next()
    if (index === undefined) break
    taken.push(index)
  }
  return taken
}

export interface DrawOf {
  readonly seed: Uint8Array
  readonly count: number
  readonly tiers: readonly Pick<Tier, 'tier' | 'places'>[]
  readonly replacements: number
}

/** The whole draw. The same for the same seed, count and rules, whoever reckons it; memory goes with what is drawn. */
export const winnersOf = ({ seed, count, tiers, replacements }: DrawOf): Drawn => {
  const next = shuffleOf(streamOf(seed), count)
  return {
    tiers: tiers.map(({ tier, places }) => ({ tier, winners: take(places, next) })),
    replacements: take(replacements, next),
  }
}

/** Who stands at a place once losses were decided; `undefined`: nobody was left to step in. */
export interface Standing {
  readonly tier: string
  /** From 0, in the order drawn. */
  readonly place: number
  readonly index: number | undefined
}

/**
 * Who holds which place after second verification: each loss, in the order in which they were decided, is replaced by the next
 * replacement that has not lost itself. A later loss never moves who stepped in before.
 * @param losses indices, each decided once
 */
export const standingsAfter = ({ tiers, replacements }: Drawn, losses: readonly number[]): Standing[] => {
  const standings: { tier: string; place: number; index: number | undefined }[] = tiers.flatMap(
    ({ tier, winners }) => winners.map((index, place) => ({ tier, place, index })),
  )
  const holders = new Map<number | undefined, (typeof standings)[number]>(
    standings.map((standing) => [standing.index, standing]),
  )
  const lost = new Set<number>()
  let used = 0
  for (const loss of losses) {
    lost.add(loss)
    const standing = holders.get(loss)
    if (!standing) continue
    holders.delete(loss)
    while (used < replacements.length && lost.has(replacements[used] ?? -1)) used += 1
    standing.index = replacements[used]
    used += 1
    if (standing.index !== undefined) holders.set(standing.index, standing)
  }
  return standings
}
