/** Documents of `deadlines`: what a taxpayer files and has filed, who is reminded, subscribed calendars, and the day's walks. */
import { defineCollection, type CollectionSpec } from '../core/io/store/collection'
import type { Language } from '../core/pure/errors'
import { text } from '../core/pure/text'
import type { Day, Instant } from '../core/pure/time'
import type { TaxpayerKind } from '../core/pure/taxpayer-kinds'
import type { Period, Tax } from './data/taxpayers'
import type { Offset } from './rules/plan'

/** Somebody who is to be reminded, and how many days before. */
export type Watcher = { readonly accountId: string; readonly offsets: readonly Offset[] }

/** A deadline that was met. `online`: by a filing that we know of; `person`: somebody said so. */
export type FiledMark = { readonly id: string; readonly at: Instant; readonly by: 'person' | 'online' }

/** One taxpayer, in one document: that something was filed and that somebody is reminded of it cannot pass each other. */
export type ProfileDoc = {
  readonly v: 1
  /** Whose taxpayer it is. */
  readonly accountId: string
  /** `null`: the account's own self, while it has added no person. */
  readonly taxpayerId: string | null
  readonly kind: TaxpayerKind
  readonly taxes: readonly Tax[]
  readonly periods: Readonly<Partial<Record<Tax, Period>>>
  /** False until somebody said what the taxpayer is. */
  readonly chosen: boolean
  readonly watchers: readonly Watcher[]
  readonly filed: readonly FiledMark[]
  /** Made of the above by `planOf`: empty where nobody is to be reminded. */
  readonly plan: string
  /** Two hexadecimal digits of the id's hash: a plan is walked in ranges of them. */
  readonly spread: string
  readonly changedAt: Instant
}

/** Id: the taxpayer's, or the account's own. */
export const profiles = defineCollection<ProfileDoc>({
  name: 'deadlineProfiles',
  v: 1,
  indexes: { account: ['accountId'], plan: ['plan', 'spread'] },
  retention: {
    kind: 'forever',
    why: 'while its owner acts for the taxpayer; removed by erasure, when it was unbound, or when a reminder finds nobody there',
  },
  personal: {
    by: [{ index: 'account', names: 'account' }],
    beside: {
      id: 'the taxpayer, or the account itself: found by its owner',
      taxpayerId: 'a taxpayer of the owner',
      watchers: 'agents who wanted to be reminded: dropped when they act for the taxpayer no more',
    },
    export: {
      what: text(
        '申报期限：纳税人情况和已申报标记',
        'Filing deadlines: what your taxpayers file and have filed',
      ),
      show: ({ doc: { taxpayerId, kind, taxes, periods, filed, watchers, accountId } }) => ({
        taxpayerId,
        kind,
        taxes,
        periods,
        filed,
        reminders: watchers.find((one) => one.accountId === accountId)?.offsets ?? [],
      }),
    },
    erase: 'remove',
  },
})

export type FeedDoc = {
  readonly v: 1
  /** HMAC of the address's secret: found by it, and by nothing else. */
  readonly mark: string
  /** Sealed under the account's key: its owner may look at the address again. */
  readonly secret: string
  readonly language: Language
  readonly createdAt: Instant
}

/** Id: the account's. One secret address each. */
export const feeds = defineCollection<FeedDoc>({
  name: 'deadlineFeeds',
  v: 1,
  indexes: { mark: ['mark'] },
  retention: { kind: 'forever', why: 'until its owner revokes the address, or is erased' },
  personal: {
    by: [{ index: 'id', names: 'account' }],
    export: {
      what: text('申报日历的订阅地址', 'The address of your subscribed calendar'),
      show: ({ doc: { language, createdAt } }) => ({ language, createdAt }),
    },
    erase: 'remove',
  },
})

/** How far one range of a plan's profiles has been walked on a day. */
export type RunDoc = {
  readonly v: 1
  readonly day: Day
  readonly plan: string
  /** Of `spread`: from, and before. */
  readonly from: string
  readonly before: string
  /** Where the walk goes on; `null` at its beginning. */
  readonly after: string | null
  readonly done: boolean
  readonly seen: number
  readonly told: number
  readonly expiresAt: Instant
}

/** Id: day, plan and range: planned once, however often the job runs. */
export const runs = defineCollection<RunDoc>({
  name: 'deadlineRuns',
  v: 1,
  indexes: { expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
  personal: {
    by: [],
    beside: { after: 'a place in an index, where a walk of that day goes on' },
    export: { nothing: 'work of one day, not data about anybody' },
    erase: { expires: '30 days after it was planned' },
  },
})

/** What `deadlines` keeps itself. */
export const collections: readonly CollectionSpec[] = [profiles, feeds, runs]
