/** Documents of calls to services that are not ours. */
import type { Instant } from '../../pure/time'
import { defineCollection } from '../store/collection'
import type { Doc } from '../store/contract'
import type { CallState } from './contract'

/** Id: `oc_…`, by which the other side knows it. */
export type OutsideCallDoc = {
  readonly v: 1
  readonly service: string
  readonly operation: string
  readonly request: Doc
  /** What it is for: the id of a document of the function that planned it. */
  readonly about: string
  /** The kind of the event that says how it ended; null: nobody is told. */
  readonly tell: string | null
  readonly state: CallState
  /** When it is worked on next; while a worker is at it, when another may; null once settled. */
  readonly next: Instant | null
  /** Counts workers' steps: what comes back of an older one is not written. */
  readonly turn: number
  /** How often it was sent, and asked for. */
  readonly sends: number
  readonly asks: number
  readonly plannedAt: Instant
  /** When it was sent last. */
  readonly sentAt?: Instant
  readonly settledAt?: Instant
  /** What the other side answered, once done. */
  readonly answer?: Doc
  /** Why it was refused, or is unknown: a code, never a message. */
  readonly why?: string
  readonly expiresAt?: Instant
}

export const outsideCalls = defineCollection<OutsideCallDoc>({
  name: 'outsideCalls',
  v: 1,
  indexes: {
    due: ['service', 'next'],
    planned: ['service', 'plannedAt'],
    settled: ['service', 'settledAt'],
    about: ['about', 'plannedAt'],
    expiry: ['expiresAt'],
  },
  retention: { kind: 'expiresAt' },
  personal: {
    by: [],
    beside: {
      about: 'what it is for, which is shown where that stands',
      request: 'amounts and codes by our id, personal data sealed; whom it is for is shown where that stands',
      answer: 'what the other side calls it',
    },
    export: { nothing: 'work between two systems; what it did is shown where it stands' },
    erase: { expires: 'as long after it was settled as its service says' },
  },
})
