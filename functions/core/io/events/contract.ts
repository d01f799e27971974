/** What an event is and who handles it: what happened, written in the commit that made it so, carrying `due`. */
import type { Instant } from '../../pure/time'
import type { Services } from '../context'
import type { Doc } from '../store/contract'

/** `<function>.<whatHappened>`, e.g. `appointments.holdLapses`. */
export type EventKind = `${string}.${string}`

/** What a handler is given. It runs at least once for each event: it must be idempotent by `id`. */
export interface Event<P extends Doc = Doc> {
  readonly id: string
  readonly kind: string
  /** When it was written. */
  readonly at: Instant
  /** When it was to be handled. */
  readonly due: Instant
  /** How often handling has failed before. */
  readonly attempts: number
  /** Pseudonymous ids, codes and numbers only: never personal data. */
  readonly payload: P
}

/** Throwing means: try again later, with exponential back-off, ten times; then it is a dead letter. */
export type EventHandler = (event: Event, services: Services) => Promise<void>

/** Kind → handler; each function exports its own from `events.ts` and offers it in `public.ts` as `eventHandlers`. */
export type EventHandlers = Readonly<Record<string, EventHandler>>
