/** One step of a ticket, in the commit that makes it: the ticket as it is now, and what happened. */
import type { Tx } from '../../core/io/store/transaction'
import { steps, tickets, type StepDoc, type TicketDoc } from '../collections'
import { canMove, type TicketState } from '../rules/states'
import type { StepKind } from '../rules/steps'
import { stepIdOf } from './ids'

interface Step {
  readonly kind: StepKind
  /** Absent: it stays what it is. */
  readonly to?: TicketState
  readonly set?: Partial<TicketDoc>
  /** Of a call. */
  readonly turn?: number
}

export const recordStep = (
  tx: Tx,
  ticketId: string,
  doc: TicketDoc,
  { kind, turn }: Pick<Step, 'kind' | 'turn'>,
): void => {
  const { hallId, day, step, number, place, window, expiresAt } = doc
  const record: StepDoc = {
    v: 1,
    hallId,
    day,
    at: tx.now,
    kind,
    ticketId,
    step,
    number,
    place,
    window: window ?? '',
    ...(turn === undefined ? {} : { turn }),
    expiresAt,
  }
  tx.insert(steps, stepIdOf(ticketId, step), record)
}

/**
 * @returns the ticket afterwards
 * @throws Error for a way that the table of states does not have: a defect of who moves it
 */
export const stepTicket = (
  tx: Tx,
  id: string,
  doc: TicketDoc,
  { kind, to, turn, set = {} }: Step,
): TicketDoc => {
  const state = to ?? doc.state
  if (to !== undefined && !canMove(doc.state, to))
    throw new Error(`a ticket does not go from ${doc.state} to ${to}`)
  const after: TicketDoc = { ...doc, ...set, state, step: doc.step + 1, changedAt: tx.now }
  tx.replace(tickets, id, after)
  recordStep(tx, id, after, turn === undefined ? { kind } : { kind, turn })
  return after
}
