/**
 * How long a number waits, as a range from the hall's own service times: half of those in its place wait up to the first figure, nine of
 * ten up to the second. "Unknown" rather than invented: too few times, no window, or a hall in which nothing moves.
 */
import { MINUTE, type Instant } from '../../core/pure/time'
import type { Ahead } from './ahead'
import type { Times } from './lines'

/** Below it nothing is said of a matter. */
export const FEWEST_SAMPLES = 5
/** So long without a window's doing anything, and nobody knows. */
export const STILL_MS = 10 * MINUTE

export interface Moment {
  /** What goes before, by matter. */
  readonly ahead: readonly Ahead[]
  readonly matter: string
  /** Windows that serve the matter: how many, and how many of them have nobody. */
  readonly windows: number
  readonly idle: number
  /** Who is still to come and will go before: bookings of its time, that have no number yet. */
  readonly coming: number
  /** Of all numbers of the day, the share of priority ones, which go before an ordinary one whenever they come. */
  readonly overtaking: number
  readonly workedAt: Instant
  readonly now: Instant
}

/** Of the wait: what no time at a window tells. */
const UNFORESEEN = 0.15

export type Estimate =
  | { readonly known: true; readonly from: number; readonly to: number }
  | { readonly known: false; readonly why: 'noWindow' | 'still' | 'fewTimes' }

const mean = (xs: readonly number[]): number => xs.reduce((sum, x) => sum + x, 0) / xs.length
const variance = (xs: readonly number[]): number => {
  const m = mean(xs)
  return xs.reduce((sum, x) => sum + (x - m) ** 2, 0) / Math.max(1, xs.length - 1)
}

/** Of the standard normal: the median, and nine of ten. */
const Z50 = 0
const Z90 = 1.2815515655446004

/** A quantile of the gamma distribution of that mean and shape (Wilson and Hilferty 1931). */
const gammaQuantile = (expected: number, shape: number, z: number): number =>
  expected * Math.max(0, 1 - 1 / (9 * shape) + z * Math.sqrt(1 / (9 * shape))) ** 3

/**
 * @returns minutes, rounded up; both 0 when a window is free and nobody goes before
 */
export const estimate = (times: Times, moment: Moment): Estimate => {
  const { ahead, matter, windows, idle, coming, overtaking, workedAt, now } = moment
  if (windows === 0) return { known: false, why: 'noWindow' }
  const before = ahead.reduce((sum, { count }) => sum + count, 0)
  if (before < 1 && idle > 0) return { known: true, from: 0, to: 1 }
  if (now - workedAt > STILL_MS) return { known: false, why: 'still' }
  const own = times[matter] ?? []
  if (own.length < FEWEST_SAMPLES) return { known: false, why: 'fewTimes' }
  // Whoever is at the windows now is served on: one more goes before, of the kind of all.
  let [expected, spread, fewest] = [0, 0, own.length]
  for (const { matter: other, count } of [...ahead, { matter, count: 1 + coming }]) {
    const known = times[other] ?? []
    const of = known.length < FEWEST_SAMPLES ? own : known
    expected += count * mean(of)
    spread += count * variance(of)
    fewest = Math.min(fewest, of.length)
  }
  const share = windows * (1 - Math.min(0.5, overtaking))
  expected /= share
  spread /= share ** 2
  if (expected <= 0) return { known: true, from: 1, to: 1 }
  // The mean itself is known from few times only; and windows have breaks, people do not come.
  const ofMean = (expected ** 2 * (variance(own) / Math.max(1, mean(own)) ** 2)) / fewest
  const unsure = spread + ofMean + (UNFORESEEN * expected) ** 2
  const shape = expected ** 2 / Math.max(unsure, (expected / 50) ** 2)
  const minutes = (z: number): number => Math.max(1, Math.ceil(gammaQuantile(expected, shape, z) / MINUTE))
  return { known: true, from: minutes(Z50), to: minutes(Z90) }
}
