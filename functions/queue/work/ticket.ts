/** A number as it begins: its ticket, where it stands, and that it came, in one commit. */
import { emit } from '../../core/io/events/emit'
import type { Tx } from '../../core/io/store/transaction'
import { instantOf, type Day, type MinuteOfDay } from '../../core/pure/time'
import { tickets, type TicketDoc } from '../collections'
import { DAY_KEPT } from '../data/kept'
import type { Came, Kind } from '../rules/lines'
import { standAt } from './give'
import { recordStep } from './step'

export interface NewTicket {
  readonly id: string
  readonly hallId: string
  readonly day: Day
  readonly matter: string
  readonly kind: Kind
  readonly came: Came
  readonly band: MinuteOfDay
  readonly place: string
  readonly number: string
  readonly accountId: string | null
  readonly taxpayerId: string | null
  readonly appointmentId: string | null
}

export const beginTicket = (tx: Tx, { id, ...begun }: NewTicket): TicketDoc => {
  const doc: TicketDoc = {
    v: 1,
    ...begun,
    state: 'waiting',
    window: null,
    claims: [],
    recalls: 0,
    passes: 0,
    step: 1,
    arrivedAt: tx.now,
    since: tx.now,
    calledAt: null,
    servingAt: null,
    endedAt: null,
    ratedAt: null,
    changedAt: tx.now,
    expiresAt: instantOf(begun.day) + DAY_KEPT,
  }
  tx.insert(tickets, id, doc)
  recordStep(tx, id, doc, { kind: 'ticketed' })
  standAt(tx, { ...doc, ticketId: id })
  // A walk-in's too: that this hall checks people in today is told by the first of them.
  const payload = { appointmentId: begun.appointmentId ?? id, hallId: begun.hallId, day: begun.day }
  emit(tx, { kind: 'queue.checkedIn', due: tx.now, payload })
  return doc
}
