/** Writes an event in the commit that makes it true: one delivery for each subscriber. */
import type { Instant } from '../../pure/time'
import type { Doc } from '../store/contract'
import type { Tx } from '../store/transaction'
import { events } from './collections'
import type { EventKind } from './contract'
import { SUBSCRIPTIONS } from './subscriptions'

export type { Event, EventHandler, EventHandlers, EventKind } from './contract'

export interface NewEvent {
  readonly kind: EventKind
  /** When its handlers are to run; the past and `tx.now` mean at once. */
  readonly due: Instant
  /** Pseudonymous ids, codes and numbers only: never personal data. */
  readonly payload: Doc
}

export const deliveryId = (eventId: string, subscriber: string): string => `${eventId}.${subscriber}`

/** Of an event of the version before, which is its own delivery, the subscriber is empty. */
export const deliveryParts = (id: string): { readonly eventId: string; readonly subscriber: string } => {
  const [eventId = '', subscriber = ''] = id.split('.')
  return { eventId, subscriber }
}

/** Who handles a kind, by the registry. */
export const subscribersOf = (kind: string): readonly string[] =>
  Object.hasOwn(SUBSCRIPTIONS, kind) ? (SUBSCRIPTIONS[kind] ?? []) : []

/** One more document in this commit for each of these subscribers. @returns the event's id */
export const emitTo = (tx: Tx, subscribers: readonly string[], { kind, due, payload }: NewEvent): string => {
  const id = tx.id('ev')
  for (const subscriber of subscribers)
    tx.insert(events, deliveryId(id, subscriber), {
      v: 1,
      kind,
      subscriber,
      due,
      at: tx.now,
      attempts: 0,
      payload,
    })
  return id
}

/**
 * One more document in this commit for each function that handles this kind; each of their handlers runs after `due`, at
 * least once.
 *
 * @returns the event's id
 * @throws Error for a kind that no function handles: a defect of who emits it
 * @example emit(tx, { kind: 'appointments.holdLapses', due: expiresAt, payload: { appointmentId } })
 */
export const emit = (tx: Tx, event: NewEvent): string => {
  const subscribers = subscribersOf(event.kind)
  if (subscribers.length === 0) throw new Error(`no function handles ${event.kind}`)
  return emitTo(tx, subscribers, event)
}
