/** Faults that a test orders: for the next calls that match, one after the other. */
import type { Parameters } from './actions'

/** An action's name, or a test of the whole request. */
export type Match = string | RegExp | ((action: string, parameters: Parameters) => boolean)

export type Fault =
  /** Applied; the connection breaks before the answer. */
  | { readonly kind: 'loseReply' }
  /** The connection breaks before anything is applied. */
  | { readonly kind: 'reset' }
  /** Not applied; this code is the answer. */
  | { readonly kind: 'answer'; readonly code: string; readonly message?: string }
  /** Applied after so many ms more. */
  | { readonly kind: 'delay'; readonly ms: number }

interface Order {
  readonly match: Match
  readonly fault: Fault
  left: number
}

/** Actions that write a document or end a transaction. */
export const WRITES =
  /^database\.(insertDocument|modifyDocument|modifyAndReturnDoc|removeDocument|commitTransaction)$/
/** Writes that no transaction holds back: what lands when this call lands. */
export const landing: Match = (action, { transactionId }) =>
  WRITES.test(action) && (action === 'database.commitTransaction' || transactionId === undefined)

export const isMatch = (match: Match, action: string, parameters: Parameters): boolean => {
  if (typeof match === 'string') return match === action
  return match instanceof RegExp ? match.test(action) : match(action, parameters)
}

export class Faults {
  private orders: Order[] = []

  add(match: Match, fault: Fault, times = 1): void {
    this.orders.push({ match, fault, left: times })
  }

  clear(): void {
    this.orders = []
  }

  /** The fault that meets this call; it is used up by it. */
  take(action: string, parameters: Parameters): Fault | undefined {
    const order = this.orders.find(({ match, left }) => left > 0 && isMatch(match, action, parameters))
    if (!order) return undefined
    order.left -= 1
    return order.fault
  }
}
