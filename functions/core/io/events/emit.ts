/** Writes an event in the commit that makes it true. */
import type { Instant } from '../../pure/time'
import type { Doc } from '../store/contract'
import type { Tx } from '../store/transaction'
import { events } from './collections'
import type { EventKind } from './contract'

export type { Event, EventHandler, EventHandlers, EventKind } from './contract'

export interface NewEvent {
  readonly kind: EventKind
  /** When its handler is to run; the past and `tx.now` mean at once. */
  readonly due: Instant
  /** Pseudonymous ids, codes and numbers only: never personal data. */
  readonly payload: Doc
}

/**
 * One more document in this commit; its handler runs after `due`, at least once.
 *
 * @returns the event's id
 * @example emit(tx, { kind: 'appointments.holdLapses', due: expiresAt, payload: { appointmentId } })
 */
export const emit = (tx: Tx, { kind, due, payload }: NewEvent): string => {
  const id = tx.id('ev')
  tx.insert(events, id, { v: 1, kind, due, at: tx.now, attempts: 0, payload })
  return id
}
