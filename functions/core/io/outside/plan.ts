/** Planning a call, in the commit that makes it due: nothing is sent of what was not committed. */
import type { EventKind } from '../events/contract'
import { subscribersOf } from '../events/emit'
import type { Doc } from '../store/contract'
import type { Tx } from '../store/transaction'
import { outsideCalls } from './collections'
import type { OutsideService } from './contract'

export interface PlannedCall {
  readonly operation: string
  readonly request: Doc
  /** The id of the document that it is for. */
  readonly about: string
  /** Emitted once it is settled, with `{ callId, about, state }`. */
  readonly tell?: EventKind
}

/**
 * One more document in this commit. The job or handler that works on the service sends it.
 * @returns its id, by which the other side will know it
 * @example const callId = planCall(tx, payments, { operation: 'pay', request: { fen: 1200 }, about: orderId, tell: 'orders.paid' })
 */
export const planCall = (
  tx: Tx,
  { name }: Pick<OutsideService, 'name'>,
  { operation, request, about, tell }: PlannedCall,
): string => {
  if (tell !== undefined && subscribersOf(tell).length === 0) throw new Error(`no function handles ${tell}`)
  const id = tx.id('oc')
  tx.insert(outsideCalls, id, {
    v: 1,
    service: name,
    operation,
    request,
    about,
    tell: tell ?? null,
    state: 'planned',
    next: tx.now,
    turn: 0,
    sends: 0,
    asks: 0,
    plannedAt: tx.now,
  })
  return id
}
