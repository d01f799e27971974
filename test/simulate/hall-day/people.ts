/** Who comes to a hall on one day, and how they behave: drawn from a seed. */
import type { Random } from '../../harness/fuzz/random'

export interface Visitor {
  readonly name: string
  readonly matter: string
  readonly priority: boolean
  /** Booked the start of a slot; walks in otherwise. */
  readonly start: number | undefined
  /** Milliseconds after midnight at which they stand at the door; `undefined`: they never come. */
  readonly comes: number | undefined
  readonly cancels: boolean
  /** Does not hear the first call; the second either. */
  readonly deaf: 0 | 1 | 2
  /** Gives up after so many milliseconds. */
  readonly patience: number
  /** Milliseconds at the window. */
  readonly takes: number
  /** Asks for another matter once served. */
  readonly then: string | undefined
}

const MINUTE = 60_000
/** Minutes that matters take, on average. */
export const MATTERS: Readonly<Record<string, number>> = { SB02: 3, SB03: 4, FP02: 2, DJ01: 6, ZM01: 3 }
const CODES = Object.keys(MATTERS)

/** Gamma-like: a sum of three exponentials, so that few take very long. */
const timeOf = (random: Random, minutes: number): number =>
  Math.max(
    20_000,
    Math.round(((minutes * MINUTE) / 3) * [1, 2, 3].reduce((sum) => sum - Math.log(1 - random.next()), 0)),
  )

/** Walk-ins come in two waves, at ten and at two. */
const walksInAt = (random: Random, closes: number): number => {
  const middle = random.chance(0.55) ? 600 : 850
  const spread = (random.next() + random.next() + random.next() - 1.5) * 120
  return Math.min(closes - 30, Math.max(540, middle + spread)) * MINUTE
}

export interface Plan {
  readonly people: number
  readonly starts: readonly number[]
  readonly closes: number
}

export const visitorsOf = (random: Random, { people, starts, closes }: Plan): Visitor[] =>
  Array.from({ length: people }, (_, i) => {
    const booked = random.chance(0.6)
    const start = booked ? random.pick(starts) : undefined
    const matter = random.pick(CODES)
    const absent = booked && random.chance(0.12)
    const cancels = absent && random.chance(0.3)
    // Most come a little early; some too early, some too late.
    const offset = random.chance(0.05) ? random.int(31, 50) : random.int(-22, 20)
    const comes = start === undefined ? walksInAt(random, closes) : (start + offset) * MINUTE
    const deaf = random.chance(0.05) ? (random.chance(0.4) ? 2 : 1) : 0
    return {
      name: `来人${i}`,
      matter,
      priority: random.chance(0.08),
      start,
      comes: absent ? undefined : comes + random.int(0, MINUTE - 1),
      cancels,
      deaf,
      patience: random.chance(0.04) ? random.int(5, 40) * MINUTE : Infinity,
      takes: timeOf(random, MATTERS[matter] ?? 3),
      then: random.chance(0.04) ? random.pick(CODES.filter((code) => code !== matter)) : undefined,
    }
  })
