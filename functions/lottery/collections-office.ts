/** What a campaign comes to, day by day: counted from its entries in the order in which they came, each once (work/office-count.ts). */
import { defineCollection } from '../core/io/store/collection'
import type { Day, Instant } from '../core/pure/time'

/** Sums over entries. */
export type EntrySums = {
  readonly entries: number
  /** Fen of those whose total is known. */
  readonly fen: number
  /** Entries whose total is not known. */
  readonly unknown: number
  /** Who entered this campaign for the first time. */
  readonly entrants: number
}

/** Id: `<campaign>.<day>`. */
export type LotteryDaySumsDoc = EntrySums & {
  readonly v: 1
  readonly campaign: string
  readonly day: Day
}

export const lotteryDaySums = defineCollection<LotteryDaySumsDoc>({
  name: 'lotteryDaySums',
  v: 1,
  indexes: { campaign: ['campaign', 'day'] },
  retention: { kind: 'forever', why: 'the books of a campaign' },
  personal: { none: 'sums of a day' },
})

/** How far the entries of a campaign are counted, and what they came to up to there. Id: the campaign’s. */
export type LotteryCountedDoc = EntrySums & {
  readonly v: 1
  /** Where to go on in the order of entering; null: at the beginning. */
  readonly after: string | null
  readonly at: Instant
}

export const lotteryCounted = defineCollection<LotteryCountedDoc>({
  name: 'lotteryCounted',
  v: 1,
  indexes: {},
  retention: { kind: 'forever', why: 'the books of a campaign' },
  personal: { none: 'sums of a campaign' },
})
