/**
 * Calls to services that are not ours: payment, treasury, SMS. What each of them is asked for stands in a document first, under
 * an id of ours that the other side knows it by: docs/adr/0019.
 */
import type { Instant } from '../../pure/time'
import type { Doc } from '../store/contract'

/** `planned → sent → done | refused | unknown`, and from `unknown`, once the other side was asked, `done` or `refused`. */
export type CallState = 'planned' | 'sent' | 'unknown' | 'done' | 'refused'

export interface OutsideCall {
  /** Ours; the other side takes one id once, however often it is sent. */
  readonly id: string
  /** What is asked for, in the service's own terms: `pay`, `refund`. */
  readonly operation: string
  /** Pseudonymous ids, codes and whole numbers; personal data only sealed. */
  readonly request: Doc
  /** When it was sent last; absent before. */
  readonly sentAt?: Instant
}

/** What the other side said. `unknown`: it may or may not have done it. */
export type Answer =
  | { readonly outcome: 'done'; readonly answer: Doc }
  | { readonly outcome: 'refused'; readonly why: string }
  | { readonly outcome: 'unknown'; readonly why: string }

/** Asked by our id. `absent`: it has not heard of it, though it still may. */
export type Found = Answer | { readonly outcome: 'absent' }

/**
 * How one service is spoken to. Its side answers one id always the same, and does it once; it is asked by that id. A call that
 * throws, or is late, is `unknown`: say `refused` only for what will never be done.
 */
export interface OutsideService {
  readonly name: string
  /** Milliseconds that one request may take. */
  readonly patience: number
  /** From so many fruitless questions on an operator is told at each (default 8); more where days pass by the nature of things. */
  readonly worryingAfter?: number
  /** Settled calls are kept this long. */
  readonly keptMs: number
  send(call: OutsideCall, signal: AbortSignal): Promise<Answer>
  ask(call: OutsideCall, signal: AbortSignal): Promise<Found>
  /**
   * Makes the other side refuse this id from now on, or tells that it was done. Without it, a call that the other side has never
   * heard of stays `unknown` and is asked for until an operator has spoken to them.
   */
  readonly close?: (call: OutsideCall, signal: AbortSignal) => Promise<Answer>
}
