/** What can be won in a campaign: pools of money, instant draws with their odds, periodic draws with their numbers. */
import type { Dated } from '../../core/pure/law'
import type { Text } from '../../core/pure/text'
import type { Day, MinuteOfDay } from '../../core/pure/time'

/** What stands behind a figure. `unconfirmed`: 以主办单位最新公告为准, and screens say so. */
export interface Source {
  readonly basis: Text
  readonly unconfirmed: boolean
}

/** Money set aside for prizes. Rows of one key: what it holds from a day on. */
export interface Pool extends Dated, Source {
  readonly key: string
  readonly name: Text
  /** A single prize of central money is bounded by the national rules. */
  readonly money: 'central' | 'municipal'
  /** Fen, over the whole campaign. */
  readonly total: number
  /** Fen that one period of a draw may take; what is not taken stays in the pool. `null`: no bound. */
  readonly perPeriod: number | null
}

/** A prize of an instant draw: it is won by `share` of `outOf` entries. */
export interface OddsTier {
  readonly key: string
  readonly name: Text
  /** Fen. */
  readonly prize: number
  readonly share: number
}

/** What invoices of some amount may win: from `from` on, up to before `below`, in fen. `null`: no end. */
export interface Band {
  readonly from: number
  readonly below: number | null
  readonly tiers: readonly OddsTier[]
}

interface DrawOf extends Dated, Source {
  readonly key: string
  readonly name: Text
  /** Key of the pool that pays. */
  readonly pool: string
}

/** Drawn at once, when an invoice is entered. */
export interface InstantDraw extends DrawOf {
  readonly kind: 'instant'
  /** What shares are of. */
  readonly outOf: number
  readonly bands: readonly Band[]
}

/** A prize of a periodic draw. */
export interface CountTier {
  readonly key: string
  readonly name: Text
  /** Fen. */
  readonly prize: number
  /** How many in a draw; `null`: as many as the rest of the period's money pays. */
  readonly count: number | null
}

/** Weeks run from one weekday (ISO 8601: 1 Monday … 7 Sunday) to the next; a fortnight ends on `last` and every 14 days from it. */
export type Schedule =
  | { readonly every: 'day' }
  | { readonly every: 'week'; readonly last: 1 | 2 | 3 | 4 | 5 | 6 | 7 }
  | { readonly every: 'fortnight'; readonly last: Day }
  | { readonly every: 'month' }
  | { readonly every: 'campaign' }

/** Days and a time after the last day of a period. */
export interface After {
  readonly days: number
  readonly at: MinuteOfDay
}

/** Drawn together, of what was entered in a period. */
export interface PeriodicDraw extends DrawOf {
  readonly kind: 'periodic'
  readonly schedule: Schedule
  /** Minute of a period's last day at which its list is frozen; entries from then on are of the next one. */
  readonly freezeAt: MinuteOfDay
  readonly draw: After
  readonly publish: After
  /** Draw and publication on a day off move to the next working day. */
  readonly onWorkingDays: boolean
  /** `losers`: what won nothing in the instant draw. */
  readonly takes: 'all' | 'losers'
  /** In the order in which they are drawn. */
  readonly tiers: readonly CountTier[]
}

export type Draw = InstantDraw | PeriodicDraw
