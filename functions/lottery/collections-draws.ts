/** Documents of draws: what is published of them names nobody. */
import { defineCollection } from '../core/io/store/collection'
import type { Instant } from '../core/pure/time'

/** `opening`: a day of instant draws whose opening is being published. `open`: entries join it. */
export type DrawState = 'opening' | 'open' | 'freezing' | 'empty' | 'frozen' | 'drawn' | 'published'

/** Of a day of instant draws: what was settled when it was opened. */
export type OfDay = {
  /** Place of the band in the draw's rules, from 0. */
  readonly band: number
  readonly openedAt: Instant
  /** Sealed under the deployment's own key, until the day is over. */
  readonly seed: string
  /** Fen that it had at its opening. */
  readonly fen: number
}

/**
 * The draw of a period, or a day of instant draws of one band of amounts. Id: `<campaign>.<period>`. Its first entry makes it, and every later one checks in its commit that it is the same
 * still: the commit that closes it lets nobody in any more.
 */
export type DrawDoc = {
  readonly v: 1
  readonly campaign: string
  readonly kind: 'periodic' | 'instant'
  /** Key of one of the campaign's draws. */
  readonly draw: string
  readonly period: string
  readonly from: Instant
  readonly to: Instant
  readonly state: DrawState
  /** Fixed when it began to freeze, or to close: what is cut off goes on to the same commitment. */
  readonly frozenAt: Instant
  /** 0: a day of instant draws, which waits for none. */
  readonly round: number
  readonly rulesHash: string
  readonly tiers: readonly { readonly tier: string; readonly places: number; readonly prize: number }[]
  /** Fen set aside in the pool. */
  readonly fen: number
  readonly count: number
  readonly exclusions: readonly { readonly reason: string; readonly entries: number }[]
  /** Published files: how long each is. */
  readonly files: { readonly [name: string]: number }
  /** Prizes that were written. */
  readonly prizes: number
  /** Null: a periodic draw. */
  readonly day: OfDay | null
  readonly changedAt: Instant
}

export const lotteryDraws = defineCollection<DrawDoc>({
  name: 'lotteryDraws',
  v: 1,
  indexes: { campaign: ['campaign', 'kind', 'from'], state: ['state', 'from'] },
  retention: { kind: 'forever', why: 'what was drawn can be verified for ever' },
  personal: { none: 'counts and commitments' },
})

/** What a day of instant draws still has, changed by the commits of its wins alone. Id: the draw's. */
export type DayLeftDoc = {
  readonly v: 1
  readonly places: readonly (number | null)[]
  /** Fen. */
  readonly pool: number
  readonly wins: number
  /** Of the last win: the next hit is later, so that the list of the day stands in the order in which hits were paid. */
  readonly lastAt: Instant
}

export const lotteryDays = defineCollection<DayLeftDoc>({
  name: 'lotteryDays',
  v: 1,
  indexes: {},
  retention: { kind: 'forever', why: 'what was drawn can be verified for ever' },
  personal: { none: 'sums of money' },
})

/** A piece of a published file. Id: `<draw>.<file>.<place>`. */
export type DrawPartDoc = { readonly v: 1; readonly bytes: string }

export const drawParts = defineCollection<DrawPartDoc>({
  name: 'drawParts',
  v: 1,
  indexes: {},
  retention: { kind: 'forever', why: 'what was drawn can be verified for ever' },
  personal: { none: 'public lists that name nobody' },
})
