/** Documents of the events' machinery: deliveries by subscriber and when they are due, and the leases of jobs. */
import type { Instant } from '../../pure/time'
import { defineCollection } from '../store/collection'
import type { Doc, Json } from '../store/contract'

/**
 * One event as one subscriber is given it: what fails for one is tried again for that one alone. Id: the event's id, a dot, the
 * subscriber. Documents of the version before have no subscriber, and the bare id: `deliverOld` turns them into deliveries.
 */
export type EventDoc = {
  readonly v: 1
  readonly kind: string
  /** The function that handles it. */
  readonly subscriber?: string
  /** When to handle it; `null` once it is done or dead. The index takes `due ≤ now`: a late commit cannot be missed. */
  readonly due: Instant | null
  readonly at: Instant
  /** Failures so far. */
  readonly attempts: number
  readonly payload: Doc
  /** The last failure's kind and code; never its message, which could hold personal data. */
  readonly lastError?: string
  readonly doneAt?: Instant
  /** A dead letter: ten failures; waits for an operator. */
  readonly dead?: boolean
  readonly diedAt?: Instant
  /** 30 days after it was handled. An event that was not handled does not expire. */
  readonly expiresAt?: Instant
}

export const events = defineCollection<EventDoc>({
  name: 'events',
  v: 1,
  indexes: { turn: ['subscriber', 'due'], dead: ['dead', 'diedAt'], expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
  personal: {
    by: [],
    beside: { payload: 'what is to be done, by pseudonyms; what it is about is shown where it stands' },
    export: { nothing: 'work under way, not data about anybody' },
    erase: { expires: '30 days after it was handled; one that could not be handled waits for an operator' },
  },
})

export type LeaseDoc = {
  readonly v: 1
  /** Grows by one with each holder: a write that checks it is refused when the lease was lost. */
  readonly fence: number
  /** The holder's random token; `null` when the lease was given back. */
  readonly holder: string | null
  /** The lease may be taken from then on. */
  readonly until: Instant
  readonly takenAt: Instant
  /** When a holder last finished its work. */
  readonly finishedAt: Instant | null
  /** What the job wants its next run to know. */
  readonly memo: Json
}

export const leases = defineCollection<LeaseDoc>({
  name: 'leases',
  v: 1,
  indexes: {},
  retention: { kind: 'forever', why: 'one small document a job; its fencing number must never start again' },
  personal: { none: 'jobs and whose turn it is' },
})
