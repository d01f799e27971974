/** A seeded source of randomness (mulberry32): the same seed gives the same run. */
export interface Random {
  /** A number in [0, 1). */
  next(): number
  /** A whole number in [from, to]. */
  int(from: number, to: number): number
  pick<T>(of: readonly T[]): T
  chance(share: number): boolean
}

export const seededRandom = (seed: number): Random => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    int,
    pick: (of) => {
      if (of.length === 0) throw new RangeError('pick from an empty list')
      return of[int(0, of.length - 1)] as (typeof of)[number]
    },
    chance: (share) => next() < share,
  }
}
