/** What an event is and who handles it: what happened, written in the commit that made it so, carrying `due`. */
import type { Instant } from '../../pure/time'
import type { Services } from '../context'
import type { Doc } from '../store/contract'

/** `<function>.<whatHappened>`, e.g. `appointments.holdLapses`. */
export type EventKind = `${string}.${string}`

/** What a handler is given. It runs at least once for each event: it must be idempotent by `id`. */
export interface Event<P extends Doc = Doc> {
  /** The same for every subscriber. */
  readonly id: string
  readonly kind: string
  /** When it was written. */
  readonly at: Instant
  /** When it was to be handled. */
  readonly due: Instant
  /** How often this subscriber's handling has failed before. */
  readonly attempts: number
  /** Pseudonymous ids, codes and numbers only: never personal data. */
  readonly payload: P
}

/** Throwing means: try again later, with exponential back-off, ten times; then it is a dead letter of this subscriber's. */
export type EventHandler = (event: Event, services: Services) => Promise<void>

/** Kind → handler: each function exports its own as `eventHandlers` from `events.ts`, and names them in its manifest. */
export type EventHandlers = Readonly<Record<string, EventHandler>>

/** A function as the dispatcher knows it. Its handlers are loaded when something of it is due. */
export interface Subscriber {
  readonly name: string
  readonly handlers: () => Promise<EventHandlers>
}
