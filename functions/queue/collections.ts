/** Documents of `queue`. Personal data is never among them: accounts and taxpayers stand here by pseudonymous id. */
import { defineCollection, type CollectionSpec } from '../core/io/store/collection'
import { text } from '../core/pure/text'
import type { Day, Instant, MinuteOfDay } from '../core/pure/time'
import type { Came, HallLines, Kind } from './rules/lines'
import type { StepKind } from './rules/steps'
import type { TicketState } from './rules/states'

export type HallLinesDoc = HallLines & {
  readonly v: 1
  readonly hallId: string
  readonly day: Day
  /** `stopped`: no numbers, no calls; `over`: the day is, and all that waited is closed. */
  readonly state: 'open' | 'stopped' | 'over'
  /** Of the last order to stop or to go on; one that comes late moves nothing. */
  readonly orderedAt: Instant
  readonly expiresAt: Instant
}
/** Id: `<hall>.<YYYYMMDD>`. Changed by guarded patches alone, never inside a commit: docs/adr/0034. */
export const hallLines = defineCollection<HallLinesDoc>({
  name: 'hallLines',
  v: 1,
  indexes: { state: ['state', 'day'], hall: ['hallId', 'day'], expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
  hot: true,
  personal: { none: 'lines of halls, and the officers at their windows by pseudonymous id' },
})

export type TicketDoc = {
  readonly v: 1
  readonly hallId: string
  readonly day: Day
  /** As printed: A007. */
  readonly number: string
  readonly matter: string
  readonly kind: Kind
  readonly came: Came
  readonly band: MinuteOfDay
  /** Where it stands: `placeKey`. */
  readonly place: string
  readonly state: TicketState
  /** Null for a number that was given at the door. */
  readonly accountId: string | null
  readonly taxpayerId: string | null
  readonly appointmentId: string | null
  /** Where it was called to last. */
  readonly window: string | null
  /** The claims that called it, the last one last. */
  readonly claims: readonly string[]
  /** How often it was called out again at the window where it is. */
  readonly recalls: number
  /** How often it was called in vain. */
  readonly passes: number
  /** Raised by each step: names the next one. */
  readonly step: number
  readonly arrivedAt: Instant
  /** Since when it stands where it stands: a transfer begins anew. */
  readonly since: Instant
  readonly calledAt: Instant | null
  readonly servingAt: Instant | null
  readonly endedAt: Instant | null
  /** 1–5. */
  readonly stars?: number
  readonly reasons?: readonly string[]
  /** Null until it is rated. */
  readonly ratedAt: Instant | null
  readonly changedAt: Instant
  readonly expiresAt: Instant
}
/** Id: `tk_` and 26 characters: the appointment's own, of one that was booked: it has one ticket. */
export const tickets = defineCollection<TicketDoc>({
  name: 'queueTickets',
  v: 1,
  indexes: {
    account: ['accountId', 'arrivedAt'],
    taxpayer: ['taxpayerId', 'arrivedAt'],
    hall: ['hallId', 'day', 'arrivedAt'],
    rated: ['hallId', 'ratedAt'],
    expiry: ['expiresAt'],
  },
  retention: { kind: 'expiresAt' },
  personal: {
    by: [
      { index: 'account', names: 'account' },
      { index: 'taxpayer', names: 'taxpayer' },
    ],
    export: {
      what: text('您在大厅取的号', 'Your numbers at halls'),
      show: ({
        id,
        doc: { v: _version, claims: _claims, place: _place, step: _step, expiresAt: _expiry, ...doc },
      }) => ({
        id,
        ...doc,
      }),
    },
    // A number whose ticket is gone is passed over when it is called.
    erase: 'remove',
  },
})

export type PlaceDoc = {
  readonly v: 1
  /** Null: whoever was given it died before the ticket was written; nobody will stand there. */
  readonly ticketId: string | null
  readonly expiresAt: Instant
}
/** Id: `<hall>.<YYYYMMDD>.<place>`. Written once, with its ticket. */
export const places = defineCollection<PlaceDoc>({
  name: 'queuePlaces',
  v: 1,
  indexes: { expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
  personal: { none: 'places of lines, and ids of tickets' },
})

export type StepDoc = {
  readonly v: 1
  readonly hallId: string
  readonly day: Day
  readonly at: Instant
  readonly kind: StepKind
  /** Null for what a window does, and for a place that nobody has. */
  readonly ticketId: string | null
  /** Which of the ticket's steps it is; 0 for what a window does. */
  readonly step: number
  readonly number: string
  readonly place: string
  readonly window: string
  /** Of a call: which of the day's changes it was; calls go in its order, whatever the clocks say. */
  readonly turn?: number
  /** Of a window: what it was set to. */
  readonly windowState?: 'open' | 'paused' | 'closed'
  readonly matters?: readonly string[]
  readonly officer?: string
  readonly expiresAt: Instant
}
/** Id: `<ticket>.<step>`, so that each happens once. Never changed: lines, board and figures can be made of them again. */
export const steps = defineCollection<StepDoc>({
  name: 'queueSteps',
  v: 1,
  indexes: { hall: ['hallId', 'day', 'at'], expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
  personal: {
    none: 'what happened to numbers at windows: ids of tickets, which name nobody once these are gone',
  },
})

/** What `queue` keeps itself. */
export const collections: readonly CollectionSpec[] = [hallLines, tickets, places, steps]
