/** Documents of `waitlist`. Personal data is never among them: accounts and taxpayers stand here by pseudonymous id. */
import { defineCollection, type CollectionSpec } from '../core/io/store/collection'
import { text } from '../core/pure/text'
import type { Day, Instant, MinuteOfDay } from '../core/pure/time'
import type { WaitState } from './rules/states'

export type LineDoc = {
  readonly v: 1
  readonly hallId: string
  readonly day: Day
  readonly start: MinuteOfDay
  /** `drawing`: a ballot gives its places; `emptied`: nobody stands in it, and its slot is being opened for all again. */
  readonly state: 'drawing' | 'standing' | 'emptied' | 'over'
  /** By what its slot keeps its seats; another each time that a line begins. */
  readonly token: string
  /** The place of whoever joins next. */
  readonly next: number
  readonly changedAt: Instant
  readonly expiresAt: Instant
}
/** Id: the slot's, `<hall>.<YYYYMMDD>.<HHMM>`. */
export const waitLines = defineCollection<LineDoc>({
  name: 'waitLines',
  v: 1,
  indexes: { state: ['state', 'day'], expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
  personal: { none: 'lines before slots: who stands in them is in `waits`' },
})

export type WaitDoc = {
  readonly v: 1
  readonly accountId: string
  readonly taxpayerId: string
  readonly lineId: string
  readonly hallId: string
  readonly matter: string
  readonly day: Day
  readonly start: MinuteOfDay
  readonly end: MinuteOfDay
  readonly state: WaitState
  /** Orders a line; grows, with gaps. 0 before a ballot is drawn. */
  readonly place: number
  /** The ballot that it entered, or that gave the place. */
  readonly ballot?: string
  /** The place among the drawn, from 1: what anybody recomputes. */
  readonly drawn?: number
  /** Until when the offer can be accepted; 0 when there is none. */
  readonly offerUntil: Instant
  /** What keeps a seat for it in the slot, while there is an offer. */
  readonly kept?: string
  /** Once booked. */
  readonly appointmentId?: string
  readonly joinedAt: Instant
  readonly changedAt: Instant
  readonly expiresAt: Instant
}
/** Id: `wt_` and 26 characters, made of the slot and of where the taxpayer counts: nobody stands twice in a line. */
export const waits = defineCollection<WaitDoc>({
  name: 'waits',
  v: 1,
  indexes: {
    line: ['lineId', 'state', 'place'],
    account: ['accountId', 'joinedAt'],
    taxpayer: ['taxpayerId', 'joinedAt'],
    expiry: ['expiresAt'],
  },
  retention: { kind: 'expiresAt' },
  personal: {
    by: [
      { index: 'account', names: 'account' },
      { index: 'taxpayer', names: 'taxpayer' },
    ],
    export: {
      what: text('您的候补', 'What you waited for'),
      show: ({ id, doc: { v: _version, kept: _kept, lineId: _line, expiresAt: _expiry, ...doc } }) => ({
        id,
        ...doc,
      }),
    },
    // A seat that is kept for it is given back when its offer would have ended.
    erase: 'remove',
  },
})

export type BallotDoc = {
  readonly v: 1
  readonly hallId: string
  readonly day: Day
  /** `closed`: nobody enters any more; `listed`: its entries are published, its seed is not yet. */
  readonly state: 'open' | 'closed' | 'listed' | 'drawn'
  /** By what the slots of its day are kept. */
  readonly token: string
  /** To the seed, from the beginning on. */
  readonly commitment: string
  readonly sealedSeed: string
  /** Once it is drawn. */
  readonly seed?: string
  /** Of the entries, once they are listed. */
  readonly digest?: string
  /** When the slots begin whose entries are listed. */
  readonly starts?: readonly MinuteOfDay[]
  readonly announcedAt: Instant
  readonly closesAt: Instant
  readonly listedAt?: Instant
  readonly drawnAt?: Instant
  readonly expiresAt: Instant
}
/** Id: the hall's day, `<hall>.<YYYYMMDD>`. */
export const ballots = defineCollection<BallotDoc>({
  name: 'ballots',
  v: 1,
  indexes: { state: ['state', 'day'], hall: ['hallId', 'day'], expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
  personal: { none: 'days of halls, and how their seats were drawn' },
})

export type BallotListDoc = {
  readonly v: 1
  readonly slot: string
  readonly page: number
  /** Ids of waits, in order. */
  readonly entries: readonly string[]
  readonly expiresAt: Instant
}
/** Id: `<slot>.<page>`. The entries of a slot when its ballot closed; written once. */
export const ballotLists = defineCollection<BallotListDoc>({
  name: 'ballotLists',
  v: 1,
  indexes: { slot: ['slot', 'page'], expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
  personal: { none: 'ids of entries, which name nobody once their waits are gone' },
})

/** What `waitlist` keeps itself. */
export const collections: readonly CollectionSpec[] = [waitLines, waits, ballots, ballotLists]
