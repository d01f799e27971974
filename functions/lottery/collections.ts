/** Documents of `lottery`. What is published names nobody; what names somebody is sealed or a pseudonym. */
import { defineCollection, type CollectionSpec } from '../core/io/store/collection'
import type { CaseHead } from '../core/pure/case'
import { CASES_KEPT } from '../core/pure/kept'
import { text } from '../core/pure/text'
import type { Day, Instant } from '../core/pure/time'
import type { PrizeState } from './rules/prize-states'

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
  readonly changedAt: Instant
  readonly publishedAt: Instant | null
}

export const campaigns = defineCollection<CampaignDoc>({
  name: 'campaigns',
  v: 1,
  indexes: { state: ['state', 'publishedAt'] },
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
  /** Codes of what could not be known, to be looked at before a prize is paid. */
  readonly doubts: readonly string[]
  /** The code of a reviewer's reason for leaving it out; null: it takes part. */
  readonly excluded: string | null
}

export const lotteryEntries = defineCollection<EntryDoc>({
  name: 'lotteryEntries',
  v: 1,
  indexes: { owner: ['owner', 'at'], campaign: ['campaign', 'at'], taxpayer: ['taxpayerId', 'at'] },
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

/** `open`: entries join it. */
export type DrawState = 'open' | 'freezing' | 'empty' | 'frozen' | 'drawn' | 'published'

/**
 * The draw of a period. Id: `<campaign>.<period>`. Its first entry makes it, and every later one checks in its commit that it is the same
 * still: the commit that closes it lets nobody in any more.
 */
export type DrawDoc = {
  readonly v: 1
  readonly campaign: string
  /** Of the campaign's draws. */
  readonly draw: string
  readonly period: string
  readonly from: Instant
  readonly to: Instant
  readonly state: DrawState
  /** Fixed when it began to freeze: a freeze that is cut off goes on to the same commitment. */
  readonly frozenAt: Instant
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
  readonly changedAt: Instant
}

export const lotteryDraws = defineCollection<DrawDoc>({
  name: 'lotteryDraws',
  v: 1,
  indexes: { campaign: ['campaign', 'from'], state: ['state', 'frozenAt'] },
  retention: { kind: 'forever', why: 'what was drawn can be verified for ever' },
  personal: { none: 'counts and commitments' },
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

/** A prize: a case, the fold of its events. Id: `pz_<26>`, made of draw, tier and place: it is won once. */
export type PrizeDoc = CaseHead<PrizeState> & {
  readonly v: 1
  readonly campaign: string
  /** Id of its draw. */
  readonly drawId: string
  readonly tier: string
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
  drawParts,
  prizes,
]
