/** Documents of `appointments`. Personal data is never among them: taxpayers and accounts stand here by pseudonymous id. */
import { defineCollection, type CollectionSpec } from '../core/io/store/collection'
import { text } from '../core/pure/text'
import type { Day, Instant, MinuteOfDay } from '../core/pure/time'
import { COUNTS_KEPT, VISITS_KEPT } from './data/kept'
import type { Quota } from './rules/fields'
import type { Cancellation, LedgerEntry, LetGo, Moved, NoShow } from './rules/ledger'
import type { Missed, StoredState } from './rules/states'

export type HallDayDoc = {
  readonly v: 1
  readonly hallId: string
  readonly day: Day
  readonly state: 'open' | 'stopped'
  /** Starts of its slots, in order; their ids follow. Empty when the day was stopped before it was opened. */
  readonly starts: readonly MinuteOfDay[]
  /** Why it was stopped the last time, as the officer put it, sealed; kept when it is opened again, for those whom it cancelled. */
  readonly reason: string | null
  /** The same of its closings before that, by their turn. */
  readonly reasonsBefore?: { readonly [turn: string]: string }
  /** Counts its closings and reopenings, which slots obey in this order; missing before the first. */
  readonly turn?: number
  /** When it was closed; of a day open again, when it was the last time. */
  readonly stoppedAt?: Instant
  /** The call that ordered seats last: a repeat of it goes on with its own order. */
  readonly order?: string
  /** Seats taken when the gates of a stopped day fell; null until all have. */
  readonly affected?: number | null
  readonly expiresAt: Instant
}
/** Id: `<hall>.<YYYYMMDD>`. */
export const hallDays = defineCollection<HallDayDoc>({
  name: 'hallDays',
  v: 1,
  indexes: { expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
  personal: { none: 'days of halls, and sealed why one was stopped' },
})

export type SlotDoc = {
  readonly v: 1
  readonly hallId: string
  readonly day: Day
  readonly start: MinuteOfDay
  readonly end: MinuteOfDay
  readonly state: 'open' | 'closed'
  /** The day's closing or reopening that it obeyed last: an order that comes late moves nothing. */
  readonly turn?: number
  readonly capacity: Quota
  readonly left: Quota
  /**
   * Appointment id → until when the seat is only claimed, 0 once its appointment was seen booked; also what keeps a seat for one who waits. Σ holders + left.online =
   * capacity.online, always; a standing appointment always has its holder.
   */
  readonly holders: { readonly [appointmentId: string]: Instant }
  /** Last four digits of the ticket codes in use → the last eight characters of their holder; 1 in older documents. */
  readonly codes: { readonly [tail: string]: string | 1 }
  /** Drawn anew by each claim, null when no claim waits to be settled; missing counts as null. */
  readonly unsettled?: string | null
  /** Whose line its seats are kept for; missing while nobody waits: work/line.ts. */
  readonly line?: string
  readonly expiresAt: Instant
}
/** Id: `<hall>.<YYYYMMDD>.<HHMM>`. Changed by guarded patches alone, never inside a commit: docs/adr/0009. */
export const slots = defineCollection<SlotDoc>({
  name: 'slots',
  v: 1,
  indexes: { unsettled: ['unsettled'], expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
  hot: true,
  personal: { none: 'seats, held by ids of appointments' },
})

export type LedgerDoc = {
  readonly v: 1
  readonly active: readonly LedgerEntry[]
  readonly cancellations: readonly Cancellation[]
  readonly noShows: readonly NoShow[]
  readonly letGo?: readonly LetGo[]
  /** The call that is claiming a seat: work/turn.ts. */
  readonly turn?: string
  /** Of an account: claims that were verified, by their key. */
  readonly moved?: { readonly [claim: string]: Moved }
  /** Of an account: no ledger of one claim alone is left that it ever made. */
  readonly pastFolded?: true
  /** Of a verified taxpayer: up to when what its account's claim left was brought over. */
  readonly claimFoldedAt?: Instant
  /** Where the ledger of one claim alone was folded into: the account's, or the verified taxpayer's. */
  readonly movedTo: string | null
  readonly expiresAt: Instant
}
/** Id: the key that `accounts` gives: of an account, for all that it claims; of a subject, once verified. */
export const ledgers = defineCollection<LedgerDoc>({
  name: 'ledgers',
  v: 1,
  indexes: { expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
  personal: {
    by: [{ index: 'id', names: 'ledger' }],
    export: {
      what: text('取消和失约的计数', 'Counts of cancellations and no-shows'),
      show: ({ doc: { active, cancellations, noShows } }) => ({ active, cancellations, noShows }),
    },
    erase: { keep: COUNTS_KEPT },
  },
})

export type NumberDoc = {
  readonly v: 1
  readonly active: readonly LedgerEntry[]
  readonly expiresAt: Instant
}
/** What stands for a number by claims, whoever made them. Id: the key that `accounts` gives. Changed with the accounts' ledgers. */
export const numbers = defineCollection<NumberDoc>({
  name: 'numbers',
  v: 1,
  indexes: { expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
  personal: {
    none: 'appointments by id alone, of accounts that may not know of each other; each is shown and ended as its owner’s',
  },
})

export type AppointmentDoc = {
  readonly v: 1
  readonly accountId: string
  readonly taxpayerId: string
  /** Where it counts; of a claim, its name. */
  readonly ledgerKey: string
  /** Of a claim: the account's ledger and the number, where it counts until the claim is verified. */
  readonly claim?: { readonly account: string; readonly number: string }
  readonly hallId: string
  readonly matter: string
  readonly day: Day
  readonly start: MinuteOfDay
  readonly end: MinuteOfDay
  readonly state: StoredState
  /** When the hold lapses; while its hall looks at it, when it stands without an answer; 0 once booked. */
  readonly heldUntil: Instant
  readonly code: string
  /** Of a no-show: never checked in, or not at the window when called. */
  readonly missed?: Missed
  /** Of what its hall cancelled: the turn of the closing that did. */
  readonly closing?: number
  /** Of a booking that its owner cancelled: when its seat comes back. */
  readonly returnsAt?: Instant
  /** The code of its proof, once one was asked for. */
  readonly proof?: string
  readonly createdAt: Instant
  readonly changedAt: Instant
  readonly expiresAt: Instant
}
/**
 * Id: `ap_` and 26 characters: the slot's time, then what identifies the call that books, so that its repeat claims the
 * same seat. A `void` one has neither owner nor hall.
 */
export const appointments = defineCollection<AppointmentDoc>({
  name: 'appointments',
  v: 1,
  indexes: {
    account: ['accountId', 'createdAt'],
    taxpayer: ['taxpayerId', 'createdAt'],
    hall: ['hallId', 'day', 'start'],
    expiry: ['expiresAt'],
  },
  retention: { kind: 'expiresAt' },
  personal: {
    by: [
      { index: 'account', names: 'account' },
      { index: 'taxpayer', names: 'taxpayer' },
    ],
    export: {
      what: text('您的预约', 'Your appointments'),
      show: ({
        id,
        doc: {
          v: _version,
          ledgerKey: _ledger,
          claim: _claim,
          closing: _turn,
          returnsAt: _return,
          expiresAt: _expiry,
          ...doc
        },
      }) => ({
        id,
        ...doc,
      }),
    },
    // What the hall cancelled is its business too: it must be able to reach whom it told to stay at home.
    business: ({ state, hallId, day }) =>
      state === 'booked' || state === 'reviewing' || state === 'cancelledByHall'
        ? { hallId, day }
        : undefined,
    // Seats still held go back to those who come.
    erase: { keep: VISITS_KEPT, event: true },
  },
})

/** Id: the appointment's. What its owner wants the counter to know: seen by the owner and the hall's officers alone. */
export type CounterNoteDoc = {
  readonly v: 1
  readonly accountId: string
  /** Sealed under the account's key; empty when there are photos only. */
  readonly text: string
  /** Files attached to this document, as they were added. */
  readonly photos: readonly string[]
  readonly changedAt: Instant
  /** With the appointment. */
  readonly expiresAt: Instant
}
export const counterNotes = defineCollection<CounterNoteDoc>({
  name: 'counterNotes',
  v: 1,
  indexes: { account: ['accountId'], expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
  personal: {
    by: [{ index: 'account', names: 'account' }],
    export: {
      what: text('给窗口的备注', 'Notes for the counter'),
      show: ({ id, doc }, { open }) => ({
        appointment: id,
        text: doc.text === '' ? '' : open('text', doc.text),
        photos: doc.photos,
        changedAt: doc.changedAt,
      }),
    },
    erase: 'remove',
  },
})

/** What `appointments` keeps itself. */
export const collections: readonly CollectionSpec[] = [
  hallDays,
  slots,
  ledgers,
  numbers,
  appointments,
  counterNotes,
]
