/** Documents of `lottery`. What is published names nobody; what names somebody is sealed or a pseudonym. */
import { defineCollection, type CollectionSpec } from '../core/io/store/collection'
import type { CaseHead } from '../core/pure/case'
import { CASES_KEPT } from '../core/pure/kept'
import { text } from '../core/pure/text'
import type { Day, Instant } from '../core/pure/time'
import { drawParts, lotteryDays, lotteryDraws } from './collections-draws'
import { partyCollections } from './collections-parties'
import { lotteryCounted, lotteryDaySums } from './collections-office'
import type { PrizeState } from './rules/prize-states'

export * from './collections-draws'

/** Id: the campaign's own, `xiamen-2026`. Published rules do not change: an edit of them is another version under another hash. */
export type CampaignDoc = {
  readonly v: 1
  readonly state: 'draft' | 'published'
  /** The campaign as canonical JSON. */
  readonly rules: string
  /** SHA-256 of it, hex. */
  readonly rulesHash: string
  /** The office that runs it: its officers review, its payer pays. */
  readonly hallId: string
  /** A pseudonym of who saved the draft last: another person publishes it. Absent: the platform itself wrote it. */
  readonly savedBy?: string
  readonly changedAt: Instant
  readonly publishedAt: Instant | null
}

export const campaigns = defineCollection<CampaignDoc>({
  name: 'campaigns',
  v: 1,
  indexes: { state: ['state', 'publishedAt'], hall: ['hallId', 'changedAt'] },
  retention: { kind: 'forever', why: 'rules that draws were made by stay public' },
  personal: { none: 'rules, published for everybody' },
})

/** Money of a campaign's pool, in fen: `left + held + paid` is its total, and none is ever negative. Id: `<campaign>.<pool>`. */
export type PoolDoc = {
  readonly v: 1
  readonly campaign: string
  readonly left: number
  readonly held: number
  readonly paid: number
}

export const lotteryPools = defineCollection<PoolDoc>({
  name: 'lotteryPools',
  v: 1,
  indexes: { campaign: ['campaign'] },
  retention: { kind: 'forever', why: 'the books of a campaign' },
  personal: { none: 'sums of money' },
})

/** How an entry fared in its day's instant draw. */
export type InstantOutcome = {
  /** The day's draw. */
  readonly drawId: string
  /** Null: it won nothing. */
  readonly tier: string | null
  /** Its number hit a prize that the day's money no longer paid. */
  readonly spent: boolean
  readonly prizeId: string | null
}

/** Id: `en_<32 hex>`, made of campaign and invoice: an invoice enters a campaign once, whoever scans it. */
export type EntryDoc = {
  readonly v: 1
  readonly campaign: string
  readonly owner: string
  readonly taxpayerId: string
  readonly subject: string
  /** `iv_…` of `invoices`. */
  readonly invoiceId: string
  /** As it stands in public lists, hex: of the invoice, and of whom it belongs to. */
  readonly ticket: string
  readonly holder: string
  /** Sealed: with it its owner shows that the entry is hers. */
  readonly salt: string
  /** Fen; null: not known when it was entered. */
  readonly total: number | null
  readonly issuedOn: Day
  readonly issuedAt: Instant | null
  /** Pseudonym of the seller; null: not known. */
  readonly seller: string | null
  /** Sealed under the deployment’s own key: code and number, for who looks at patterns. */
  readonly number: string
  readonly at: Instant
  /** Drawn at once, when it was entered; null: that day had no instant draw. */
  readonly instant: InstantOutcome | null
  /** Codes of what could not be known, to be looked at before a prize is paid. */
  readonly doubts: readonly string[]
  /** The code of a reviewer's reason for leaving it out; null: it takes part. */
  readonly excluded: string | null
}

export const lotteryEntries = defineCollection<EntryDoc>({
  name: 'lotteryEntries',
  v: 1,
  indexes: {
    owner: ['owner', 'at'],
    campaign: ['campaign', 'at'],
    taxpayer: ['taxpayerId', 'at'],
    excluded: ['campaign', 'excluded', 'at'],
  },
  retention: {
    kind: 'forever',
    why: 'what a draw was made of can be verified as long as its list is public',
  },
  personal: {
    by: [
      { index: 'owner', names: 'account' },
      { index: 'taxpayer', names: 'taxpayer' },
    ],
    export: {
      what: text('您参加的发票摇奖', 'Invoices that you entered'),
      show: ({ id, doc }, { open }) => ({
        id,
        campaign: doc.campaign,
        at: doc.at,
        instant: doc.instant,
        total: doc.total,
        ticket: doc.ticket,
        holder: doc.holder,
        salt: open('salt', doc.salt),
      }),
    },
    erase: { keep: CASES_KEPT },
  },
})

/** How often a person has entered: caps are held by this document. Id: `<subject>.<campaign>`, or `<subject>.all` over all of them. */
export type EntryCountDoc = {
  readonly v: 1
  readonly subject: string
  readonly day: Day
  readonly onDay: number
  /** `2026-11` */
  readonly month: string
  readonly inMonth: number
  readonly inAll: number
}

export const entryCounts = defineCollection<EntryCountDoc>({
  name: 'entryCounts',
  v: 1,
  indexes: { subject: ['subject'] },
  retention: { kind: 'forever', why: 'caps hold over a whole campaign' },
  personal: {
    by: [{ index: 'subject', names: 'subject' }],
    export: { nothing: 'how many invoices were entered, each of which is shown' },
    erase: { keep: CASES_KEPT },
  },
})

/** What a person has asked of us for her own good. Id: the account's. */
export type EntrantDoc = {
  readonly v: 1
  /** Stopped until then; `null` in it: until taken back. */
  readonly stop: { readonly until: Instant | null } | null
  readonly ownDailyCap: number | null
}

export const entrants = defineCollection<EntrantDoc>({
  name: 'entrants',
  v: 1,
  indexes: {},
  retention: { kind: 'forever', why: 'until its owner changes it, and removed with the account' },
  personal: {
    by: [{ index: 'id', names: 'account' }],
    export: {
      what: text('您给自己定的摇奖限制', 'Limits that you set yourself'),
      show: ({ doc: { stop, ownDailyCap } }) => ({ stop, ownDailyCap }),
    },
    erase: 'remove',
  },
})

/** A prize: a case, the fold of its events. Id: `pz_<26>`, made of draw, tier and place: it is won once. */
export type PrizeDoc = CaseHead<PrizeState> & {
  readonly v: 1
  readonly campaign: string
  /** Id of its draw, or of its day of instant draws. */
  readonly drawId: string
  readonly tier: string
  /** Of the tier's winners; of an instant draw among the day's wins. From 0. */
  readonly place: number
  readonly entryId: string
  readonly owner: string
  readonly taxpayerId: string
  readonly invoiceId: string
  readonly hallId: string
  readonly pool: string
  /** Fen, before tax. */
  readonly fen: number
  readonly tax: number
  readonly wonAt: Instant
  readonly publishedOn: Day
  readonly claimedOn: Day | null
  /** Sealed: where it is to be paid. */
  readonly account: string | null
  readonly orderId: string | null
  readonly createdAt: Instant
  readonly changedAt: Instant
  readonly endedAt: Instant | null
  readonly expiresAt: Instant | null
}

export const prizes = defineCollection<PrizeDoc>({
  name: 'prizes',
  v: 1,
  indexes: {
    owner: ['owner', 'createdAt'],
    taxpayer: ['taxpayerId', 'createdAt'],
    draw: ['drawId', 'createdAt'],
    campaign: ['campaign', 'createdAt'],
    state: ['state', 'changedAt'],
    expiry: ['expiresAt'],
  },
  retention: { kind: 'expiresAt' },
  personal: {
    by: [
      { index: 'owner', names: 'account' },
      { index: 'taxpayer', names: 'taxpayer' },
    ],
    export: {
      what: text('您中的奖', 'Prizes that you won'),
      show: ({ id, doc }, { open }) => ({
        id,
        campaign: doc.campaign,
        state: doc.state,
        fen: doc.fen,
        tax: doc.tax,
        wonAt: doc.wonAt,
        ...(doc.account === null ? {} : { account: open('account', doc.account) }),
      }),
    },
    erase: { keep: CASES_KEPT, event: true },
  },
})

/** What `lottery` keeps itself. */
export const collections: readonly CollectionSpec[] = [
  campaigns,
  lotteryPools,
  lotteryEntries,
  entryCounts,
  entrants,
  lotteryDraws,
  lotteryDays,
  drawParts,
  prizes,
  ...partyCollections,
  lotteryDaySums,
  lotteryCounted,
]
