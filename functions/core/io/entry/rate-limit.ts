/** Token buckets in memory, one an account or address, per instance: a guard against runaway clients, not a quota. */
import { MINUTE, type Instant } from '../../pure/time'

export interface RateLimit {
  /** Takes one token. @returns 0 when allowed, else the seconds to wait */
  take(who: string, now: Instant, share?: number): number
}

interface Bucket {
  tokens: number
  at: Instant
}

const MOST_BUCKETS = 50_000

/**
 * @param perMinute calls a minute that one caller may make, all at once too; `share` multiplies it (an address stands
 * for many people)
 * @example
 * const limit = createRateLimit(1200)
 * const wait = limit.take('account|ac_1', Date.now())
 */
export const createRateLimit = (perMinute: number): RateLimit => {
  // Two generations, so that forgetting the idle costs nothing: a bucket untouched for a minute is full again anyway.
  let young = new Map<string, Bucket>()
  let old = new Map<string, Bucket>()
  let turned = 0
  const turn = (now: Instant): void => {
    old = young
    young = new Map()
    turned = now
  }
  const bucketOf = (who: string, most: number, now: Instant): Bucket => {
    if (now - turned >= MINUTE || young.size >= MOST_BUCKETS) turn(now)
    const bucket = young.get(who) ?? old.get(who) ?? { tokens: most, at: now }
    young.set(who, bucket)
    return bucket
  }
  return {
    take: (who, now, share = 1) => {
      const most = perMinute * share
      const bucket = bucketOf(who, most, now)
      bucket.tokens = Math.min(most, bucket.tokens + (Math.max(0, now - bucket.at) * most) / MINUTE)
      bucket.at = now
      if (bucket.tokens < 1) return Math.max(1, Math.ceil(((1 - bucket.tokens) * 60) / most))
      bucket.tokens -= 1
      return 0
    },
  }
}
